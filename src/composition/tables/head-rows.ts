import type { Anchored, CellMaker } from './cells.ts';
import type { Column } from './columns.ts';
import { type Filling, inColumn, rootScope, wordsIn } from './filling.ts';
import { fixedCells, rowsFor } from './fixed-rows.ts';
import type { CellLook, GridRow } from './grid.ts';

/** The rows repeated on every page: fixed rows above, then the heads of the columns, in two rows where they share one. */
export function headRows<Cell extends Anchored>(
  filling: Filling,
  columns: readonly Column[],
  maker: CellMaker<Cell>,
): readonly GridRow<Cell>[] {
  const scope = rootScope(filling);
  const above = rowsFor(filling, '表头前', filling.loaded.definition.aboveHead).map((row): GridRow<Cell> => {
    const setting = {
      filling,
      columns,
      maker,
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
  return [...above, ...columnHeads(filling, columns, maker)];
}

function columnHeads<Cell extends Anchored>(
  filling: Filling,
  columns: readonly Column[],
  maker: CellMaker<Cell>,
): readonly GridRow<Cell>[] {
  const headCell = (column: Column, index: number, source: string, key: string, rowSpan: number): Cell => {
    const place = column.placeOf(key);
    const content = wordsIn(filling, source, inColumn(rootScope(filling), column.item), place);
    return maker.make(index, 1, rowSpan, content, headLook, null, place);
  };
  const row = (cells: readonly Cell[]): GridRow<Cell> => ({
    kind: 'head',
    cells,
    minimumLines: 1,
    group: null,
  });
  const ownHead = (column: Column, index: number, rowSpan = 1): Cell =>
    headCell(column, index, column.definition.head, '表头', rowSpan);
  if (columns.every(({ definition: { headAbove } }) => headAbove === null))
    return [row(columns.map((column, index) => ownHead(column, index)))];

  const upper: Cell[] = [];
  const lower: Cell[] = [];
  columns.forEach((column, index) => {
    const { headAbove } = column.definition;
    if (headAbove === null) {
      upper.push(ownHead(column, index, 2));
      return;
    }
    lower.push(ownHead(column, index));
    const last = upper.at(-1);
    const shared = columns[index - 1]?.definition.headAbove === headAbove;
    if (shared && last !== undefined)
      upper[upper.length - 1] = maker.reaching(last, last.columnSpan + 1, last.rowSpan);
    else upper.push(headCell(column, index, headAbove, '组头', 1));
  });
  return [row(upper), row(lower)];
}

const headLook: CellLook = {
  format: 'general',
  align: 'center',
  vertical: 'middle',
  role: 'head',
  input: false,
};
