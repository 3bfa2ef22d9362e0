import type { Severity } from '../finding.ts';

/** What a rule rests on: the standard's own words, what follows from them, or custom. */
export type Evidence = 'direct' | 'derived' | 'local';

/** A rule a finding can carry. */
export interface Rule {
  readonly severity: Severity;
  /** What the rule is about, for the clerk, in a few words. */
  readonly title: string;
  /** What is wrong, why it matters and what to do: shown by `npm run explain`. */
  readonly explanation: string;
  /** The clause of GB/T 9704-2012 it rests on, or another standard with its name; null where it is about none. */
  readonly clause: string | null;
  readonly evidence: Evidence;
}

type Maker = (title: string, explanation: string, clause?: string | null, evidence?: Evidence) => Rule;

const maker =
  (severity: Severity): Maker =>
  (title, explanation, clause = null, evidence = 'local') => ({
    severity,
    title,
    explanation,
    clause,
    evidence,
  });

/** Stops the build before anything is written. */
export const error = maker('error');
/** Is shown and recorded; the build goes on. */
export const warning = maker('warning');
/** Something worth knowing; nothing has to be mended. */
export const note = maker('note');
