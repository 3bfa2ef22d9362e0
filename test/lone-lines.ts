import { type TracedGlyph, tracedGlyphs } from './traced.ts';

/** Characters beside one another on a base line. */
interface Fragment {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Smaller type stands in tables, where a rule and its padding part neighbours. */
const isTable = (size: number): boolean => size < 14;

/** Ems of white across which words are still one line: the gaps of names that are spread, blanks to be filled in. */
const reach = (size: number): number => (isTable(size) ? 0.75 : 2.2) * size;

/** Ems from one line to the next of a paragraph at most: rows of a table stand farther apart. */
const pitch = (size: number): number => (isTable(size) ? 1.65 : 1.9) * size;

function fragmentsOf(glyphs: readonly TracedGlyph[]): readonly Fragment[] {
  const inked = glyphs.filter(({ character }) => character.trim() !== '');
  const fragments: Fragment[] = [];
  for (const { character, x, y, size } of inked.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const before = fragments.findIndex(
      (each) => Math.abs(each.y - y) < 0.2 && x >= each.left && x - each.right < reach(size),
    );
    const beside = fragments[before];
    if (beside === undefined) fragments.push({ words: character, left: x, right: x + size, y, size });
    else fragments[before] = { ...beside, words: beside.words + character, right: x + size };
  }
  return fragments;
}

const charactersIn = (words: string): number => [...words.replace(/[\p{P}\s]/gu, '')].length;

/** Columns of fewer characters end as they must. */
const narrowest = 4;

/** Last lines of a page that are single characters, each with the line above, as mutool reads them. */
export function loneLines(file: string, page: number): readonly string[] {
  const fragments = fragmentsOf(tracedGlyphs(file, page));
  return fragments.flatMap((last) => {
    if (charactersIn(last.words) !== 1) return [];
    const above = fragments.find(
      ({ words, left, right, y, size }) =>
        y < last.y - 1 &&
        last.y - y <= pitch(size) &&
        Math.abs(size - last.size) < 0.1 &&
        last.left >= left - 2.2 * size &&
        last.left < right &&
        charactersIn(words) >= narrowest,
    );
    return above === undefined ? [] : [`${above.words}/${last.words}`];
  });
}
