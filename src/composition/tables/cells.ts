import type { Place } from '../../diagnostics/place.ts';
import type { ColumnDefinition } from './definition.ts';
import type { CellLook, Content, GridEntry } from './grid.ts';

/** Where a cell stands: anchored at its first row and column. */
export interface Anchored {
  /** Index of its first column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** How the cells of a medium are made, and asked again. All of a medium are made in one shape. */
export interface CellMaker<Cell extends Anchored> {
  make(
    column: number,
    columnSpan: number,
    rowSpan: number,
    content: Content,
    look: CellLook,
    entry: GridEntry | null,
    place: Place,
  ): Cell;
  /** The cell, reaching over so many columns and rows. */
  reaching(cell: Cell, columnSpan: number, rowSpan: number): Cell;
  /** Whether a cell may stand once for both. */
  isAlike(one: Cell, other: Cell): boolean;
  /** Its words, paragraphs on lines of their own. */
  wordsOf(cell: Cell): string;
  /** The number in a data cell of a column; null where it holds none. */
  numberOf(cell: Cell, column: ColumnDefinition): number | null;
}
