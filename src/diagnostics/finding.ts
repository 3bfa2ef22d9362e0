import type { PaperPlace, Place } from './place.ts';

/** `error` stops the build before anything is written; `warning` and `note` are shown and recorded. */
export type Severity = 'error' | 'warning' | 'note';

/** What severities are called in front of the clerk. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
};

/** One thing somebody should know: what, where, and what to do about it. Texts are Chinese, for the clerk. */
export interface Finding {
  /** Stable id from the catalogue, as `data/unknown-key`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the words stand in data or template. */
  readonly place: Place;
  /** Where they stand on paper; null for what was found before anything was set. */
  readonly paper: PaperPlace | null;
  /** What was found, as it stands in the source; null where there is nothing to quote. */
  readonly actual: string | null;
  /** What was expected instead. */
  readonly expected: string | null;
  /** What to do. */
  readonly hint: string | null;
}
