import type { Findings } from '../diagnostics/findings.ts';
import type { Composition } from './documents.ts';

/** Told what is read while something is composed. */
export interface Reading {
  /** The data of all villages. */
  readonly villages: () => void;
  /** A template or the definition of a table, as `templates/通知.md`. */
  readonly template: (file: string) => void;
}

/** What was composed, and from what. */
interface Heard<T> {
  readonly composed: T;
  /** Nothing was read but what is the same for all documents of the plan. */
  readonly shared: boolean;
  readonly templates: readonly string[];
}

/** Hears what is read, and tells it on. */
export class Hearing implements Reading {
  readonly #told: Reading;
  #shared = true;
  #templates = new Set<string>();

  constructor(told: Reading) {
    this.#told = told;
  }

  readonly villages = (): void => {
    this.#shared = false;
    this.#told.villages();
  };

  /** What a document has of its own in its view was read, as the village it is about. */
  readonly own = (): void => {
    this.#shared = false;
  };

  readonly template = (file: string): void => {
    this.#templates.add(file);
    this.#told.template(file);
  };

  /** Composes something and hears what is read for it. */
  during<T>(compose: () => T): Heard<T> {
    this.#shared = true;
    this.#templates = new Set();
    const composed = compose();
    return { composed, shared: this.#shared, templates: [...this.#templates] };
  }
}

/**
 * Composes a table that says nothing of the document it stands in once, for all documents whose views have the same entries: they share
 * it. One for which anything was found is composed each time, so that it is found each time.
 */
export function shareTables(
  compose: Composition['tables'],
  hearing: Hearing,
  findings: Findings,
): Composition['tables'] {
  const known = new Map<string, Heard<ReturnType<typeof compose>>>();
  return (name, view, place) => {
    const before = findings.count;
    // Whether a view has 村 at all can decide what a table says, and is not heard where it has none.
    const key = [name, ...Object.keys(view)].join(' ');
    let heard = known.get(key);
    if (heard === undefined) {
      heard = hearing.during(() => compose(name, view, place));
      if (heard.shared && findings.count === before) known.set(key, heard);
    } else heard.templates.forEach(hearing.template);
    return heard.composed;
  };
}
