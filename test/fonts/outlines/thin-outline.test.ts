import { expect, test } from 'vitest';
import { type Contour, endOf, type Piece } from '../../../src/fonts/outlines/outline.ts';
import { thinOutline } from '../../../src/fonts/outlines/thin-outline.ts';

/** Points along a contour, close together. */
function points({ x, y, pieces }: Contour): [number, number][] {
  const list: [number, number][] = [];
  let [fromX, fromY] = [x, y];
  for (const piece of pieces) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = piece;
    const steps = piece.length === 2 ? 20 : 800;
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const s = 1 - t;
      if (piece.length === 2) list.push([fromX + (a - fromX) * t, fromY + (b - fromY) * t]);
      else {
        list.push([
          s ** 3 * fromX + 3 * s * s * t * a + 3 * s * t * t * c + t ** 3 * e,
          s ** 3 * fromY + 3 * s * s * t * b + 3 * s * t * t * d + t ** 3 * f,
        ]);
      }
    }
    [fromX, fromY] = endOf(piece);
  }
  return list;
}

/** How far the points of one contour lie from the nearest of another. */
const distance = (one: Contour, other: Contour): number => {
  const there = points(other);
  return Math.max(
    ...points(one).map(([x, y]) => Math.min(...there.map(([px, py]) => Math.hypot(x - px, y - py)))),
  );
};

/** A circle traced in so many short lines. */
function traced(lines: number): Contour {
  const at = (index: number): Piece => {
    const angle = (2 * Math.PI * index) / lines;
    return [Math.round(500 + 400 * Math.cos(angle)), Math.round(500 + 400 * Math.sin(angle))];
  };
  return { x: 900, y: 500, pieces: Array.from({ length: lines }, (_, index) => at(index + 1)) };
}

test('a traced curve is drawn with few pieces and strays from its points no farther than allowed', () => {
  const circle = traced(120);
  const [thinned] = thinOutline([circle], 1);
  expect(thinned?.pieces.length).toBeLessThan(16);
  if (thinned === undefined) return;
  // Both are sampled, so that the nearest points lie a little apart.
  expect(distance(circle, thinned)).toBeLessThan(1.5);
  expect(distance(thinned, circle)).toBeLessThan(2);
});

test('corners stay where they are', () => {
  const square: Contour = {
    x: 0,
    y: 0,
    pieces: [
      [500, 0],
      [1000, 0],
      [1000, 1000],
      [0, 1000],
    ],
  };
  expect(thinOutline([square], 1)).toEqual([
    {
      x: 0,
      y: 0,
      pieces: [
        [1000, 0],
        [1000, 1000],
        [0, 1000],
      ],
    },
  ]);
});

test('a way back along the same line is not left out', () => {
  const spike: Contour = {
    x: 0,
    y: 0,
    pieces: [
      [300, 0],
      [100, 0],
      [100, 200],
    ],
  };
  expect(thinOutline([spike], 1)[0]?.pieces).toEqual([
    [300, 0],
    [100, 0],
    [100, 200],
  ]);
});

test('what is drawn with few pieces stays as it is', () => {
  const drop: Contour = {
    x: 0,
    y: 0,
    pieces: [
      [0, 276, 224, 500, 500, 500],
      [776, 500, 1000, 276, 1000, 0],
    ],
  };
  expect(thinOutline([drop], 1)).toEqual([drop]);
});
