import { text } from '../../../src/document/inline.ts';
import { headingLevels } from '../../../src/preflight/rules/heading-levels.ts';
import { headingNumber } from '../../../src/preflight/rules/heading-number.ts';
import { headingOrder } from '../../../src/preflight/rules/heading-order.ts';
import { headingPunctuation } from '../../../src/preflight/rules/heading-punctuation.ts';
import { lineEdges } from '../../../src/preflight/rules/line-edges.ts';
import { loneCharacter } from '../../../src/preflight/rules/lone-character.ts';
import { noTextPage } from '../../../src/preflight/rules/no-text-page.ts';
import { oldEdition } from '../../../src/preflight/rules/old-edition.ts';
import { paragraphLines } from '../../../src/preflight/rules/paragraph-lines.ts';
import { strandedHeading } from '../../../src/preflight/rules/stranded-heading.ts';
import { tableHead } from '../../../src/preflight/rules/table-head.ts';
import { tableText } from '../../../src/preflight/rules/table-text.ts';
import type { Page, TypesetDocument } from '../../../src/typesetting/page.ts';
import { cell, documentOf, heading, paragraph, portrait, row, table } from '../../typesetting/example.ts';
import { type Case, filler, note, notice, texts } from '../example.ts';

const of = (...blocks: Parameters<typeof portrait>) => ({ document: portrait(...blocks) });

/** A table whose first cell has several paragraphs. */
const celled = (...words: string[]) =>
  table(['一', '二'], row(cell(0, '', { paragraphs: words.map((each) => [text(each)]) }), cell(1, '二')));

/** A paragraph of four lines, each of one character. */
const fourLines = of(paragraph('甲'.repeat(26) + '乙'.repeat(28) + '丙'.repeat(28) + '丁'.repeat(10)));

/** Moves what stands below a line of a page to a page of its own. */
const cutBelow =
  (words: string) =>
  (document: TypesetDocument): TypesetDocument => ({
    ...document,
    pages: document.pages.flatMap((page): Page[] => {
      const found = page.body.find((item) => item.kind === 'text' && item.text.includes(words));
      if (found?.kind !== 'text') return [page];
      const above = (item: Page['body'][number]) => (item.kind === 'text' ? item.y : item.y1) <= found.y;
      return [
        { ...page, body: page.body.filter(above) },
        { ...page, body: page.body.filter((item) => !above(item)) },
      ];
    }),
  });

/** A table of so many rows: 25 and its head fill a page. */
const tableOfRows = (count: number) =>
  portrait(
    table(
      ['序号', '任务'],
      ...Array.from({ length: count }, (_, index) => row(cell(0, String(index)), cell(1, '学习'))),
    ),
  );

/** A table that goes over to a second page. */
const longTable = tableOfRows(40);

/** Leaves out heads that are repeated. */
const withoutRepeated = (pages: TypesetDocument): TypesetDocument => ({
  ...pages,
  pages: pages.pages.map((page) => ({
    ...page,
    body: page.body.filter((item) => item.kind === 'rule' || item.element !== null),
  })),
});

/** A heading with a paragraph of two lines. */
const headed = of(heading(1, '一、', '总体要求'), paragraph('甲'.repeat(26) + '乙'.repeat(10)));

