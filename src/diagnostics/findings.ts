import { type RuleId, rules } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { comparePlaces, formatPaper, formatPlace, nowhere, type PaperPlace, type Place } from './place.ts';

interface Details {
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
  readonly paper?: PaperPlace;
}

/** A finding as it was told, plain data that another thread may send. */
export interface Told {
  readonly finding: Finding;
  /** The text whose words it is about: the same in the same text is told once, wherever it stands. Null for all others. */
  readonly text: string | null;
}

/** Collects findings; handed to every stage, so that all faults are shown at once. */
export class Findings {
  #list: Told[] = [];
  /** What is told once: about nothing in particular, as of a machine's face that every document finds anew, or about a text. */
  readonly #once = new Set<string>();
  #errors = false;
  readonly #shared: Findings | null;

  /** `shared` are findings that count here too, as those about the machine's faces do for every plan. */
  constructor(shared: Findings | null = null) {
    this.#shared = shared;
  }

  /** Records a finding of a rule in the catalogue. */
  report(rule: RuleId, message: string, place: Place = nowhere, details: Details = {}): void {
    this.#take({ finding: findingOf(rule, message, place, details), text: null });
  }

  /** Records what is wrong with the words of a text, at the first place where the text is met. */
  reportIn(text: string, rule: RuleId, message: string, place: Place, details: Details): void {
    this.#take({ finding: findingOf(rule, message, place, details), text });
  }

  /** Takes in what was found elsewhere: in another thread, or by an earlier build. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) this.#take({ finding, text: null });
  }

  /** Takes in what `handOver` gave, here or in another thread. */
  hear(told: readonly Told[]): void {
    for (const each of told) this.#take(each);
  }

  /** Gives away what was told since the last time, in the order it was told; nothing stays. */
  handOver(): readonly Told[] {
    const told = this.#list;
    this.#list = [];
    this.#once.clear();
    this.#errors = false;
    return told;
  }

  get hasErrors(): boolean {
    return this.#errors || this.#shared?.hasErrors === true;
  }

  /** How many there are, without those that are shared. */
  get count(): number {
    return this.#list.length;
  }

  /** All findings in the order of `sortFindings`. */
  sorted(): readonly Finding[] {
    return sortFindings([...(this.#shared?.sorted() ?? []), ...this.#list.map(({ finding }) => finding)]);
  }

  #take(told: Told): void {
    const key = onceKey(told);
    if (key !== null) {
      if (this.#once.has(key)) return;
      this.#once.add(key);
    }
    this.#errors ||= told.finding.severity === 'error';
    this.#list.push(told);
  }
}

function findingOf(rule: RuleId, message: string, place: Place, details: Details): Finding {
  const { actual = null, expected = null, hint = null, paper = null } = details;
  return { rule, severity: rules[rule].severity, message, place, paper, actual, expected, hint };
}

/** What a finding that is told once is known by; null for one that is told at each of its places. */
function onceKey({ finding, text }: Told): string | null {
  if (text !== null) return `${keyOf(finding)}|${text}`;
  return isNowhere(finding) ? keyOf(finding) : null;
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
