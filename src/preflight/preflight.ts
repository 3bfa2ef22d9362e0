import type { Findings } from '../diagnostics/findings.ts';
import { nowhere, type Place } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import type { Fault } from './rule.ts';
import { preflightRules } from './rules.ts';
import { subjectOf } from './subject.ts';

/** A document with its pages and its name in front of the clerk. */
export interface Finished {
  readonly document: OfficialDocument;
  readonly typeset: TypesetDocument;
  readonly title: string;
}

/**
 * Checks a finished document against the standard (印前检查), before anything is written: each fault is reported with
 * its page and with the place in data or template its words came from. `title` is what the clerk calls the document.
 */
export function preflight({ document, typeset, title }: Finished, findings: Findings): void {
  const subject = subjectOf(document, typeset);
  for (const { id, check } of preflightRules) {
    check(subject, (fault) => {
      const { message, element: _, page, ...details } = fault;
      const paper = { document: document.id, title, page: page === null ? null : page + 1 };
      findings.report(id, message, placeOf(fault, typeset), { ...details, paper });
    });
  }
}

const placeOf = ({ element = null }: Fault, { structure }: TypesetDocument): Place =>
  (element === null ? undefined : structure[element]?.origin.place) ?? nowhere;
