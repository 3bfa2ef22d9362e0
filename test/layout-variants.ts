import { nowhere } from '../src/diagnostics/place.ts';
import type { Block, Signature } from '../src/document/block.ts';
import type { FileHeader, LetterHeader } from '../src/document/header.ts';
import { text } from '../src/document/inline.ts';
import type { Imprint, OfficialDocument, Section } from '../src/document/official-document.ts';
import { type Profile, standardProfile } from '../src/document/profile.ts';
import { paragraph } from './typesetting/example.ts';
import { documentOf, header, imprint, runIn, title } from './writers/docx/examples.ts';

const place = nowhere;
const township = '三管镇人民政府';
const party = '中共三管镇委员会';

/** Running text of so many characters that reads like one. */
export const words = (count: number): string =>
  '坚持以党的政治建设为统领始终抓住党员干部这个关键面向基层群众这一主体全面提升基层治理体系和治理能力现代化建设水平'
    .repeat(Math.ceil(count / 50))
    .slice(0, count);

export const signed = (sealed: boolean, ...issuers: string[]): Signature => ({
  kind: 'signature',
  issuers,
  date: '2022年5月24日',
  sealed,
  place,
});

export const addressee = (names: string): Block => ({
  kind: 'addressee',
  inlines: [text(`${names}：`)],
  place,
});

export const attachments = (...titles: string[]): Block => ({ kind: 'attachment-note', titles, place });

const noticeTitle = title('三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知', 'document');
const upright = (...blocks: Block[]): Section => ({ orientation: 'portrait', blocks });

/** A notice with a red head: so many lines of text, then whatever follows. */
export const letter = (
  id: string,
  blocks: readonly Block[],
  more: { header?: Partial<FileHeader>; imprint?: Imprint | null; profile?: Partial<Profile> } = {},
): OfficialDocument =>
  documentOf([upright(noticeTitle, ...blocks)], {
    id,
    header: { ...header, ...more.header },
    imprint: more.imprint === undefined ? imprint : more.imprint,
    profile: { ...standardProfile, ...more.profile },
  });

const villages = addressee('各行政村、各包村干部');
const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph(words(20)));

/** Running text full of figures: lines that are not all of 28 characters. */
const households = (count: number): string =>
  Array.from({ length: 40 }, (_, i) => `第${(28 + i * i * 13) % 240}户2022年增收${(i * 148) % 997}元，`)
    .join('')
    .slice(0, count);

/** Heads of every kind. */
export const heads: readonly OfficialDocument[] = [
  letter('head/markings', [villages, ...lines(2), signed(true, township)], {
    header: { copyNumber: '000001', classification: '机密★1年', urgency: '特急' },
  }),
  letter('head/classified', [villages, ...lines(2)], { header: { classification: '秘密' } }),
  letter('head/one-signatory', [villages, ...lines(2), signed(true, township)], {
    header: { signatories: ['王宁'] },
  }),
  letter('head/three-signatories', [villages, ...lines(2)], {
    header: { signatories: ['王宁', '樊菊霞', '欧阳若兰'], copyNumber: '000001', urgency: '加急' },
  }),
  letter('head/two-issuers', [villages, ...lines(2), signed(true, party, township)], {
    header: { issuerMark: [party, township] },
  }),
  letter(
    'head/three-issuers',
    [villages, paragraph(words(40)), signed(true, party, township, '三管镇人民武装部')],
    {
      header: { issuerMark: [party, township, '三管镇人民武装部'], signatories: ['王宁', '樊菊霞', '石磊'] },
    },
  ),
  letter('head/without-file-word', [villages, ...lines(2)], { header: { withFileWord: false } }),
];

const many = Array.from({ length: 24 }, (_, index) => `第${index + 1}行政村村民委员会`).join('，');

/** First pages that are short of room. */
export const crowded: readonly OfficialDocument[] = [
  letter('crowded/five-issuers', [villages, ...lines(2)], {
    header: {
      issuerMark: [party, township, '三管镇人民武装部', '三管镇人民代表大会主席团', '清源县三管中心派出所'],
      copyNumber: '000001',
      classification: '机密★1年',
      urgency: '特急',
    },
  }),
  letter('crowded/addressees', [addressee(many), ...lines(2), signed(true, township)]),
  letter('crowded/twelve-addressees', [
    addressee(Array.from({ length: 12 }, (_, index) => `第${index + 1}村村民委员会`).join('，')),
    ...lines(3),
    signed(true, township),
  ]),
];

/** Signatures near the foot of a page. */
export const tails: readonly OfficialDocument[] = [3, 4, 5, 6, 7, 8, 9].flatMap((count) => [
  letter(`tail/sealed/${count}`, [villages, ...lines(count), paragraph(words(80)), signed(true, township)]),
  letter(
    `tail/unsealed/${count}`,
    [villages, ...lines(count), paragraph(words(60)), attachments('任务清单'), signed(false, township)],
    { imprint: null },
  ),
]);

