import { expect, test } from 'vitest';
import {
  cellAt,
  eachRow,
  formulaIn,
  ownRow,
  rowCount,
  SheetRowsMaker,
} from '../../src/document/sheet-rows.ts';
import type { SheetRow } from '../../src/document/workbook.ts';
import { cell } from '../writers/xlsx/examples.ts';

const [head, open] = [cell('状态'), cell('未启动')];
const rows: readonly SheetRow[] = [
  { cells: [cell('村居'), head], minimumLines: 2 },
  { cells: [cell('甲村'), open], minimumLines: 1.4 },
  { cells: [cell('乙村'), open], minimumLines: 1.4 },
];

function made(expected: number) {
  const maker = new SheetRowsMaker(2, expected);
  for (const row of rows) maker.add(row);
  return { rows: maker.finish(), columns: [4, 6] };
}

test.each([0, 3, 100])(
  'rows come back as they were put in, whether %i or three were expected',
  (expected) => {
    const sheet = made(expected);
    expect([...eachRow(sheet)]).toEqual(rows);
    expect(rowCount(sheet)).toBe(3);
    expect(cellAt(sheet, 2, 1)).toBe(open);
    expect(cellAt(sheet, 3, 0)).toBeUndefined();
  },
);

test('a cell that stands in several rows is held once', () => {
  const { cells, numbers } = made(3).rows;
  expect(cells).toHaveLength(5);
  expect([...numbers]).toEqual([0, 1, 2, 3, 4, 3]);
});

test('a row has a cell for each column', () => {
  expect(() => new SheetRowsMaker(3, 1).add(rows[0] as SheetRow)).toThrow('a row of 2 cells in 3 columns');
});

test('a formula about its own row is one cell, and in each row it names that row', () => {
  const formula = `IF($B${ownRow}="",0,$B${ownRow}*$C$1)`;
  expect(formulaIn(formula, 12)).toBe('IF($B12="",0,$B12*$C$1)');
});

test('numbers have two bytes as long as those suffice, and four from then on', () => {
  const many = (count: number) => {
    const maker = new SheetRowsMaker(1, count);
    const cells = Array.from({ length: count }, (_, index) => cell(`第${index}村`));
    for (const each of cells) maker.add({ cells: [each], minimumLines: 1 });
    return { cells, rows: maker.finish() };
  };
  expect(many(0x10000).rows.numbers.BYTES_PER_ELEMENT).toBe(2);
  const { cells, rows } = many(0x10001);
  expect(rows.numbers.BYTES_PER_ELEMENT).toBe(4);
  expect(Array.from(rows.numbers, (number) => rows.cells[number])).toEqual(cells);
});
