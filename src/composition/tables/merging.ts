import type { Anchored, CellMaker } from './cells.ts';
import { ColumnCells } from './column-cells.ts';
import type { Column } from './columns.ts';

/**
 * Joins the cells of `同值` columns that say the same one below the other, and those of `整列` columns into one.
 * `columns[i]` are the cells of the i-th column in order. A cell is never joined over the edge of a joined cell of
 * an earlier column: what belongs to another field of work stays apart, even when it reads the same.
 */
export function mergeColumns<Cell extends Anchored>(
  definitions: readonly Column[],
  columns: readonly ColumnCells<Cell>[],
  bodyRows: number,
  maker: CellMaker<Cell>,
): readonly ColumnCells<Cell>[] {
  const edges = new Set<number>();
  return columns.map((cells, index) => {
    const merge = definitions[index]?.definition.merge ?? null;
    if (merge === '整列') {
      const joined = new ColumnCells<Cell>();
      for (const [, first] of cells.from()) {
        joined.put(0, maker.reaching(first, first.columnSpan, bodyRows));
        break;
      }
      return joined;
    }
    if (merge !== '同值') return cells;
    const joined = joinAlike(cells, edges, maker);
    for (const [row] of joined.from()) edges.add(row);
    return joined;
  });
}

function joinAlike<Cell extends Anchored>(
  cells: ColumnCells<Cell>,
  edges: ReadonlySet<number>,
  maker: CellMaker<Cell>,
): ColumnCells<Cell> {
  const joined = new ColumnCells<Cell>();
  for (const [row, next] of cells.from()) {
    const top = joined.length - 1;
    const last = joined.at(top);
    const continues =
      last !== undefined &&
      top + last.rowSpan === row &&
      !edges.has(row) &&
      maker.wordsOf(last) === maker.wordsOf(next);
    if (continues) joined.put(top, maker.reaching(last, last.columnSpan, last.rowSpan + next.rowSpan));
    else joined.put(row, next);
  }
  return joined;
}
