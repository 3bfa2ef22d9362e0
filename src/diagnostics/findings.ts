import { type RuleId, rules } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { comparePlaces, formatPlace, nowhere, type Place } from './place.ts';

interface Details {
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** Collects findings; handed to every stage, so that all faults are shown at once. */
export class Findings {
  readonly #list: Finding[] = [];

  /** Records a finding of a rule in the catalogue. */
  report(rule: RuleId, message: string, place: Place = nowhere, details: Details = {}): void {
    const { actual = null, expected = null, hint = null } = details;
    this.#list.push({ rule, severity: rules[rule].severity, message, place, actual, expected, hint });
  }

  get hasErrors(): boolean {
    return this.#list.some((finding) => finding.severity === 'error');
  }

  /** All findings, errors first, then by place; the same finding at the same place once. */
  sorted(): readonly Finding[] {
    const rank = { error: 0, warning: 1, note: 2 };
    const seen = new Set<string>();
    return this.#list
      .filter((finding) => {
        const key = `${finding.rule}|${formatPlace(finding.place)}|${finding.message}`;
        return !seen.has(key) && seen.add(key);
      })
      .sort((a, b) => rank[a.severity] - rank[b.severity] || comparePlaces(a.place, b.place));
  }
}
