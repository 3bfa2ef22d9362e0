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
  /** What was found about nothing in particular, as of a machine's face: every document finds it anew. */
  readonly #general = new Set<string>();
  #errors = false;
  readonly #shared: Findings | null;

  /** `shared` are findings that count here too, as those about the machine's faces do for every plan. */
  constructor(shared: Findings | null = null) {
    this.#shared = shared;
  }

  /** Records a finding of a rule in the catalogue. */
  report(rule: RuleId, message: string, place: Place = nowhere, details: Details = {}): void {
    const { actual = null, expected = null, hint = null, paper = null } = details;
    const { severity } = rules[rule];
    this.#take({ rule, severity, message, place, paper, actual, expected, hint });
  }

  /** Takes in what was found elsewhere: in another thread, or by an earlier build. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.#take(finding);
  }

  /** How many there are, without those that are shared. */
  get count(): number {
    return this.#list.length;
  }

  get hasErrors(): boolean {
    return this.#errors || this.#shared?.hasErrors === true;
  }

  /** All findings in the order of `sortFindings`. */
  sorted(): readonly Finding[] {
    return sortFindings([...(this.#shared?.sorted() ?? []), ...this.#list]);
  }

  #take(finding: Finding): void {
    if (isNowhere(finding)) {
      const key = keyOf(finding);
      if (this.#general.has(key)) return;
      this.#general.add(key);
    }
    this.#errors ||= finding.severity === 'error';
    this.#list.push(finding);
  }
}

/**
 * Errors first, then by place, as found where the place is the same; the same finding at the same place once.
 * What stands nowhere goes by rule and message: when it was found depends on what was made before.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = { error: 0, warning: 1, note: 2 };
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

const keyOf = ({ rule, message }: Finding): string => `${rule}|${message}`;

const isNowhere = ({ place, paper }: Finding): boolean => place.kind === 'nowhere' && paper === null;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
