/** A side of a leaf in print order. */
export type Side =
  | {
      readonly kind: 'page';
      /** Index in the document. */
      readonly page: number;
      /** Whether its page number stays. */
      readonly numbered: boolean;
    }
  | { readonly kind: 'blank' };

/**
 * How a document ends: without 版记; with a 版记 on a last page that begins by itself, as an attachment of one page
 * does; or with one below text that goes on from the page before.
 */
export type Ending = 'plain' | 'imprint-page' | 'imprint-below-text';

/** What is told of a document to arrange its pages. */
export interface PageRun {
  readonly pages: number;
  readonly ending: Ending;
}

/** Sides of a leaf printed on both sides; sides of a folded A3 sheet. */
export const sidesOf = { leaf: 2, fold: 4 } as const;

/** A document filled up to whole leaves or folds. */
export interface Arrangement {
  readonly sides: readonly Side[];
  readonly blanks: number;
  /** Whether the 版记 was taken off its text: the last side is then one page more than the document has. */
  readonly imprintMoved: boolean;
}

const blank: Side = { kind: 'blank' };
const blanksOf = (count: number): readonly Side[] => Array.from({ length: count }, () => blank);

/** How many sides are missing to a multiple. */
const missingTo = (multiple: number, sides: number): number => (multiple - (sides % multiple)) % multiple;

/**
 * The sides of a document, filled up with blanks to a multiple. 版记 stays on the last side: the blanks stand before its
 * page, and neither they nor it bear a number (§7.5). Where 版记 stands below text that goes on from the page before,
 * nothing can be put before that page, so 版记 takes a page of its own. Other documents end with the blanks.
 */
export function arrange({ pages, ending }: PageRun, multiple: number): Arrangement {
  const numbered = (count: number): readonly Side[] =>
    Array.from({ length: count }, (_, page) => ({ kind: 'page', page, numbered: true }));
  const missing = missingTo(multiple, pages);
  if (ending === 'plain' || missing === 0) {
    return { sides: [...numbered(pages), ...blanksOf(missing)], blanks: missing, imprintMoved: false };
  }
  const imprintMoved = ending === 'imprint-below-text';
  const last = imprintMoved ? pages : pages - 1;
  const blanks = missingTo(multiple, last + 1);
  const imprint: Side = { kind: 'page', page: last, numbered: blanks === 0 };
  return { sides: [...numbered(last), ...blanksOf(blanks), imprint], blanks, imprintMoved };
}

/** One face of a folded sheet: indices of the sides at its left and right. */
export interface Spread {
  readonly left: number;
  readonly right: number;
}

/**
 * Faces of saddle-stitched sheets (骑马订), outermost sheet first, front before back: of 8 sides 7|0, 1|6, 5|2, 3|4.
 * `sides` is a multiple of four.
 */
export function imposition(sides: number): readonly Spread[] {
  if (sides % sidesOf.fold !== 0) throw new RangeError(`${sides} sides do not fold`);
  return Array.from({ length: sides / sidesOf.fold }, (_, sheet) => {
    const first = 2 * sheet;
    const last = sides - 1 - first;
    return [
      { left: last, right: first },
      { left: first + 1, right: last - 1 },
    ];
  }).flat();
}
