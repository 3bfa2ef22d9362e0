import { expect, test } from 'vitest';
import { ColumnCells } from '../../../src/composition/tables/column-cells.ts';
import { blank, type GridCell } from '../../../src/composition/tables/grid.ts';
import { nowhere } from '../../../src/diagnostics/place.ts';

const cell = (rowSpan: number): GridCell => ({
  column: 0,
  columnSpan: 1,
  rowSpan,
  content: blank,
  look: { format: 'general', align: 'left', vertical: 'middle', role: 'body', input: false },
  entry: null,
  place: nowhere,
});

test('a column holds cells at the rows they begin in, however many rows lie between', () => {
  const cells = new ColumnCells<GridCell>();
  const rows = [0, 3, 4, 4095, 4096, 20_001];
  for (const row of rows) cells.put(row, cell(row + 1));
  expect(cells.length).toBe(20_002);
  expect(cells.at(3)?.rowSpan).toBe(4);
  expect([1, 5000, 30_000].map((row) => cells.at(row))).toEqual([undefined, undefined, undefined]);
  expect(Array.from(cells.from(), ([row]) => row)).toEqual(rows);
  expect(Array.from(cells.from(4, 4096), ([row]) => row)).toEqual([4, 4095, 4096]);
});

test('the last cell may be put in place anew', () => {
  const cells = new ColumnCells<GridCell>();
  cells.put(2, cell(1));
  cells.put(2, cell(5));
  expect(cells.length).toBe(3);
  expect(cells.at(2)?.rowSpan).toBe(5);
});

test('a cell that stands in many rows is the same in all of them', () => {
  const cells = new ColumnCells<GridCell>();
  const [one, other] = [cell(1), cell(1)];
  for (let row = 0; row < 20_000; row++) if (row % 3 > 0) cells.put(row, row % 3 === 1 ? one : other);
  expect(Array.from({ length: 20_000 }, (_, row) => cells.at(row))).toEqual(
    Array.from({ length: 20_000 }, (_, row) => [undefined, one, other][row % 3]),
  );
  expect(cells.at(4096)).toBe(one);
  expect(cells.at(4096 + 1)).toBe(other);
});
