import type { Column } from './columns.ts';
import { type GridCell, wordsOf } from './grid.ts';

/** The cells of a column, each at the index of the row it begins in: of many thousand rows nothing else is held. */
export type ColumnCells = (GridCell | undefined)[];

/** Puts a cell into a column, below all others. */
export function putCell(cells: ColumnCells, row: number, cell: GridCell): void {
  while (cells.length < row) cells.push(undefined);
  cells.push(cell);
}

/**
 * Joins the cells of `同值` columns that say the same one below the other, and those of `整列` columns into one.
 * `columns[i]` are the cells of the i-th column in order. A cell is never joined over the edge of a joined cell of
 * an earlier column: what belongs to another field of work stays apart, even when it reads the same.
 */
export function mergeColumns(
  definitions: readonly Column[],
  columns: readonly ColumnCells[],
  bodyRows: number,
): readonly ColumnCells[] {
  const edges = new Set<number>();
  return columns.map((cells, index) => {
    const merge = definitions[index]?.definition.merge ?? null;
    if (merge === '整列') {
      const first = cells.find((cell) => cell !== undefined);
      return first === undefined ? [] : [{ ...first, rowSpan: bodyRows }];
    }
    if (merge !== '同值') return cells;
    const joined = joinAlike(cells, edges);
    for (const [row, cell] of joined.entries()) if (cell !== undefined) edges.add(row);
    return joined;
  });
}

function joinAlike(cells: ColumnCells, edges: ReadonlySet<number>): ColumnCells {
  const joined: ColumnCells = [];
  for (const [row, next] of cells.entries()) {
    if (next === undefined) continue;
    const top = joined.length - 1;
    const last = joined[top];
    const continues =
      last !== undefined &&
      top + last.rowSpan === row &&
      !edges.has(row) &&
      wordsOf(last.content) === wordsOf(next.content);
    if (continues) joined[top] = { ...last, rowSpan: last.rowSpan + next.rowSpan };
    else putCell(joined, row, next);
  }
  return joined;
}
