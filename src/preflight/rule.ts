import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Subject } from './subject.ts';

/** What is wrong: in the catalogue's rule, said for the clerk, at an element or a page of the document. */
export interface Fault {
  readonly message: string;
  /** Index of the element that has the fault; null where no element has it. */
  readonly element?: number | null;
  /** Page it stands on, from 0; null where it concerns the document as a whole. */
  readonly page: number | null;
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** Takes a fault. */
export type Report = (fault: Fault) => void;

/** One rule of preflight: a pure look at a document and its finished pages. */
export interface PreflightRule {
  /** Id in the catalogue, where clause, evidence, severity and explanation stand. */
  readonly id: RuleId;
  /** Reports everything that breaks the rule; nothing of a sound document. */
  readonly check: (subject: Subject, report: Report) => void;
}
