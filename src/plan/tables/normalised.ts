import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';

/** Places named in one note. */
const mostNamed = 8;

interface Note {
  readonly place: Place;
  readonly written: string;
  readonly read: string;
  readonly where: string[];
}

const shortPlace = (place: Place): string =>
  place.kind === 'cell' ? place.cell : place.kind === 'file' ? `第${place.line}行` : '';

/**
 * What was read otherwise than it is written. One note for each column and way of writing, with the places: a whole
 * column in full-width figures is one habit, not a hundred slips.
 */
export class Normalised {
  readonly #notes = new Map<string, Note>();

  add(head: string, what: string, written: string, read: string, place: Place): void {
    const key = `${head}|${what}`;
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { place, written, read, where: [shortPlace(place)] });
    else known.where.push(shortPlace(place));
  }

  report(findings: Findings): void {
    for (const [key, { place, written, read, where }] of this.#notes) {
      const [head = '', what = ''] = key.split('|');
      const named = where.slice(0, mostNamed).join('、');
      const places = where.length > mostNamed ? `${named} 等 ${where.length} 处` : named;
      const message = `“${head}”列${what}：“${written}”读作“${read}”（${places}）`;
      findings.report('data/normalised', message, place, { actual: written, expected: read });
    }
  }
}
