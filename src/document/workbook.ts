/** A workbook, cells finished, format unknown: what the XLSX writer writes. */
export interface Workbook {
  /** Job id, as `task-ledger`. */
  readonly id: string;
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** A sheet laid out for paper and for filling in. Rows and columns count from 1, as Excel shows them. */
export interface Sheet {
  readonly name: string;
  /** Widths in Chinese characters, one per column. */
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  /** Rows that stay in sight and repeat on every printed page: from `first` to `last`; null where none. */
  readonly head: { readonly first: number; readonly last: number } | null;
  /** Columns that stay in sight at the left. */
  readonly frozenColumns: number;
  /** The range that carries a filter; null where none. */
  readonly filter: CellRange | null;
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
  /** Protected sheets let only `input` cells be written to (no password). */
  readonly protected: boolean;
  readonly print: { readonly orientation: 'portrait' | 'landscape' };
}

/** A row of a sheet. */
export interface SheetRow {
  readonly cells: readonly Cell[];
  /** Least height in lines of the sheet's size; grows with what the cells hold. */
  readonly minimumLines: number;
}

/** What a cell holds. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  /** `formula` without `=`; `result` is its value with the cells as they stand, shown before a recalculation. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly result: string | number;
      readonly format: NumberFormat;
    };

/** How a number shows: whole or with what decimals it has, with one decimal, as a percentage, as it comes. */
export type NumberFormat = 'general' | 'integer' | 'decimal' | 'percent';

/** A cell, from the first column on: one entry per column of the sheet, covered cells of merges blank. */
export interface Cell {
  readonly value: CellValue;
  /** `title` heads the sheet, `note` is small print without rules, the rest stand in the ruled grid. */
  readonly role: 'title' | 'subtitle' | 'note' | 'head' | 'label' | 'body' | 'none';
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

/** What may be entered into a range; a wrong entry is refused with the message. */
export type Validation = {
  readonly range: CellRange;
  readonly title: string;
  readonly message: string;
} & (
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  | { readonly kind: 'decimal'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'date' }
);

/** Cells of a range are shown in a colour when the formula (relative to the range's first cell, without `=`) holds. */
export interface Highlight {
  readonly range: CellRange;
  readonly formula: string;
  readonly look: 'good' | 'attention' | 'bad';
}
