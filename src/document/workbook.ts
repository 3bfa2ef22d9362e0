import type { CalendarDate } from './calendar-date.ts';
import type { Metadata } from './official-document.ts';
import type { Profile } from './profile.ts';
import type { Table } from './table.ts';

/** A workbook, cells finished, format unknown: what the XLSX writer writes. */
export interface Workbook {
  /** Job id, as `task-ledger`. */
  readonly id: string;
  /** File properties; the date is also when the file says it was made. */
  readonly metadata: Metadata;
  /** What the office varies of the standard's layout: here, names of faces. */
  readonly profile: Profile;
  readonly sheets: readonly Sheet[];
}

/** A sheet laid out for paper and for filling in. Rows and columns count from 1, as Excel shows them. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  /** Size of the type in the ruled grid. */
  readonly size: Table['size'];
  /** Widths in Chinese characters of the sheet's size, one per column. */
  readonly columns: readonly number[];
  readonly rows: SheetRows;
  readonly merges: readonly CellRange[];
  /** Rows that stay in sight and repeat on every printed page: from `first` to `last`; null where none. */
  readonly head: { readonly first: number; readonly last: number } | null;
  /** Columns that stay in sight at the left. */
  readonly frozenColumns: number;
  /** The range that carries a filter; null where none. */
  readonly filter: CellRange | null;
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
  /** Remarks that show when the pointer rests on a cell. */
  readonly remarks: readonly CellRemark[];
  /** Protected sheets let only `input` cells be written to (no password). */
  readonly protected: boolean;
  readonly print: {
    readonly orientation: 'portrait' | 'landscape';
    /** `type-area` as an official document, `narrow` for working sheets. */
    readonly margins: 'type-area' | 'narrow';
  };
}

/**
 * The rows of a sheet, from the top. Lists of all villages say the same again and again: a cell is held once, however often it
 * stands, and rows are numbers of cells.
 */
export interface SheetRows {
  /** The cells, in the order of their first use. */
  readonly cells: readonly Cell[];
  /** Row by row the number of each cell, one per column of the sheet. */
  readonly numbers: Uint16Array | Uint32Array;
  /** Least height of each row in lines of the sheet's size; grows with what the cells hold. */
  readonly minimumLines: Float64Array;
}

/** A row of a sheet. */
export interface SheetRow {
  /** From the first column on, one per column of the sheet; cells covered by a merge are blank. */
  readonly cells: readonly Cell[];
  /** Least height in lines of the sheet's size; grows with what the cells hold. */
  readonly minimumLines: number;
}

/** What a cell holds. Text is text, whatever character it begins with; `\n` parts its paragraphs. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `formula` without `=`, with `ownRow` for the row it stands in; `result` is its value with the cells as they stand, shown before a recalculation. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number };

/** How what is in a cell, or will be entered, shows: as it comes, whole, with the decimals it has, as 30%, as a day, as text. */
export type NumberFormat = 'general' | 'integer' | 'decimal' | 'percent' | 'date' | 'text';

/** A cell. */
export interface Cell {
  readonly value: CellValue;
  readonly format: NumberFormat;
  /**
   * `mark` is 附件2 at the top left, `title` heads the sheet, `subtitle` and `note` are small print without
   * rules, `example` shows what an entry looks like, `none` is empty ground; the rest stand in the ruled grid.
   */
  readonly role: 'mark' | 'title' | 'subtitle' | 'note' | 'head' | 'label' | 'body' | 'example' | 'none';
  readonly align: 'left' | 'center' | 'right';
  /** Open for writing on a protected sheet, and shown so. */
  readonly input: boolean;
}

/** A rectangle of cells, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A remark on a cell. Row and column count from 1. */
export interface CellRemark {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What may be entered. */
export type Entry =
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  /** Choices stand in cells of another sheet; where not `strict` they are only offered. */
  | { readonly kind: 'offer'; readonly sheet: string; readonly range: CellRange; readonly strict: boolean }
  | { readonly kind: 'decimal'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'date'; readonly from: CalendarDate; readonly to: CalendarDate };

/** What may be entered into a range; a wrong entry is refused with the message. */
export interface Validation {
  readonly range: CellRange;
  readonly entry: Entry;
  /** At most 32 characters. */
  readonly title: string;
  /** At most 225 characters. */
  readonly message: string;
}

/** Cells of a range are shown in a colour when the formula (relative to the range's first cell, without `=`) holds. */
export interface Highlight {
  readonly range: CellRange;
  readonly formula: string;
  readonly look: 'good' | 'attention' | 'bad';
}
