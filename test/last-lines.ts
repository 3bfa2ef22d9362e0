import { nowhere } from '../src/diagnostics/place.ts';
import type { Block } from '../src/document/block.ts';
import { text } from '../src/document/inline.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import type { Alignment } from '../src/document/table.ts';
import { fitPages } from '../src/typesetting/fit-pages.ts';
import { words } from './letters.ts';
import { cell, heading, paragraph, portrait, row, table } from './typesetting/example.ts';

const inlinesOf = (count: number, end = '') => [text(words(count) + end)];

/** Blocks with a paragraph of so many characters, by what it is. */
export const kinds: Readonly<Record<string, (count: number) => Block>> = {
  正文: (count) => paragraph(`${words(count)}。`),
  标题: (count) => heading(2, '（一）', words(count)),
  主送机关: (count) => ({ kind: 'addressee', inlines: inlinesOf(count, '：'), place: nowhere }),
  附注: (count) => ({ kind: 'annotation', inlines: [text(`（${words(count)}）`)], place: nowhere }),
  表注: (count) => ({ kind: 'table-note', inlines: inlinesOf(count, '。'), place: nowhere }),
  附件说明: (count) => ({ kind: 'attachment-note', titles: ['任务清单', words(count)], place: nowhere }),
  名单: (count) => ({
    kind: 'roster',
    groups: [{ label: '组长', entries: [{ name: '王宁', post: words(count), place: nowhere }] }],
    place: nowhere,
  }),
  出席: (count) => ({
    kind: 'attendance',
    lists: [{ label: '出席', persons: inlinesOf(count) }],
    place: nowhere,
  }),
  ...Object.fromEntries(
    (['left', 'justify', 'center', 'right'] as const).map((align: Alignment) => [
      `格子 ${align}`,
      // Columns of a dozen characters.
      (count: number) => table(['一', '二', '三'], row(cell(0, words(count), { align }), cell(1, '二'))),
    ]),
  ),
};

/** A document whose 抄送 has so many characters. */
export const copiedTo = (count: number): OfficialDocument => ({
  ...portrait(paragraph('正文。')),
  id: `抄送 ${count}`,
  imprint: {
    kind: 'printed',
    copyTo: words(count),
    printedBy: '三管镇党政办公室',
    printedOn: '2022年5月24日',
    printRun: null,
    places: {},
  },
});

/** Blocks of a kind that would end with a single character, enough for a page, with something between them. */
const fittedBlocks: readonly OfficialDocument[] = Object.entries(kinds).map(([kind, blockOf]) => {
  const blocks = Array.from({ length: 100 }, (_, index) => blockOf(10 + index))
    .filter((block) =>
      fitPages(portrait(block)).sections.some((section) =>
        section.blocks.some(({ parts }) => parts.length > 0),
      ),
    )
    .slice(0, 5);
  return { ...portrait(...blocks.flatMap((block) => [paragraph(kind), block])), id: kind };
});

const fittedCopies = Array.from({ length: 100 }, (_, index) => copiedTo(10 + index)).filter((document) => {
  const { tracking, narrower } = fitPages(document).copies.copyTo;
  return tracking !== 0 || narrower !== 0;
});

/** Documents whose last lines had to be fitted. */
export const fittedDocuments: readonly OfficialDocument[] = [...fittedBlocks, ...fittedCopies];
