import { plainText } from '../../../src/document/inline.ts';
import type { Table, TableCell } from '../../../src/document/table.ts';

const words = ({ paragraphs }: TableCell): string => paragraphs.map(plainText).join('/');

/**
 * A table as lines, one a row: cells parted by `|`, paragraphs by `/`; `>2` is a cell two columns wide, `v3` one
 * three rows high; what a span from above covers is not shown.
 */
export function draw({ head, body }: Table): readonly string[] {
  return [...head, ...body].map(({ cells }) =>
    cells
      .map((cell) => {
        const across = cell.columnSpan > 1 ? `>${cell.columnSpan}` : '';
        const down = cell.rowSpan > 1 ? `v${cell.rowSpan}` : '';
        return `${words(cell)}${across}${down}`;
      })
      .join(' | '),
  );
}

/** Whether cells and their spans cover every place of a table's head and body exactly once. */
export function isWhole({ columns, head, body }: Table): boolean {
  return [head, body].every((rows) => {
    const covered = rows.map(() => columns.map(() => 0));
    rows.forEach(({ cells }, row) => {
      for (const { column, columnSpan, rowSpan } of cells) {
        for (let down = 0; down < rowSpan; down += 1) {
          for (let across = 0; across < columnSpan; across += 1) {
            const line = covered[row + down];
            if (line === undefined || line[column + across] === undefined) return;
            line[column + across] = (line[column + across] ?? 0) + 1;
          }
        }
      }
    });
    return covered.flat().every((count) => count === 1);
  });
}