/** A plan whose signature just does not fit: its lines are set closer. */
export const closer: readonly OfficialDocument[] = [36, 37].map((count) =>
  documentOf(
    [
      upright(
        title('三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知', 'part'),
        ...lines(count),
        signed(count === 36, township),
      ),
    ],
    { id: `closer/${count}` },
  ),
);

/** Long marks, so that the page is just not long enough: the lines of the title stand closer too, and characters. */
export const closerStill: readonly OfficialDocument[] = (
  [
    ['title', '清源县三管镇人民', [...lines(22), paragraph(words(80))]],
    ['title/first-page', '清源县三管镇人民政', [paragraph(words(80))]],
    ['characters', township, [...lines(13), paragraph(`${households(383)}。`)]],
  ] as const
).map(([id, mark, text]) =>
  letter(`closer/${id}`, [villages, ...text, signed(true, township)], { header: { issuerMark: [mark] } }),
);

/** First pages with little text, of which two lines cannot be spared for a signature on the next one. */
export const scanty: readonly OfficialDocument[] = [
  ...[1, 2].map((count) =>
    letter(
      `scanty/two-issuers/${count}`,
      [villages, paragraph(words(count * 28 - 10)), signed(true, party, township)],
      {
        header: { issuerMark: [party, township] },
      },
    ),
  ),
  letter(
    'scanty/three-issuers',
    [
      villages,
      paragraph(words(46)),
      attachments('任务清单'),
      signed(true, party, township, '三管镇人民武装部'),
    ],
    { header: { issuerMark: [party, township, '三管镇人民武装部'] } },
  ),
  ...[3, 4].map((count) =>
    letter(`scanty/attachments/${count}`, [
      villages,
      ...lines(1),
      attachments(...Array.from({ length: count }, (_, index) => `附表之${index + 1}`)),
      signed(true, township),
    ]),
  ),
  letter('scanty/three-lines', [villages, paragraph(words(80)), signed(true, township)]),
  letter('scanty/two-lines', [villages, ...lines(2), signed(true, party, township)], {
    header: { copyNumber: '000001', issuerMark: [party, township] },
    profile: { preprinted: true },
  }),
];

/** Whatever a signature stands with, in each kind of document. */
interface Carried {
  readonly id: string;
  /** Lines of the last paragraph, and of one line each before it. */
  readonly last: number;
  readonly before: number;
  readonly text?: (count: number) => string;
  /** Characters of a run-in heading that opens it. */
  readonly lead?: number;
  readonly between?: readonly Block[];
  readonly end?: readonly Block[];
  readonly header?: LetterHeader;
  readonly profile?: Partial<Profile>;
}

const annotation: Block = { kind: 'annotation', inlines: [text('（此件公开发布）')], place };
const stampedSignature: Block = {
  kind: 'stamped-signature',
  posts: ['镇　长　王　宁'],
  date: '2022年5月24日',
  place,
};
const letterHead: LetterHeader = {
  form: 'letter',
  mark: township,
  documentNumber: '三政函〔2022〕6号',
  copyNumber: null,
  classification: null,
  urgency: null,
  places: {},
};
const figures = (count: number): string => '到2022年底完成80%以上，'.repeat(count).slice(0, count);

/** Last paragraphs that end where their page does, so that the signature would be alone on the next one. */
export const carried: readonly OfficialDocument[] = (
  [
    { id: '3', last: 3, before: 1 },
    { id: '4', last: 4, before: 0 },
    { id: '5', last: 5, before: 1 },
    { id: '8', last: 8, before: 18 },
    { id: '20', last: 20, before: 6 },
    { id: '30', last: 30, before: 18 },
    { id: '50', last: 50, before: 0 },
    { id: 'run-in/4', last: 4, before: 22, lead: 40 },
    { id: 'unsealed/8', last: 8, before: 19, end: [signed(false, township)] },
    { id: 'joint/8', last: 8, before: 18, end: [signed(true, party, township)] },
    { id: 'attachments/5', last: 5, before: 18, between: [attachments('任务清单', '分工表')] },
    { id: 'attachments/20', last: 20, before: 3, between: [attachments('任务清单', '分工表')] },
    { id: 'closing-line/5', last: 5, before: 20, between: [paragraph('特此通知。')] },
    { id: 'stamped/8', last: 8, before: 16, end: [stampedSignature] },
    { id: 'annotation/8', last: 8, before: 19, end: [signed(true, township), annotation] },
    { id: 'figures/5', last: 5, before: 22, text: figures },
    { id: 'figures/30', last: 30, before: 2, text: figures },
    { id: 'letter/5', last: 5, before: 6, header: letterHead },
    { id: 'letter/30', last: 30, before: 3, header: letterHead },
    { id: 'simplex/8', last: 8, before: 17, profile: { duplex: false } },
    { id: 'pitch28/8', last: 8, before: 20, profile: { linePitch: 28 } },
    { id: 'own-western/5', last: 5, before: 21, text: figures, profile: { westernFace: 'own' } },
  ] as const satisfies readonly Carried[]
).map(
  ({
    id,
    last,
    before,
    text = words,
    lead = 0,
    between = [],
    end = [signed(true, township)],
    header: head,
    profile,
  }: Carried) => {
    const content = text(last * 28 - 10);
    const opened =
      lead === 0 ? paragraph(content) : runIn(3, '1.', content.slice(0, lead), content.slice(lead));
    const blocks = [villages, ...lines(before), opened, ...between, ...end];
    const set = letter(`carried/${id}`, blocks, profile === undefined ? {} : { profile });
    return head === undefined ? set : { ...set, header: head, imprint: null };
  },
);

