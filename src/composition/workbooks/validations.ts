import type { Validation } from '../../document/workbook.ts';
import { type GridEntry, type GridRows, isSameEntry } from '../tables/grid.ts';

/** What may be entered where; neighbours one below the other that take the same share one validation. */
export function validationsOf(rows: GridRows, firstRow: number): readonly Validation[] {
  const found: Validation[] = [];
  /** The validation a column's last cell got, by column. */
  const open = new Map<number, { readonly index: number; readonly entry: GridEntry }>();
  let row = firstRow;
  for (const { cells } of rows) {
    for (const { column, columnSpan, rowSpan, entry } of cells) {
      if (entry === null) continue;
      const before = open.get(column);
      const above = before === undefined ? undefined : found[before.index];
      const lastRow = row + rowSpan - 1;
      if (
        before !== undefined &&
        above !== undefined &&
        above.range.lastRow === row - 1 &&
        above.range.lastColumn === column + columnSpan &&
        isSameEntry(before.entry, entry)
      ) {
        found[before.index] = { ...above, range: { ...above.range, lastRow } };
        continue;
      }
      open.set(column, { index: found.length, entry });
      found.push({
        ...entry,
        range: { firstRow: row, lastRow, firstColumn: column + 1, lastColumn: column + columnSpan },
      });
    }
    row += 1;
  }
  return found;
}
