import { text } from '../src/document/inline.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import { standardProfile } from '../src/document/profile.ts';
import {
  addressee,
  attachments,
  letter,
  lines,
  party,
  place,
  signed,
  township,
  upright,
  villages,
  words,
} from './letters.ts';
import { carried, closer, closerStill, scanty, tails } from './signature-variants.ts';
import { paragraph } from './typesetting/example.ts';
import { documentOf, imprint } from './writers/docx/blocks.ts';

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

/** The one of an id. */
export function named(documents: readonly OfficialDocument[], id: string): OfficialDocument {
  const found = documents.find((document) => document.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
