import type { Findings } from '../diagnostics/findings.ts';
import { nowhere, type PaperPlace, type Place } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import type { Fault } from './rule.ts';
import { preflightRules } from './rules.ts';

/**
 * Checks a finished document against the standard (印前检查), before anything is written: each fault is reported with
 * its page and with the place in data or template its words came from.
 */
export function preflight(document: OfficialDocument, typeset: TypesetDocument, findings: Findings): void {
  const subject = { document, typeset };
  for (const { id, check } of preflightRules) {
    for (const fault of check(subject)) {
      const { message, element: _, page: __, ...details } = fault;
      findings.report(id, message, placeOf(fault, typeset), { ...details, paper: paperOf(fault, document) });
    }
  }
}

const placeOf = ({ element = null }: Fault, { structure }: TypesetDocument): Place =>
  (element === null ? undefined : structure[element]?.origin.place) ?? nowhere;

const paperOf = ({ page }: Fault, { id, metadata }: OfficialDocument): PaperPlace => ({
  document: id,
  title: metadata.title,
  page: page === null ? null : page + 1,
});
