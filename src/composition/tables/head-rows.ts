import type { Column } from './columns.ts';
import { type Filling, inColumn, rootScope, wordsIn } from './filling.ts';
import { fixedCells, rowsFor } from './fixed-rows.ts';
import type { CellLook, GridCell, GridRow } from './grid.ts';

/** The rows repeated on every page: fixed rows above, then the heads of the columns, in two rows where they share one. */
export function headRows(filling: Filling, columns: readonly Column[]): readonly GridRow[] {
  const scope = rootScope(filling);
  const above = rowsFor(filling, '表头前', filling.loaded.definition.aboveHead).map((row): GridRow => {
    const setting = {
      filling,
      columns,
      part: '表头前',
      scope,
      covered: new Set<number>(),
      summed: () => [],
      sums: 'all',
      role: 'body',
    } as const;
    const cells = fixedCells(setting, row);
    return { kind: 'head', cells, minimumLines: row.definition.minimumLines, group: null };
  });
  return [...above, ...columnHeads(filling, columns)];
}

function columnHeads(filling: Filling, columns: readonly Column[]): readonly GridRow[] {
  const heads = columns.map((column, index): GridCell => {
    return headCell(filling, column, index, column.definition.head, '表头');
  });
  const row = (cells: readonly GridCell[]): GridRow => ({
    kind: 'head',
    cells,
    minimumLines: 1,
    group: null,
  });
  if (columns.every(({ definition: { headAbove } }) => headAbove === null)) return [row(heads)];

  const upper: GridCell[] = [];
  columns.forEach((column, index) => {
    const { headAbove } = column.definition;
    const own = heads[index];
    if (own === undefined) return;
    if (headAbove === null) {
      upper.push({ ...own, rowSpan: 2 });
      return;
    }
    const last = upper.at(-1);
    const shared = columns[index - 1]?.definition.headAbove === headAbove;
    if (shared && last !== undefined) upper[upper.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else upper.push(headCell(filling, column, index, headAbove, '组头'));
  });
  return [row(upper), row(heads.filter((_, index) => columns[index]?.definition.headAbove !== null))];
}

const headLook: CellLook = {
  format: 'general',
  align: 'center',
  vertical: 'middle',
  role: 'head',
  input: false,
};

function headCell(
  filling: Filling,
  { item, placeOf }: Column,
  column: number,
  source: string,
  key: string,
): GridCell {
  const scope = inColumn(rootScope(filling), item);
  return {
    column,
    columnSpan: 1,
    rowSpan: 1,
    content: wordsIn(filling, source, scope, placeOf(key)),
    look: headLook,
    entry: null,
    place: placeOf(key),
  };
}
