import type { Place } from '../../diagnostics/place.ts';
import type { CalendarDate } from '../../document/calendar-date.ts';
import type { Alignment } from '../../document/table.ts';
import type { Entry, NumberFormat } from '../../document/workbook.ts';
import type { Phrase } from '../wording.ts';
import type { SheetDefinition, TableDefinition } from './definition.ts';

/**
 * A table with its data filled in, before it is known whether it becomes a table on paper or a sheet:
 * what both have in common. Rows and columns count from 0.
 */
export interface Grid {
  readonly name: string;
  readonly size: TableDefinition['size'];
  readonly columns: readonly GridColumn[];
  readonly head: readonly GridRow[];
  readonly body: readonly GridRow[];
  readonly sheet: SheetDefinition | null;
  readonly place: Place;
}

/** A column after dynamic columns were unfolded; several may share one name. */
export interface GridColumn {
  /** What sums and formulas call it. */
  readonly name: string;
  readonly width: number;
}

/** A row with the cells that begin in it. */
export interface GridRow {
  /** `data` rows hold the data: what formulas mean by a column. */
  readonly kind: 'head' | 'data' | 'fixed';
  readonly cells: readonly GridCell[];
  readonly minimumLines: number;
  /** First and last row of the body that a subtotal in this row is about; null elsewhere. */
  readonly group: RowRun | null;
}

/** Rows of the body from `first` to `last`. */
export interface RowRun {
  readonly first: number;
  readonly last: number;
}

/** A cell, anchored at its first row and column. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly content: Content;
  readonly format: NumberFormat;
  readonly align: Alignment;
  readonly vertical: 'top' | 'middle';
  readonly role: 'head' | 'label' | 'body';
  readonly input: boolean;
  readonly entry: GridEntry | null;
  readonly place: Place;
}

/** What a cell holds. */
export type Content =
  /** Paragraphs; none in a cell to be filled in. */
  | { readonly kind: 'words'; readonly paragraphs: readonly Phrase[] }
  /** `words` is the number as it stands on paper. */
  | { readonly kind: 'number'; readonly value: number; readonly words: Phrase }
  /** Only in workbooks. References stand in brackets still. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number };

/** What may be entered into a cell of a workbook. */
export interface GridEntry {
  readonly entry: Entry;
  readonly title: string;
  readonly message: string;
}

export const blank: Content = { kind: 'words', paragraphs: [] };

/** The words of a cell, paragraphs on lines of their own. */
export function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'words':
      return content.paragraphs.map(({ text }) => text).join('\n');
    case 'number':
      return content.words.text;
    case 'formula':
      return String(content.result);
  }
}

/** The number a cell holds; null where it holds none. */
export function numberOf(content: Content): number | null {
  if (content.kind === 'number') return content.value;
  return content.kind === 'formula' && typeof content.result === 'number' ? content.result : null;
}

/** Excel's number of a day: days since 1899-12-30. */
export function daySerial({ year, month, day }: CalendarDate): number {
  const millisecondsPerDay = 86_400_000;
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / millisecondsPerDay;
}
