import { type RuleId, rules } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { comparePlaces, formatPaper, formatPlace, nowhere, type PaperPlace, type Place } from './place.ts';

interface Details {
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
  readonly paper?: PaperPlace;
}

/** Collects findings; handed to every stage, so that all faults are shown at once. */
export class Findings {
  readonly #list: Finding[] = [];
  readonly #shared: Findings | null;

  /** `shared` are findings that count here too, as those about the machine's faces do for every plan. */
  constructor(shared: Findings | null = null) {
    this.#shared = shared;
  }

  /** Records a finding of a rule in the catalogue. */
  report(rule: RuleId, message: string, place: Place = nowhere, details: Details = {}): void {
    const { actual = null, expected = null, hint = null, paper = null } = details;
    const { severity } = rules[rule];
    this.#list.push({ rule, severity, message, place, paper, actual, expected, hint });
  }

  /** Takes in what was found elsewhere: in another thread, or by an earlier build. */
  add(findings: readonly Finding[]): void {
    this.#list.push(...findings);
  }

  get hasErrors(): boolean {
    return this.#shared?.hasErrors === true || this.#list.some((finding) => finding.severity === 'error');
  }

  /** All findings in the order of `sortFindings`. */
  sorted(): readonly Finding[] {
    return sortFindings([...(this.#shared?.sorted() ?? []), ...this.#list]);
  }
}

/**
 * Errors first, then by place, as found where the place is the same; the same finding at the same place once.
 * What stands nowhere goes by rule and message: when it was found depends on what was made before.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  const keyOf = ({ rule, message }: Finding): string => `${rule}|${message}`;
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const { place, paper } = finding;
      const on = paper === null ? '' : `${paper.document}|${formatPaper(paper)}`;
      const key = `${keyOf(finding)}|${formatPlace(place)}|${on}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        rank[a.severity] - rank[b.severity] ||
        comparePlaces(a.place, b.place) ||
        (isNowhere(a) && isNowhere(b) ? compareTexts(keyOf(a), keyOf(b)) : 0),
    );
}

const isNowhere = ({ place, paper }: Finding): boolean => place.kind === 'nowhere' && paper === null;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
