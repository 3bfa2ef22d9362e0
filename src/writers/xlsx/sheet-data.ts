import { columnLetters } from '../../document/cell-address.ts';
import type { Cell, CellRange, CellValue, Sheet } from '../../document/workbook.ts';
import type { Points } from '../../format/units.ts';
import type { SharedStrings } from './shared-strings.ts';
import { markup } from './xml-text.ts';

/** What rows are written with. */
export interface RowContext {
  /** Heights of the rows. */
  readonly heights: readonly Points[];
  /** Number of a cell's style in the workbook; 0 for none. */
  readonly styleOf: (cell: Cell) => number;
  readonly strings: SharedStrings;
}

/** The rows of a sheet as Excel reads them, one by one: of a long sheet only the row under way is held. */
export function* rowsOf(sheet: Sheet, { heights, styleOf, strings }: RowContext): Generator<string> {
  const letters = sheet.columns.map((_, column) => columnLetters(column + 1));
  const covered = new CoveredCells(sheet);
  for (const [index, { cells }] of sheet.rows.entries()) {
    const number = index + 1;
    let written = '';
    let [first, last] = [0, 0];
    const masters = covered.in(number);
    for (const [column, cell] of cells.entries()) {
      const master = masters?.get(column + 1);
      if (cell.role === 'none' && master === undefined) continue;
      if (first === 0) first = column + 1;
      last = column + 1;
      const content = master === undefined ? contentOf(cell.value, strings) : noContent;
      const style = styleOf(master ?? cell);
      if (style === 0 && content === noContent) continue;
      const { type, value } = content;
      const look = style === 0 ? '' : ` s="${style}"`;
      const end = value === '' ? '/>' : `>${value}</c>`;
      written += `<c r="${letters[column]}${number}"${look}${type}${end}`;
    }
    const height = heights[index] ?? 0;
    if (height === 0 && first === 0) continue;
    const high = height === 0 ? '' : ` ht="${height}" customHeight="1"`;
    const spans = first === 0 ? '' : ` spans="${first}:${last}"`;
    const head = `<row r="${number}"${high}${spans} x14ac:dyDescent="0.25"`;
    yield written === '' ? `${head}/>` : `${head}>${written}</row>`;
  }
}

/** A cell's attribute for the kind of its content, and the content. */
interface Content {
  readonly type: string;
  readonly value: string;
}

const noContent: Content = { type: '', value: '' };

function contentOf(value: CellValue, strings: SharedStrings): Content {
  switch (value.kind) {
    case 'blank':
      return noContent;
    case 'text':
      return { type: ' t="s"', value: `<v>${strings.numberOf(value.text)}</v>` };
    case 'number':
      return { type: '', value: `<v>${value.value}</v>` };
    case 'formula': {
      const { formula, result } = value;
      const type = typeof result === 'string' ? ' t="str"' : '';
      return { type, value: `<f>${markup(formula)}</f><v>${markup(String(result))}</v>` };
    }
  }
}

/** The cells that merges cover, row by row: each looks as the one that covers it. */
export class CoveredCells {
  readonly #sheet: Pick<Sheet, 'rows' | 'merges'>;
  readonly #rows = new Map<number, CellRange[]>();

  constructor(sheet: Pick<Sheet, 'rows' | 'merges'>) {
    this.#sheet = sheet;
    for (const merge of sheet.merges) {
      for (let row = merge.firstRow; row <= merge.lastRow; row++) {
        const merges = this.#rows.get(row);
        if (merges === undefined) this.#rows.set(row, [merge]);
        else merges.push(merge);
      }
    }
  }

  /** Covering cells by column of the covered ones. */
  in(row: number): ReadonlyMap<number, Cell> | undefined {
    const merges = this.#rows.get(row);
    if (merges === undefined) return undefined;
    const covered = new Map<number, Cell>();
    for (const { firstRow, firstColumn, lastColumn } of merges) {
      const master = this.#sheet.rows[firstRow - 1]?.cells[firstColumn - 1];
      if (master === undefined) continue;
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (row !== firstRow || column !== firstColumn) covered.set(column, master);
      }
    }
    return covered;
  }
}
