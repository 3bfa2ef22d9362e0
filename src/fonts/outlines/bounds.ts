import type { Outline } from './outline.ts';

/** Left, bottom, right, top of what an outline fills, in its own units; null where it draws nothing. */
export type Bounds = readonly [left: number, bottom: number, right: number, top: number];

/** The edges of an outline: those of its curves themselves, not of the points that steer them. */
export function boundsOf(outline: Outline): Bounds | null {
  const across: number[] = [];
  const up: number[] = [];
  for (const { x, y, pieces } of outline) {
    let [fromX, fromY] = [x, y];
    if (pieces.length > 0) {
      across.push(fromX);
      up.push(fromY);
    }
    for (const piece of pieces) {
      const points = [...piece];
      const [toX = fromX, toY = fromY] = points.slice(-2);
      if (points.length > 2) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
        across.push(...turns(fromX, x1, x2, toX));
        up.push(...turns(fromY, y1, y2, toY));
      }
      across.push(toX);
      up.push(toY);
      [fromX, fromY] = [toX, toY];
    }
  }
  if (across.length === 0) return null;
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

/** Where a cubic curve turns back along one axis: its values at the zeros of its derivative. */
function turns(from: number, first: number, second: number, to: number): number[] {
  const a = to - from + 3 * (first - second);
  const b = 2 * (from - 2 * first + second);
  const c = first - from;
  const times =
    a === 0 ? [-c / b] : [1, -1].map((sign) => (-b + sign * Math.sqrt(b * b - 4 * a * c)) / (2 * a));
  return times
    .filter((time) => time > 0 && time < 1)
    .map((time) => {
      const rest = 1 - time;
      return rest ** 3 * from + 3 * rest ** 2 * time * first + 3 * rest * time ** 2 * second + time ** 3 * to;
    });
}
