import type { Place } from '../../diagnostics/place.ts';
import { type CalendarDate, isoDate } from '../../document/calendar-date.ts';

/** What stands in a cell, before anybody knows what it is meant for. */
export type RawValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `percent` where the cell shows its number as per cent. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  /** A number the cell shows as a day. */
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** A formula that failed: `#REF!`. */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula whose result was not stored. */
  | { readonly kind: 'unsolved'; readonly formula: string };

/** A cell with its place. */
export interface RawCell {
  readonly value: RawValue;
  readonly place: Place;
}

/** A row that holds anything; cells by column from 0, merged cells with what stands in the whole of them. */
export interface RawRow {
  readonly cells: readonly (RawCell | undefined)[];
  /** Where a cell of this row stands or would stand. */
  readonly placeOf: (column: number) => Place;
}

/** A sheet or a CSV file as rows of cells. */
export interface Grid {
  readonly rows: readonly RawRow[];
  /** Its first cell. */
  readonly place: Place;
}

/** A raw value as it shows, for messages. */
export function shownValue(value: RawValue): string {
  switch (value.kind) {
    case 'blank':
      return '';
    case 'text':
      return value.text.trim();
    case 'number':
      return value.percent ? `${Number((value.value * 100).toPrecision(12))}%` : String(value.value);
    case 'date':
      return isoDate(value.date);
    case 'yes-no':
      return value.value ? 'TRUE' : 'FALSE';
    case 'error':
      return value.code;
    case 'unsolved':
      return `=${value.formula}`;
  }
}

/** Whether a cell holds nothing a reader would see. */
export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === undefined ||
  cell.value.kind === 'blank' ||
  (cell.value.kind === 'text' && cell.value.text.trim() === '');
