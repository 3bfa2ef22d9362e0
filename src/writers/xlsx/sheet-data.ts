import { columnLetters } from '../../document/cell-address.ts';
import { formulaIn, rowCount } from '../../document/sheet-rows.ts';
import type { CellRange, CellValue, Sheet } from '../../document/workbook.ts';
import type { Points } from '../../format/units.ts';
import type { SharedStrings } from './shared-strings.ts';
import { markup } from './xml-text.ts';

/** What rows are written with. */
export interface RowContext {
  /** Heights of the rows. */
  readonly heights: ArrayLike<Points>;
  /** Number of the style in the workbook of the cell with a number; 0 for none. */
  readonly styleOf: (cell: number) => number;
  readonly strings: SharedStrings;
}

/** The rows of a sheet as Excel reads them, one by one: of a long sheet only the row under way is held. */
export function* rowsOf(sheet: Sheet, { heights, styleOf, strings }: RowContext): Generator<string> {
  const { rows, columns } = sheet;
  const letters = columns.map((_, column) => columnLetters(column + 1));
  const covered = new CoveredCells(sheet);
  const written = new WrittenCells(rows.cells, styleOf, strings);
  for (let row = 0; row < rowCount(sheet); row++) {
    const number = row + 1;
    let text = '';
    let [first, last] = [0, 0];
    const masters = covered.in(number);
    for (let column = 0; column < columns.length; column++) {
      const master = masters?.get(column + 1);
      const cell = rows.numbers[row * columns.length + column] ?? 0;
      if (master === undefined && rows.cells[cell]?.role === 'none') continue;
      if (first === 0) first = column + 1;
      last = column + 1;
      const rest = master === undefined ? written.filled(cell, number) : written.covered(master);
      if (rest !== nothing) text += `<c r="${letters[column]}${number}"${rest}`;
    }
    const height = heights[row] ?? 0;
    const high = height === 0 ? '' : ` ht="${height}" customHeight="1"`;
    const spans = first === 0 ? '' : ` spans="${first}:${last}"`;
    const head = `<row r="${number}"${high}${spans} x14ac:dyDescent="0.25"`;
    yield text === '' ? `${head}/>` : `${head}>${text}</row>`;
  }
}

/** What stands where neither a style nor a value has to be told. */
const nothing = '';

/** What is written of a cell behind its address: of one that stands in many rows it is worded once. */
class WrittenCells {
  readonly #cells: Sheet['rows']['cells'];
  readonly #styleOf: RowContext['styleOf'];
  readonly #strings: SharedStrings;
  readonly #worded: (string | undefined)[] = [];

  constructor(cells: Sheet['rows']['cells'], styleOf: RowContext['styleOf'], strings: SharedStrings) {
    this.#cells = cells;
    this.#styleOf = styleOf;
    this.#strings = strings;
  }

  /** A cell that is covered by the one with this number. */
  covered(master: number): string {
    return worded(this.#styleOf(master), noContent);
  }

  /** A cell in a row. */
  filled(number: number, row: number): string {
    const cell = this.#cells[number];
    if (cell === undefined) return nothing;
    const known = this.#worded[number];
    if (known !== undefined) {
      if (cell.value.kind === 'text') this.#strings.again();
      return known;
    }
    const text = worded(this.#styleOf(number), contentOf(cell.value, row, this.#strings));
    // A formula is another one in every row.
    if (cell.value.kind !== 'formula') this.#worded[number] = text;
    return text;
  }
}

function worded(style: number, { type, value }: Content): string {
  if (style === 0 && value === '') return nothing;
  const look = style === 0 ? '' : ` s="${style}"`;
  return `${look}${type}${value === '' ? '/>' : `>${value}</c>`}`;
}

/** A cell's attribute for the kind of its content, and the content. */
interface Content {
  readonly type: string;
  readonly value: string;
}

const noContent: Content = { type: '', value: '' };

function contentOf(value: CellValue, row: number, strings: SharedStrings): Content {
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
      return { type, value: `<f>${markup(formulaIn(formula, row))}</f><v>${markup(String(result))}</v>` };
    }
  }
}

/** The cells that merges cover, row by row: each looks as the one that covers it. */
export class CoveredCells {
  readonly #sheet: Covering;
  readonly #rows = new Map<number, CellRange[]>();

  constructor(sheet: Covering) {
    this.#sheet = sheet;
    for (const merge of sheet.merges) {
      for (let row = merge.firstRow; row <= merge.lastRow; row++) {
        const merges = this.#rows.get(row);
        if (merges === undefined) this.#rows.set(row, [merge]);
        else merges.push(merge);
      }
    }
  }

  /** Numbers of the covering cells by column of the covered ones. */
  in(row: number): ReadonlyMap<number, number> | undefined {
    const merges = this.#rows.get(row);
    if (merges === undefined) return undefined;
    const { rows, columns } = this.#sheet;
    const covered = new Map<number, number>();
    for (const { firstRow, firstColumn, lastColumn } of merges) {
      const master = rows.numbers[(firstRow - 1) * columns.length + firstColumn - 1];
      if (master === undefined) continue;
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (row !== firstRow || column !== firstColumn) covered.set(column, master);
      }
    }
    return covered;
  }
}

type Covering = Pick<Sheet, 'rows' | 'columns' | 'merges'>;
