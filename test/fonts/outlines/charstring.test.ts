import { describe, expect, test } from 'vitest';
import { type Callable, readCharstring } from '../../../src/fonts/outlines/charstring.ts';
import type { Piece } from '../../../src/fonts/outlines/outline.ts';
import { UnusableFont } from '../../../src/fonts/sfnt.ts';

const no = { count: 0, at: () => new Uint8Array() };
const subroutines = (...programs: readonly (readonly number[])[]) => ({
  count: programs.length,
  at: (number: number) => Uint8Array.from(programs[number] ?? []),
});
/** Numbers from -107 to 107 as charstrings write them. */
const n = (...values: readonly number[]): number[] => values.map((value) => value + 139);

const read = (program: readonly number[], callable: Callable = { globals: no, locals: no }) =>
  readCharstring(Uint8Array.from(program), callable);

/** The pieces of a contour that begins at 0, 0. */
const pieces = (...program: readonly number[]): readonly Piece[] | undefined =>
  read([...n(0, 0), 21, ...program, 14])[0]?.pieces;

describe('operators of a charstring', () => {
  test.each<[string, number[], Piece[]]>([
    [
      'rlineto',
      [...n(1, 2, 3, 4), 5],
      [
        [1, 2],
        [4, 6],
      ],
    ],
    [
      'hlineto alternates',
      [...n(5, 6, 7), 6],
      [
        [5, 0],
        [5, 6],
        [12, 6],
      ],
    ],
    [
      'vlineto alternates',
      [...n(5, 6), 7],
      [
        [0, 5],
        [6, 5],
      ],
    ],
    ['rrcurveto', [...n(1, 2, 3, 4, 5, 6), 8], [[1, 2, 4, 6, 9, 12]]],
    [
      'rcurveline',
      [...n(1, 2, 3, 4, 5, 6, 1, 1), 24],
      [
        [1, 2, 4, 6, 9, 12],
        [10, 13],
      ],
    ],
    [
      'rlinecurve',
      [...n(1, 1, 1, 2, 3, 4, 5, 6), 25],
      [
        [1, 1],
        [2, 3, 5, 7, 10, 13],
      ],
    ],
    ['hhcurveto with a step aside', [...n(9, 1, 2, 3, 4), 27], [[1, 9, 3, 12, 7, 12]]],
    [
      'vvcurveto twice',
      [...n(1, 2, 3, 4, 1, 2, 3, 4), 26],
      [
        [0, 1, 2, 4, 2, 8],
        [2, 9, 4, 12, 4, 16],
      ],
    ],
    ['hvcurveto ends freely', [...n(1, 2, 3, 4, 5), 31], [[1, 0, 3, 3, 8, 7]]],
    [
      'vhcurveto, then across',
      [...n(1, 2, 3, 4, 1, 2, 3, 4), 30],
      [
        [0, 1, 2, 4, 6, 4],
        [7, 4, 9, 7, 9, 11],
      ],
    ],
    [
      'flex',
      [...n(1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1, -1, 50), 12, 35],
      [
        [1, 1, 2, 2, 3, 3],
        [4, 2, 5, 1, 6, 0],
      ],
    ],
    [
      'hflex',
      [...n(1, 1, 5, 1, 1, 1, 1), 12, 34],
      [
        [1, 0, 2, 5, 3, 5],
        [4, 5, 5, 0, 6, 0],
      ],
    ],
    [
      'hflex1',
      [...n(1, 1, 1, 2, 1, 1, 1, -2, 1), 12, 36],
      [
        [1, 1, 2, 3, 3, 3],
        [4, 3, 5, 1, 6, 0],
      ],
    ],
    [
      'flex1',
      [...n(9, 1, 1, 1, 1, 1, 1, -1, 1, -1, 2), 12, 37],
      [
        [9, 1, 10, 2, 11, 3],
        [12, 2, 13, 1, 15, 0],
      ],
    ],
  ])('%s', (_, program, expected) => {
    expect(pieces(...program)).toEqual(expected);
  });

  test('numbers of every length', () => {
    const long = [247, 0, 251, 0, 28, 0xff, 0x00, 255, 0, 1, 0x80, 0];
    expect(pieces(...long, 5)).toEqual([
      [108, -108],
      [108 - 256, -108 + 1.5],
    ]);
  });
});

test('hints and the width say nothing of the outline; masks are as long as there are stems', () => {
  const stems = [
    ...n(50, 1, 2),
    18,
    ...n(1, 2, 3, 4),
    19,
    0xff,
    ...n(1, 2),
    21,
    ...n(3),
    6,
    20,
    0x80,
    ...n(4),
    7,
    14,
  ];
  expect(read(stems)).toEqual([
    {
      x: 1,
      y: 2,
      pieces: [
        [4, 2],
        [4, 6],
      ],
    },
  ]);
});

test('subroutines are followed, local and global, with the bias of their count', () => {
  const locals = subroutines([...n(2), 7, ...n(0 - 107), 29, 11]);
  const globals = subroutines([...n(3), 6, 14]);
  expect(read([...n(0, 0), 21, ...n(-107), 10, ...n(9), 6], { locals, globals })[0]?.pieces).toEqual([
    [0, 2],
    [3, 2],
  ]);
});

test('a charstring that calls what is not there, itself, or nothing known is not usable', () => {
  expect(() => read([...n(-107), 10])).toThrow(UnusableFont);
  const endless = subroutines([...n(-107), 10]);
  expect(() => read([...n(-107), 10], { locals: endless, globals: no })).toThrow(UnusableFont);
  expect(() => read([...n(1), 12, 99])).toThrow(UnusableFont);
});
