import { ColumnCells } from './column-cells.ts';
import type { Column } from './columns.ts';
import { wordsOf } from './grid.ts';

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
      const joined = new ColumnCells();
      for (const [, first] of cells.from()) {
        joined.put(0, { ...first, rowSpan: bodyRows });
        break;
      }
      return joined;
    }
    if (merge !== '同值') return cells;
    const joined = joinAlike(cells, edges);
    for (const [row] of joined.from()) edges.add(row);
    return joined;
  });
}

function joinAlike(cells: ColumnCells, edges: ReadonlySet<number>): ColumnCells {
  const joined = new ColumnCells();
  for (const [row, next] of cells.from()) {
    const top = joined.length - 1;
    const last = joined.at(top);
    const continues =
      last !== undefined &&
      top + last.rowSpan === row &&
      !edges.has(row) &&
      wordsOf(last.content) === wordsOf(next.content);
    if (continues) joined.put(top, { ...last, rowSpan: last.rowSpan + next.rowSpan });
    else joined.put(row, next);
  }
  return joined;
}