/** Rules about the text, its headings and tables. */
export const bodyCases: readonly Case[] = [
  {
    rule: headingNumber,
    says: ['标题“1、抓好学习”的序号写法不对'],
    breaks: of(heading(3, '1、', '抓好学习'), paragraph('一段。')),
    barely: of(heading(3, '1.', '抓好学习'), paragraph('一段。')),
  },
  {
    rule: headingNumber,
    says: ['后面又写了“一、”'],
    breaks: of(heading(1, '一、', '一、总体要求'), paragraph('一段。')),
    barely: of(heading(1, '一、', '一个总体要求'), paragraph('一段。')),
  },
  {
    rule: headingNumber,
    says: ['后面又写了“、”'],
    breaks: of(heading(2, '（一）', '、抓好学习'), paragraph('一段。')),
    barely: of(heading(2, '（一）', '5.5千米道路'), paragraph('一段。')),
  },
  {
    rule: headingOrder,
    says: ['标题“三、保障措施”的序号不连续，应当接着第 1 个'],
    breaks: of(
      heading(1, '一、', '总体要求'),
      paragraph('一段。'),
      heading(1, '三、', '保障措施'),
      paragraph('一段。'),
    ),
    barely: of(
      heading(1, '一、', '总体要求'),
      paragraph('一段。'),
      heading(1, '二、', '保障措施'),
      paragraph('一段。'),
    ),
  },
  {
    rule: headingOrder,
    says: ['标题“（一）丙”的序号不连续'],
    breaks: of(
      heading(1, '一、', '甲'),
      heading(2, '（一）', '乙'),
      heading(2, '（一）', '丙'),
      paragraph('一段。'),
    ),
    barely: of(
      heading(1, '一、', '甲'),
      heading(2, '（一）', '乙'),
      heading(1, '二、', '丁'),
      heading(2, '（一）', '丙'),
      heading(3, '1.', '戊'),
      heading(1, '三、', '己'),
      heading(3, '2.', '连续编号'),
      paragraph('一段。'),
    ),
  },
  {
    rule: headingOrder,
    says: ['应当从第一个开始'],
    breaks: of(heading(1, '二、', '总体要求'), paragraph('一段。')),
    barely: {
      document: documentOf(
        {
          orientation: 'portrait',
          blocks: [heading(1, '一、', '甲'), heading(1, '二、', '乙'), paragraph('一段。')],
        },
        { orientation: 'portrait', blocks: [heading(1, '一、', '另一面'), paragraph('一段。')] },
      ),
    },
  },
  {
    rule: headingLevels,
    says: ['标题“1.乙”越过了中间的层次'],
    breaks: of(
      heading(1, '一、', '甲'),
      heading(3, '1.', '乙'),
      heading(2, '（一）', '丙'),
      paragraph('一段。'),
    ),
    barely: of(
      heading(1, '一、', '甲'),
      heading(3, '1.', '乙'),
      heading(1, '二、', '丙'),
      heading(2, '（一）', '丁'),
      paragraph('一段。'),
    ),
  },
  {
    rule: headingPunctuation,
    says: ['标题“一、总体要求：”末尾不加“：”'],
    breaks: of(heading(1, '一、', '总体要求：'), paragraph('一段。')),
    barely: of(heading(1, '一、', '创建“清廉村居”'), paragraph('一段。')),
  },
  {
    rule: strandedHeading,
    says: ['标题“一、总体要求”落在页尾'],
    breaks: { ...headed, edit: cutBelow('总体要求') },
    barely: { ...headed, edit: cutBelow('甲') },
  },
  {
    rule: paragraphLines,
    says: ['页首只有一段的最后一行'],
    breaks: { ...fourLines, edit: cutBelow('丙') },
    barely: { ...fourLines, edit: cutBelow('乙') },
  },
  {
    rule: paragraphLines,
    says: ['页尾只有一段的第一行'],
    breaks: { ...fourLines, edit: cutBelow('甲') },
    barely: { ...fourLines, edit: cutBelow('乙') },
  },
  {
    rule: lineEdges,
    says: ['“。”排在了行首：“。'],
    breaks: {
      ...of(paragraph(filler(40))),
      edit: texts({ kind: 'paragraph' }, (item) => ({
        ...item,
        text: item.x < 80 ? `。${item.text}` : item.text,
      })),
    },
    barely: of(paragraph(`${filler(25)}。${filler(29)}`)),
  },
  {
    rule: lineEdges,
    says: ['“（”排在了行尾'],
    breaks: {
      ...of(paragraph(filler(40))),
      edit: texts({ kind: 'paragraph' }, (item) => ({
        ...item,
        text: item.x > 80 ? `${item.text}（` : item.text,
      })),
    },
    barely: of(paragraph(`${filler(25)}（${filler(29)}）`)),
  },
  {
    rule: lineEdges,
    says: ['一个数断在了两行'],
    breaks: {
      ...of(paragraph(filler(60))),
      edit: texts({ kind: 'paragraph' }, (item) => ({
        ...item,
        text: item.x > 80 ? `${item.text}20` : `22${item.text}`,
      })),
    },
    barely: of(paragraph(`${filler(25)}20222022${filler(29)}`)),
  },
  {
    rule: loneCharacter,
    says: ['段末一行只有一个字：“镇。”'],
    breaks: of(paragraph(`${filler(26)}镇。`)),
    barely: of(paragraph(`${filler(26)}管镇。`)),
  },
  {
    // Of two paragraphs of a cell the first ends so; the second is one character by itself.
    rule: loneCharacter,
    says: ['段末一行只有一个字：“镇。”'],
    breaks: of(celled(`${filler(17)}镇。`, '镇')),
    barely: of(celled(`${filler(17)}三镇。`, '镇')),
  },
  {
    rule: loneCharacter,
    says: ['段末一行只有一个字：“镇”'],
    breaks: of(note(`${filler(22)}镇`, '名单')),
    barely: of(note(`${filler(22)}三镇`, '镇')),
  },
  {
    rule: tableText,
    says: ['表格里的“任务”伸出了格子', '表格里的“序号任务”伸出了格子'],
    breaks: {
      document: longTable,
      edit: texts({ words: '任务' }, (item) => ({ ...item, x: item.x - 5.1 })),
    },
    barely: { document: longTable, edit: texts({ words: '任务' }, (item) => ({ ...item, x: item.x - 4.9 })) },
  },
  {
    rule: tableHead,
    says: ['“例表”转到这一页，没有重复表头'],
    breaks: { document: tableOfRows(26), edit: withoutRepeated },
    barely: { document: tableOfRows(25), edit: withoutRepeated },
  },
  {
    rule: oldEdition,
    says: ['“主题词：农村　廉政　通知”'],
    breaks: of(paragraph('一段。'), paragraph('主题词：农村　廉政　通知')),
    barely: of(paragraph('本镇以主题词：“清廉”为号召。')),
  },
  {
    rule: noTextPage,
    says: ['不写“此页无正文”'],
    breaks: { document: notice({ text: [paragraph('（此页无正文）')] }) },
    barely: { document: notice({ text: [paragraph('此页有正文。')] }) },
  },
];
