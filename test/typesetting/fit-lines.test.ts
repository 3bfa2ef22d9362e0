import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import { unfitted } from '../../src/document/fitting.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import type { Alignment } from '../../src/document/table.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { copiedTo, kinds } from '../last-lines.ts';
import { words } from '../letters.ts';
import { cell, find, linesOf, paragraph, portrait, row, set, table } from './example.ts';

const letters = (line: string | undefined): number =>
  [...(line ?? '')].filter((one) => /\p{L}/u.test(one)).length;

/** The lines a document's pages have, in order; a table's head and short cell left out. */
const pageLines = (document: OfficialDocument, plain = false): readonly string[] =>
  set(document, plain ? unfitted(document) : undefined)
    .pages.flatMap(linesOf)
    .map((line) => line.replace('二', ''))
    .filter((line) => !line.startsWith('一三'));

const isAlone = (lines: readonly string[]): boolean => lines.length > 1 && letters(lines.at(-1)) <= 1;

describe('a last line is no single character', () => {
  test.each(Object.entries(kinds))('%s', (_, blockOf) => {
    let alone = 0;
    for (let count = 10; count < 110; count++) {
      const document = portrait(blockOf(count));
      const before = pageLines(document, true);
      const after = pageLines(document);
      expect(after.join('')).toBe(before.join(''));
      expect([count, isAlone(after)]).toEqual([count, false]);
      if (isAlone(before)) alone++;
      else expect(after).toEqual(before);
    }
    // Without the fitting it was one.
    expect(alone).toBeGreaterThan(2);
  });

  test('names in 版记', () => {
    let alone = 0;
    for (let count = 10; count < 110; count++) {
      const names = (plain: boolean) => pageLines(copiedTo(count), plain).slice(1, -1);
      expect(isAlone(names(false))).toBe(false);
      if (isAlone(names(true))) alone++;
    }
    expect(alone).toBeGreaterThan(2);
  });

  test('by a hair more between the characters of running text', () => {
    const [section] = fitPages(portrait(paragraph(words(27)), paragraph(words(30)))).sections;
    const part = { row: 0, column: 0, paragraph: 0, tracking: 0.1, narrower: 0 };
    expect(section?.blocks.map(({ parts }) => parts)).toEqual([[part], []]);
  });

  test('by shorter lines in the cells of a form, on the side they are ragged', () => {
    const column = ['指标', '标准', '方法', '分值', '备注'];
    const form = (align: Alignment) =>
      portrait(table(column, row(cell(0, '健全农村财务常态化审计机制', { align }))));
    const edges = (align: Alignment) =>
      ['健全农村财', '务常态化审'].map((line) => find(set(form(align)).pages[0], line).x);
    expect(pageLines(form('left')).slice(-3)).toEqual(['健全农村财', '务常态化审', '计机制']);
    const [part] = fitPages(form('left')).sections[0]?.blocks[0]?.parts ?? [];
    const narrower = part?.narrower ?? 0;
    expect(narrower).toBeGreaterThan(0);
    const unfittedEdge = find(set(form('left'), unfitted(form('left'))).pages[0], '健全农村财务').x;
    expect(edges('left')).toEqual([unfittedEdge, unfittedEdge]);
    // Centred lines stay in the middle, lines flush right at the right.
    const measure = 442.2 / 5 - 8;
    for (const x of edges('center')) expect(x - unfittedEdge).toBeCloseTo((measure - 60) / 2, 1);
    for (const x of edges('right')) expect(x - unfittedEdge).toBeCloseTo(measure - 60, 1);
  });

  test('a name that is spread and a blank to fill in are left as they are', () => {
    const filled: Block = {
      kind: 'paragraph',
      lead: null,
      inlines: [
        { kind: 'text', text: words(27) },
        { kind: 'blank', width: 1 },
      ],
      indent: 'first-line',
      place: nowhere,
    };
    expect(fitPages(portrait(filled)).sections[0]?.blocks[0]?.parts).toEqual([]);
  });

  test('a column of two characters ends as it must', () => {
    const columns = Array.from({ length: 16 }, (_, index) => `${index}`);
    const document = portrait(table(columns, row(cell(0, '考核组'))));
    expect(fitPages(document).sections[0]?.blocks[0]?.parts).toEqual([]);
    expect(find(set(document).pages[0], '组').text).toBe('组');
  });
});
