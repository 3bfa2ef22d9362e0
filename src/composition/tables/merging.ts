import type { Column } from './columns.ts';
import { type GridCell, wordsOf } from './grid.ts';

/** A cell with the row it begins in. */
export interface Placed {
  readonly row: number;
  readonly cell: GridCell;
}

/**
 * Joins the cells of `同值` columns that say the same one below the other, and those of `整列` columns into one.
 * `columns[i]` are the cells of the i-th column in order. A cell is never joined over the edge of a joined cell of
 * an earlier column: what belongs to another field of work stays apart, even when it reads the same.
 */
export function mergeColumns(
  definitions: readonly Column[],
  columns: readonly (readonly Placed[])[],
  bodyRows: number,
): readonly (readonly Placed[])[] {
  const edges = new Set<number>();
  return columns.map((cells, index) => {
    const merge = definitions[index]?.definition.merge ?? null;
    if (merge === '整列') {
      const [first] = cells;
      return first === undefined ? [] : [{ row: 0, cell: { ...first.cell, rowSpan: bodyRows } }];
    }
    if (merge !== '同值') return cells;
    const joined = joinAlike(cells, edges);
    for (const { row } of joined) edges.add(row);
    return joined;
  });
}

function joinAlike(cells: readonly Placed[], edges: ReadonlySet<number>): readonly Placed[] {
  const joined: Placed[] = [];
  for (const next of cells) {
    const last = joined.at(-1);
    const continues =
      last !== undefined &&
      last.row + last.cell.rowSpan === next.row &&
      !edges.has(next.row) &&
      wordsOf(last.cell.content) === wordsOf(next.cell.content);
    if (!continues) {
      joined.push(next);
      continue;
    }
    const rowSpan = last.cell.rowSpan + next.cell.rowSpan;
    joined[joined.length - 1] = { row: last.row, cell: { ...last.cell, rowSpan } };
  }
  return joined;
}
