import type { Place } from '../diagnostics/place.ts';

/** Data as templates see it: plain objects and lists with Chinese keys, leaves numbers, booleans, null or `Datum`. */
export type View = Readonly<Record<string, unknown>>;

/** A text of the data with its place; in templates it stands for its text. */
export class Datum {
  readonly text: string;
  readonly place: Place;

  constructor(text: string, place: Place) {
    this.text = text;
    this.place = place;
  }

  toString(): string {
    return this.text;
  }
}

/** A short rendered text with the place it came from: its first datum, else the template. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
  readonly place: Place;
}

/** A rendered template: Markdown with directives and marks of places. */
export interface Manuscript {
  readonly source: string;
  /** Places of the data in it, numbered by its marks from 0. */
  readonly places: readonly Place[];
  /** Places of template lines, numbered likewise; one list for all templates. */
  readonly lines: readonly Place[];
}

export const phrase = (text: string, place: Place): Phrase => ({ kind: 'phrase', text, place });

/** Everything that is worded in `templates/`. What fails is reported in the findings it was made with. */
export interface Wording {
  /**
   * Renders a template under `templates/`, as `通知` for `通知.md`, to its manuscript. Null when it fails.
   */
  manuscript(name: string, context: View): Manuscript | null;
  /**
   * Renders an expression of a table definition, as `{{姓名}}（{{职务}}）`, to plain text; `locals` are seen
   * as `@名称`. Null when it fails.
   */
  phrase(source: string, context: View, place: Place, locals?: View): Phrase | null;
  /** The value at a path, as `年度任务.重点任务`; undefined when there is none (reported). */
  value(path: string, context: View, place: Place): unknown;
}
