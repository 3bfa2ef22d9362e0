import type { Block } from '../src/document/block.ts';
import type { LetterHeader } from '../src/document/header.ts';
import { text } from '../src/document/inline.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import type { Profile } from '../src/document/profile.ts';
import {
  attachments,
  households,
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
import { paragraph } from './typesetting/example.ts';
import { documentOf, runIn, title } from './writers/docx/blocks.ts';

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
