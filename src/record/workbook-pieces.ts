import { rangeAddress } from '../document/cell-address.ts';
import { rowCount } from '../document/sheet-rows.ts';
import type { Cell, Sheet, Workbook } from '../document/workbook.ts';

/** A piece of a workbook; where it came from and how it begins is found out only for what changed. */
export interface WorkbookPiece {
  readonly mark: () => string;
  readonly where: () => string;
  readonly words: () => string;
}

const noWords = (): string => '';

/** The pieces of a workbook, from its properties to the last cell. `markOf` makes the mark of a value. */
export function* workbookPieces(
  { sheets, id: _, ...rest }: Workbook,
  markOf: (value: unknown) => string,
): Generator<WorkbookPiece> {
  yield { mark: () => markOf(rest), where: () => '文件属性', words: noWords };
  for (const sheet of sheets) yield* sheetPieces(sheet, markOf);
}

/** Of a list of more rows a row is a part, of shorter ones a cell. */
const fewRows = 5000;

function* sheetPieces(sheet: Sheet, markOf: (value: unknown) => string): Generator<WorkbookPiece> {
  const { rows, ...rest } = sheet;
  yield { mark: () => markOf(rest), where: () => `${rest.name}的版式`, words: noWords };
  // Cells that are the same are the same object.
  const marks = rows.cells.map((cell) => markOf(cell));
  const width = rest.columns.length;
  const where = (row: number, firstColumn: number, lastColumn: number): string =>
    `${rest.name}!${rangeAddress({ firstRow: row, lastRow: row, firstColumn, lastColumn })}`;
  const inRows = rowCount(sheet) > fewRows;
  for (let row = 1; row <= rowCount(sheet); row++) {
    const numbers = rows.numbers.subarray((row - 1) * width, row * width);
    const words = (some: ArrayLike<number>): string =>
      Array.from(some, (number) => wordsOf(rows.cells[number]))
        .filter((text) => text !== '')
        .join('　');
    if (inRows) {
      const mark = (): string => markOf(Array.from(numbers, (number) => marks[number]));
      yield { mark, where: () => where(row, 1, width), words: () => words(numbers) };
      continue;
    }
    for (const [column, number] of numbers.entries()) {
      yield {
        mark: () => marks[number] ?? '',
        where: () => where(row, column + 1, column + 1),
        words: () => words(numbers.subarray(column, column + 1)),
      };
    }
  }
}

function wordsOf(cell: Cell | undefined): string {
  if (cell?.value.kind === 'text') return cell.value.text;
  return cell?.value.kind === 'number' ? String(cell.value.value) : '';
}
