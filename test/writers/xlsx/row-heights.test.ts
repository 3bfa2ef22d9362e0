import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../src/document/workbook.ts';
import { columnWidths } from '../../../src/writers/xlsx/column-widths.ts';
import { lineCount } from '../../../src/writers/xlsx/line-count.ts';
import { rowHeights } from '../../../src/writers/xlsx/row-heights.ts';
import { cell, sheet } from './examples.ts';

describe('lines a text takes', () => {
  test('Chinese breaks anywhere, figures count half', () => {
    expect(lineCount('一二三四五', 5)).toBe(1);
    expect(lineCount('一二三四五六', 5)).toBe(2);
    expect(lineCount('2022年9月', 5)).toBe(1);
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    // 一二三四五。 in fives: 五 goes down with its stop.
    expect(lineCount('一二三四五。六七八', 5)).toBe(2);
    expect(lineCount('一二三四五。六七八九', 5)).toBe(3);
    expect(lineCount('一二三四“五六七八', 5)).toBe(2);
  });

  test('paragraphs begin new lines, empty ones too', () => {
    expect(lineCount('一\n二', 5)).toBe(2);
    expect(lineCount('一\n\n二', 5)).toBe(3);
  });

  test('what is wider than the column is broken', () => expect(lineCount('A'.repeat(25), 5)).toBe(3));
});

describe('heights of rows', () => {
  const heights = (rows: Sheet): readonly number[] => Array.from(rowHeights(rows, columnWidths(rows)));

  test('a row is as high as its fullest cell', () => {
    const [one = 0, three = 0] = heights(
      sheet([
        [cell('短'), cell('短')],
        [cell('短'), cell('一\n二\n三')],
      ]),
    );
    expect(three - one).toBeCloseTo(2 * 12 * 1.32, 0);
  });

  test('a merged cell that needs more than its rows lends them what is missing', () => {
    const merges = [{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 }];
    const rows = [
      [cell('一\n二\n三\n四'), cell('短')],
      [cell(''), cell('短')],
    ];
    const spread = heights(sheet(rows, { merges }));
    const [single = 0] = heights(sheet([[cell('一\n二\n三\n四')]]));
    expect(spread[0]).toBe(spread[1]);
    expect((spread[0] ?? 0) + (spread[1] ?? 0)).toBeGreaterThanOrEqual(single);
  });

  test('a cell merged across has the width of all its columns', () => {
    const words = '一'.repeat(30);
    const rows = [[cell(words), cell('')]];
    const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 }];
    expect(heights(sheet(rows, { merges }))[0]).toBeLessThan(heights(sheet(rows))[0] ?? 0);
  });

  test('never above what Excel allows', () => {
    expect(heights(sheet([[cell('一\n'.repeat(60))]]))).toEqual([409]);
  });
});

describe('widths of columns', () => {
  const print = { orientation: 'portrait', margins: 'type-area' } as const;
  const columns = (...widths: number[]): readonly number[] =>
    columnWidths(sheet([[]], { columns: widths, print })).map((width) => Math.round(width * 10) / 10);

  test('what is left of the page goes to the columns of running text', () => {
    expect(columns(5, 20)).toEqual([60, 382.2]);
  });

  test('to all alike where there are none', () => expect(columns(5, 5)).toEqual([221.1, 221.1]));

  test('a sheet wider than its page stays as it is', () => expect(columns(20, 20)).toEqual([240, 240]));
});
