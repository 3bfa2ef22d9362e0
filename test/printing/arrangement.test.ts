import { describe, expect, test } from 'vitest';
import { type Arrangement, arrange, imposition, sidesOf } from '../../src/printing/arrangement.ts';

/** Sides as a printer would name them: `1 2 – (3)`; brackets where the page number is taken away. */
const shown = ({ sides }: Arrangement): string =>
  sides
    .map((side) => (side.kind === 'blank' ? '–' : side.numbered ? `${side.page + 1}` : `(${side.page + 1})`))
    .join(' ');

describe('leaves printed on both sides', () => {
  test.each([
    [1, '1 –'],
    [2, '1 2'],
    [3, '1 2 3 –'],
  ])('a form of %i pages', (pages, expected) => {
    expect(shown(arrange({ pages, ending: 'plain' }, sidesOf.leaf))).toBe(expected);
  });
});

describe('版记 stays on the last side, the blanks before it, neither with a number', () => {
  test.each([
    [18, sidesOf.leaf, '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18'],
    [5, sidesOf.leaf, '1 2 3 4 – (5)'],
    [5, sidesOf.fold, '1 2 3 4 – – – (5)'],
    [6, sidesOf.fold, '1 2 3 4 5 – – (6)'],
    [4, sidesOf.fold, '1 2 3 4'],
    [1, sidesOf.fold, '– – – (1)'],
  ])('%i pages to a multiple of %i', (pages, multiple, expected) => {
    expect(shown(arrange({ pages, ending: 'imprint-page' }, multiple))).toBe(expected);
  });

  test('below text that goes on from the page before it takes a page of its own', () => {
    const six = arrange({ pages: 6, ending: 'imprint-below-text' }, sidesOf.fold);
    expect(shown(six)).toBe('1 2 3 4 5 6 – (7)');
    expect(six).toMatchObject({ blanks: 1, imprintMoved: true });
    // No blank before it: its page number stays.
    expect(shown(arrange({ pages: 7, ending: 'imprint-below-text' }, sidesOf.fold))).toBe('1 2 3 4 5 6 7 8');
    expect(shown(arrange({ pages: 8, ending: 'imprint-below-text' }, sidesOf.fold))).toBe('1 2 3 4 5 6 7 8');
  });
});

describe('folded sheets', () => {
  /** Folds printed sheets into each other and reads the pages from front to back. */
  function folded(sides: number): readonly number[] {
    const faces = imposition(sides);
    const front: number[] = [];
    const back: number[] = [];
    for (let face = 0; face < faces.length; face += 2) {
      const [outer, inner] = [faces[face], faces[face + 1]];
      if (outer === undefined || inner === undefined) throw new Error('a sheet has two faces');
      front.push(outer.right, inner.left);
      back.unshift(inner.right, outer.left);
    }
    return [...front, ...back];
  }

  test.each([4, 8, 20, 64])('%i sides are in order when the sheets are folded', (sides) => {
    expect(folded(sides)).toEqual(Array.from({ length: sides }, (_, index) => index));
  });

  test('the outermost sheet bears the last and the first side', () => {
    expect(imposition(8).map(({ left, right }) => `${left + 1}|${right + 1}`)).toEqual([
      '8|1',
      '2|7',
      '6|3',
      '4|5',
    ]);
  });

  test('what is no multiple of four does not fold', () => {
    expect(() => imposition(6)).toThrow(RangeError);
  });
});
