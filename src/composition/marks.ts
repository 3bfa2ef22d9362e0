/**
 * Marks of places inside rendered text: private-use characters around the number of a place, so that a block
 * read back from a manuscript knows the datum or the template line it came from.
 */
const datumOpening = '\uE000';
const lineOpening = '\uE002';
const closing = '\uE001';

/**
 * Stands beside `**` of a template: CommonMark closes emphasis only next to spaces or Western punctuation,
 * and Chinese text has neither.
 */
export const joint = '\uE003';

/** Mark of a datum's place: `place` is its number in the manuscript's list. */
export const datumMark = (place: number): string => `${datumOpening}${place}${closing}`;

/** Mark of a template line. */
export const lineMark = (place: number): string => `${lineOpening}${place}${closing}`;

const mark = /([\uE000\uE002])(\d+)\uE001|\uE003/g;

/** The text without its marks. */
export const withoutMarks = (text: string): string => text.replace(mark, '');

/** A mark found in a text. */
export interface FoundMark {
  readonly kind: 'datum' | 'line';
  readonly place: number;
}

const openings: Readonly<Record<FoundMark['kind'], string>> = { datum: datumOpening, line: lineOpening };

/** The first mark of a kind in a text; null where there is none. */
export const firstMark = (text: string, kind: FoundMark['kind']): FoundMark | null =>
  markAt(text, text.indexOf(openings[kind]), kind);

/** The last mark of a template line before an offset; null where there is none. */
export const lastMarkBefore = (source: string, offset: number): FoundMark | null =>
  markAt(source, source.lastIndexOf(lineOpening, offset), 'line');

function markAt(text: string, start: number, kind: FoundMark['kind']): FoundMark | null {
  if (start < 0) return null;
  const end = text.indexOf(closing, start);
  return { kind, place: Number(text.slice(start + 1, end)) };
}

/** Between these a line end is no space: Chinese characters and full-width punctuation. */
const wide = /[\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF\u2014\u2018-\u201D\u2026\u25A1\u25A0]/u;

/** Asked of every text; `includes` takes three times as long to look through Chinese ones. */
const lineEnd = /\n/;

/** Joins the lines of a text: without a space between Chinese characters, with one between words. */
export function joinLines(text: string): string {
  if (!lineEnd.test(text)) return text;
  return text.replace(/[ \t]*(?:\r?\n[ \t]*)+/g, (_, offset: number) => {
    const before = text.slice(0, offset).at(-1) ?? '';
    const after = text.slice(offset).trimStart().at(0) ?? '';
    return wide.test(before) || wide.test(after) ? '' : ' ';
  });
}

/** What may not stand in a manuscript as it is. */
const special = /[\n\t\uE000-\uE003!-/:-@[-`{-~]/;

/**
 * A value of the data as it may stand in a manuscript: no character of it is markup, neither in text nor in a
 * directive's attributes, because all ASCII punctuation is written as character references.
 */
export function escapeData(text: string): string {
  if (!special.test(text)) return text;
  return joinLines(text)
    .replace(/\t/g, ' ')
    .replace(/[\uE000-\uE003]/g, '\uFFFD')
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
