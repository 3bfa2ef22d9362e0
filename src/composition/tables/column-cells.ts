/**
 * Rows that are held together: a list of many thousand would be copied again and again while it grows, and outlive the collector's young
 * generation.
 */
const rowsTogether = 1 << 10;

/**
 * The cells of a column, each at the row it begins in. Of a ledger with hundreds of thousands of rows only those that differ are held, and
 * their numbers row by row.
 */
export class ColumnCells<Cell> {
  /** The rows before those under way. */
  readonly #packed: PackedRows<Cell>[] = [];
  #cells: (Cell | undefined)[] = [];
  #length = 0;

  /** Rows down to the last in which a cell begins. */
  get length(): number {
    return this.#length;
  }

  /** The cell that begins in a row. */
  at(row: number): Cell | undefined {
    const under = row - this.#packed.length * rowsTogether;
    if (under >= 0) return this.#cells[under];
    return this.#packed[Math.floor(row / rowsTogether)]?.at(row % rowsTogether);
  }

  /** Puts a cell below all others, or in the place of the last. */
  put(row: number, cell: Cell): void {
    while (row >= (this.#packed.length + 1) * rowsTogether) {
      this.#packed.push(new PackedRows(this.#cells));
      this.#cells = [];
    }
    const under = row - this.#packed.length * rowsTogether;
    while (this.#cells.length < under) this.#cells.push(undefined);
    this.#cells[under] = cell;
    this.#length = row + 1;
  }

  /** Cells that begin in the rows from `first` to `last`, with their rows. */
  *from(first = 0, last = this.#length - 1): Generator<readonly [row: number, cell: Cell]> {
    for (let row = first; row <= last; row++) {
      const cell = this.at(row);
      if (cell !== undefined) yield [row, cell];
    }
  }
}

/** Rows to which nothing is added any more: the cells that differ, and by row the number of its cell, from 1; 0 where none begins. */
class PackedRows<Cell> {
  readonly #cells: Cell[] = [];
  readonly #numbers: Uint16Array;

  constructor(rows: readonly (Cell | undefined)[]) {
    this.#numbers = new Uint16Array(rows.length);
    const known = new Map<Cell, number>();
    for (let row = 0; row < rows.length; row++) {
      const cell = rows[row];
      if (cell === undefined) continue;
      let number = known.get(cell);
      if (number === undefined) {
        number = this.#cells.push(cell);
        known.set(cell, number);
      }
      this.#numbers[row] = number;
    }
  }

  at(row: number): Cell | undefined {
    const number = this.#numbers[row] ?? 0;
    return number === 0 ? undefined : this.#cells[number - 1];
  }
}
