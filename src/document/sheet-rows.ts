import type { Cell, Sheet, SheetRow, SheetRows } from './workbook.ts';

/** Stands in a formula for the number of the row it is in, so that it is one cell in however many rows; no text has this character. */
export const ownRow = '\uffff';

/** A cell's formula as it stands in a row, counted from 1. */
export const formulaIn = (formula: string, row: number): string => formula.replaceAll(ownRow, String(row));

const mostOfTwoBytes = 0xffff;

/**
 * Takes in the rows of a sheet, from the top. Cells that are the same should be the same object: each object is held once.
 */
export class SheetRowsMaker {
  readonly #cells: Cell[] = [];
  readonly #known = new Map<Cell, number>();
  readonly #width: number;
  /** Of two bytes each while they suffice. */
  #numbers: SheetRows['numbers'];
  #minimumLines: Float64Array;
  #count = 0;

  /** `width` is the number of columns, `expected` about how many rows come. */
  constructor(width: number, expected: number) {
    this.#width = width;
    this.#numbers = new Uint16Array(width * expected);
    this.#minimumLines = new Float64Array(expected);
  }

  /** A row with a cell for each column. */
  add({ cells, minimumLines }: SheetRow): void {
    if (this.#count === this.#minimumLines.length) this.#grow();
    const start = this.#count * this.#width;
    for (let column = 0; column < this.#width; column++) {
      const cell = cells[column];
      if (cell === undefined)
        throw new RangeError(`a row of ${cells.length} cells in ${this.#width} columns`);
      const number = this.#numberOf(cell);
      if (number > mostOfTwoBytes && this.#numbers instanceof Uint16Array)
        this.#numbers = Uint32Array.from(this.#numbers);
      this.#numbers[start + column] = number;
    }
    this.#minimumLines[this.#count] = minimumLines;
    this.#count += 1;
  }

  /** All that was added. */
  finish(): SheetRows {
    const isFull = this.#count === this.#minimumLines.length;
    return {
      cells: this.#cells,
      numbers: isFull ? this.#numbers : this.#numbers.slice(0, this.#count * this.#width),
      minimumLines: isFull ? this.#minimumLines : this.#minimumLines.slice(0, this.#count),
    };
  }

  #numberOf(cell: Cell): number {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const number = this.#cells.push(cell) - 1;
    this.#known.set(cell, number);
    return number;
  }

  #grow(): void {
    const room = 2 * this.#count + 16;
    const Numbers = this.#numbers instanceof Uint16Array ? Uint16Array : Uint32Array;
    const [numbers, minimumLines] = [new Numbers(room * this.#width), new Float64Array(room)];
    numbers.set(this.#numbers);
    minimumLines.set(this.#minimumLines);
    [this.#numbers, this.#minimumLines] = [numbers, minimumLines];
  }
}

/** Rows of so many columns. */
export function sheetRows(width: number, rows: readonly SheetRow[]): SheetRows {
  const maker = new SheetRowsMaker(width, rows.length);
  for (const row of rows) maker.add(row);
  return maker.finish();
}

/** How many rows a sheet has. */
export const rowCount = ({ rows }: Pick<Sheet, 'rows'>): number => rows.minimumLines.length;

/** The rows of a sheet, from the top, one by one. */
export function* eachRow({ rows, columns }: Pick<Sheet, 'rows' | 'columns'>): Generator<SheetRow> {
  for (const [row, minimumLines] of rows.minimumLines.entries()) {
    const cells = columns.map((_, column) => cellOf(rows, row * columns.length + column));
    yield { cells, minimumLines };
  }
}

/** The cell at a row and column, both from 0; undefined outside the sheet. */
export const cellAt = (
  { rows, columns }: Pick<Sheet, 'rows' | 'columns'>,
  row: number,
  column: number,
): Cell | undefined => rows.cells[rows.numbers[row * columns.length + column] ?? -1];

function cellOf({ cells, numbers }: SheetRows, index: number): Cell {
  const cell = cells[numbers[index] ?? -1];
  if (cell === undefined) throw new RangeError('a sheet without one of its cells');
  return cell;
}