const longName = '三管镇清廉村居创建行动2022年任务清单和全镇各行政村年度创建任务分解情况一览表';

/** Notes of attachments, and signatures of every kind. */
export const endings: readonly OfficialDocument[] = [
  letter('ending/one-attachment', [villages, ...lines(1), attachments(longName), signed(true, township)]),
  letter('ending/three-attachments', [
    villages,
    ...lines(1),
    attachments('工作专班组成人员', longName, '任务分解表'),
    signed(true, township),
  ]),
  letter('ending/six-attachments', [
    villages,
    ...lines(22),
    paragraph(words(80)),
    attachments(...Array.from({ length: 6 }, (_, index) => `附表之${index + 1}`)),
    signed(true, township),
  ]),
  letter('ending/twelve-attachments', [
    villages,
    ...lines(1),
    attachments(
      ...Array.from({ length: 12 }, (_, index) => (index === 10 ? longName : `附表之${index + 1}`)),
    ),
    signed(false, township),
    { kind: 'annotation', inlines: [text('（此件公开发布）')], place },
  ]),
  ...[0, 3, 4, 5, 6, 7, 8].map((count) =>
    letter(`ending/annotation/${count}`, [
      villages,
      ...lines(count),
      signed(count !== 3, township),
      {
        kind: 'annotation',
        inlines: [text('（联系人：欧阳若兰，联系电话：0558-1234567，电子邮箱：qinglian@example.cn）')],
        place,
      },
    ]),
  ),
  letter('ending/joint-unsealed', [villages, ...lines(1), signed(false, party, township)]),
  letter('ending/joint-short', [villages, ...lines(1), signed(true, '县委组织部', '县民政局', '县纪委监委')]),
  letter('ending/long-issuer', [
    villages,
    ...lines(1),
    signed(true, '中共清源县三管镇委员会农村基层党风廉政建设工作领导小组'),
  ]),
];

/** Imprints where the text ends on odd and even pages, with room and without. */
export const imprints: readonly OfficialDocument[] = [8, 12, 18, 24, 26, 28, 30, 36].flatMap((count) =>
  [true, false].map((duplex) =>
    letter(`imprint/${count}/${duplex ? 'duplex' : 'simplex'}`, [villages, ...lines(count)], {
      profile: { duplex },
    }),
  ),
);

/** Paragraphs whose last line would be a single character. */
export const orphans: readonly OfficialDocument[] = [
  documentOf(
    [
      upright(
        ...[27, 28, 54, 55, 82, 83].map((count) => paragraph(words(count))),
        ...[26, 54, 82].map((count) => paragraph(`${words(count)}。`)),
        ...[20, 30, 40].map((count) =>
          paragraph(`到2022年底，${words(count)}达到80%以上，“清廉”${words(6)}。`),
        ),
      ),
    ],
    { id: 'orphans' },
  ),
];

/** What offices vary. */
export const varied: readonly OfficialDocument[] = (
  [
    { linePitch: 28 },
    { linePitch: 30 },
    { pageNumber: 'centre' },
    { boldSecondLevel: true },
    { westernFace: 'own' },
  ] as const
).map((profile) =>
  letter(
    `varied/${Object.keys(profile)[0]}/${Object.values(profile)[0]}`,
    [
      villages,
      { kind: 'heading', level: 2, number: '（一）', inlines: [text('总体要求')], place },
      ...lines(30),
      paragraph(`到2022年${words(60)}`),
      signed(true, township),
    ],
    { profile },
  ),
);

/** Heads whose mark and rules the paper bears. */
export const preprinted: readonly OfficialDocument[] = heads.map((document) => ({
  ...document,
  id: document.id.replace('head/', 'preprinted/'),
  profile: { ...standardProfile, preprinted: true },
}));

/** 版记 that tells how many copies were printed. */
export const counted: readonly OfficialDocument[] = [imprint, { ...imprint, copyTo: null }].map(
  (printed, index) =>
    letter(`counted/${index}`, [villages, ...lines(2), signed(true, township)], {
      imprint: { ...printed, printRun: 30 },
    }),
);

/** All of them. */
export const variants = [
  ...heads,
  ...crowded,
  ...tails,
  ...closer,
  ...closerStill,
  ...scanty,
  ...carried,
  ...endings,
  ...imprints,
  ...orphans,
  ...varied,
  ...preprinted,
  ...counted,
];
