import type { Evidence } from '../diagnostics/catalogue/rule.ts';

/** A rule of the format: its value, the clause of GB/T 9704-2012 it comes from and how firmly. */
export interface Rule<T> {
  readonly value: T;
  /** Clause number, as `7.2.4`; null where the standard is silent and custom decides. */
  readonly clause: string | null;
  readonly evidence: Evidence;
}

/** What the standard says in so many words. */
export const direct = <T>(clause: string, value: T): Rule<T> => ({ value, clause, evidence: 'direct' });

/** What follows from the standard by arithmetic or geometry. */
export const derived = <T>(clause: string, value: T): Rule<T> => ({ value, clause, evidence: 'derived' });

/** Custom: the standard gives no value. */
export const local = <T>(value: T): Rule<T> => ({ value, clause: null, evidence: 'local' });
