import { rowCount } from '../../document/sheet-rows.ts';
import type { Cell, CellRange, Sheet } from '../../document/workbook.ts';
import { tableStyles } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';
import { lineCount } from './line-count.ts';
import { cellType, isRuled } from './looks.ts';

/** Height of a line by its size: what Excel and WPS give Chinese faces, with a little to spare. */
const pitch = 1.32;

/** Room Excel and WPS leave between rule and text, left and right together, with some to spare. */
const sideRoom: Points = 9;

/** Excel allows no higher row. */
const highestRow: Points = 409;

/**
 * Heights of all rows, so that nothing is clipped: spreadsheets fit rows by themselves only when they are edited,
 * and never to merged cells.
 */
export function rowHeights(sheet: Sheet, columnWidths: readonly Points[]): ArrayLike<Points> {
  const { size, paddingDown } = tableStyles[sheet.size];
  const merges = mergesByAnchor(sheet.merges);
  const { rows, columns } = sheet;
  const ruled = rows.cells.map(({ role }) => isRuled(role));
  const heights = new Float64Array(rowCount(sheet));
  // In a long ledger the same cells stand below each other: each is measured once a column.
  const needs = columns.map(() => new Map<number, Points>());
  const spanning: { readonly first: number; readonly last: number; readonly need: Points }[] = [];
  for (const [row, minimumLines] of rows.minimumLines.entries()) {
    const start = row * columns.length;
    const numbers = rows.numbers.subarray(start, start + columns.length);
    let height = numbers.some((number) => ruled[number]) ? minimumLines * size * pitch + 2 * paddingDown : 0;
    for (const [column, number] of numbers.entries()) {
      const cell = rows.cells[number];
      if (cell === undefined || cell.value.kind === 'blank') continue;
      const merge = merges.size === 0 ? undefined : merges.get(`${row + 1}:${column + 1}`);
      const known = merge === undefined ? needs[column]?.get(number) : undefined;
      if (known !== undefined) {
        height = Math.max(height, known);
        continue;
      }
      const width = columnWidths
        .slice(column, merge?.lastColumn ?? column + 1)
        .reduce((sum, each) => sum + each, 0);
      const need = neededHeight(cell, sheet.size, width);
      if (merge === undefined) needs[column]?.set(number, need);
      const last = (merge?.lastRow ?? row + 1) - 1;
      if (last > row) spanning.push({ first: row, last, need });
      else height = Math.max(height, need);
    }
    heights[row] = height;
  }
  for (const { first, last, need } of spanning) {
    const missing = need - heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
    if (missing <= 0) continue;
    const share = missing / (last - first + 1);
    for (let row = first; row <= last; row += 1) heights[row] = (heights[row] ?? 0) + share;
  }
  return heights.map((height) => Math.min(highestRow, Math.ceil(height * 2) / 2));
}

function neededHeight(cell: Cell, gridSize: Sheet['size'], width: Points): Points {
  const { size } = cellType(cell.role, gridSize);
  const lines = lineCount(shownText(cell), (width - sideRoom) / size);
  return lines * size * pitch + 2 * tableStyles[gridSize].paddingDown;
}

function shownText({ value }: Cell): string {
  switch (value.kind) {
    case 'blank':
      return '';
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'formula':
      return String(value.result);
  }
}

const mergesByAnchor = (merges: readonly CellRange[]): ReadonlyMap<string, CellRange> =>
  new Map(merges.map((merge) => [`${merge.firstRow}:${merge.firstColumn}`, merge]));
