import type { GridCell } from './grid.ts';

/** Rows that are held together. One list of many thousand rows would be copied again and again while it grows. */
const rowsTogether = 1 << 12;

type Chunk = (GridCell | undefined)[];

/** The cells of a column, each at the row it begins in: of many thousand rows nothing else is held. */
export class ColumnCells {
  readonly #chunks: Chunk[] = [];
  #length = 0;

  /** Rows down to the last in which a cell begins. */
  get length(): number {
    return this.#length;
  }

  /** The cell that begins in a row. */
  at(row: number): GridCell | undefined {
    return this.#chunks[Math.floor(row / rowsTogether)]?.[row % rowsTogether];
  }

  /** Puts a cell below all others, or in the place of the last. */
  put(row: number, cell: GridCell): void {
    const chunk = this.#chunkOf(row);
    while (chunk.length < row % rowsTogether) chunk.push(undefined);
    chunk[row % rowsTogether] = cell;
    this.#length = row + 1;
  }

  /** Cells that begin in the rows from `first` to `last`, with their rows. */
  *from(first = 0, last = this.#length - 1): Generator<readonly [row: number, cell: GridCell]> {
    for (let row = first; row <= last; row++) {
      const cell = this.at(row);
      if (cell !== undefined) yield [row, cell];
    }
  }

  #chunkOf(row: number): Chunk {
    const index = Math.floor(row / rowsTogether);
    for (let next = this.#chunks.length; next <= index; next++) this.#chunks.push([]);
    return this.#chunks[index] as Chunk;
  }
}
