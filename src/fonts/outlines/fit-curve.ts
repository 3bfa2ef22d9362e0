import type { Piece } from './outline.ts';
import type { Direction, Samples } from './thin-outline.ts';

/** Rounds of fitting; each moves the samples to where the curve comes nearest to them. */
const rounds = 3;
/** A curve that is so many times the tolerance off does not get there by more rounds. */
const hopeless = 5;
/** Handles longer than this share of the run bend back on themselves. */
const longestHandle = 1.2;

const places = new Float64Array(512);

/**
 * One cubic curve through the ends of the samples with these directions, no farther than `tolerance` from any of
 * them; least squares over the two handles (Schneider 1990). Control points are whole numbers. Null where none is.
 */
export function fitCurve(
  samples: Samples,
  leaving: Direction,
  arriving: Direction,
  tolerance: number,
): Piece | null {
  if (leaving === null || arriving === null) return null;
  const { x, y, last } = samples;
  const length = layOut(samples);
  const [x0, y0, x3, y3] = [x[0] ?? 0, y[0] ?? 0, x[last] ?? 0, y[last] ?? 0];
  for (let round = 0; round < rounds; round++) {
    const handles = leastSquares(samples, leaving, arriving);
    if (handles === null) return null;
    const [first, second] = handles;
    const longest = length * longestHandle;
    if (first < 0 || second < 0 || first > longest || second > longest) return null;
    const x1 = Math.round(x0 + first * leaving[0]);
    const y1 = Math.round(y0 + first * leaving[1]);
    const x2 = Math.round(x3 + second * arriving[0]);
    const y2 = Math.round(y3 + second * arriving[1]);
    const worst = approach(samples, x1, y1, x2, y2);
    if (worst <= tolerance) return [x1, y1, x2, y2, x3, y3];
    if (worst > tolerance * hopeless) return null;
  }
  return null;
}

/** Places the samples on the curve by the way between them; returns its length. */
function layOut({ x, y, last }: Samples): number {
  let length = 0;
  places[0] = 0;
  for (let index = 1; index <= last; index++) {
    length += Math.hypot((x[index] ?? 0) - (x[index - 1] ?? 0), (y[index] ?? 0) - (y[index - 1] ?? 0));
    places[index] = length;
  }
  for (let index = 1; index <= last; index++) places[index] = (places[index] ?? 0) / length;
  return length;
}

/** Lengths of the two handles that fit the samples best. */
function leastSquares(
  { x, y, last }: Samples,
  [lx, ly]: NonNullable<Direction>,
  [ax, ay]: NonNullable<Direction>,
): readonly [number, number] | null {
  const [x0, y0, x3, y3] = [x[0] ?? 0, y[0] ?? 0, x[last] ?? 0, y[last] ?? 0];
  const across = lx * ax + ly * ay;
  let [c00, c01, c11, r0, r1] = [0, 0, 0, 0, 0];
  for (let index = 1; index < last; index++) {
    const t = places[index] ?? 0;
    const s = 1 - t;
    const b1 = 3 * s * s * t;
    const b2 = 3 * s * t * t;
    const start = s * s * s + b1;
    const end = t * t * t + b2;
    c00 += b1 * b1;
    c01 += b1 * b2 * across;
    c11 += b2 * b2;
    const ex = (x[index] ?? 0) - (x0 * start + x3 * end);
    const ey = (y[index] ?? 0) - (y0 * start + y3 * end);
    r0 += b1 * (ex * lx + ey * ly);
    r1 += b2 * (ex * ax + ey * ay);
  }
  const determinant = c00 * c11 - c01 * c01;
  if (Math.abs(determinant) < 1e-12) return null;
  return [(r0 * c11 - r1 * c01) / determinant, (c00 * r1 - c01 * r0) / determinant];
}

/** Moves the samples' places nearer to where the curve passes them (Newton); returns the farthest distance. */
function approach({ x, y, last }: Samples, x1: number, y1: number, x2: number, y2: number): number {
  const [x0, y0, x3, y3] = [x[0] ?? 0, y[0] ?? 0, x[last] ?? 0, y[last] ?? 0];
  let worst = 0;
  for (let index = 1; index < last; index++) {
    const px = x[index] ?? 0;
    const py = y[index] ?? 0;
    let t = places[index] ?? 0;
    let s = 1 - t;
    const ex = s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3 - px;
    const ey = s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3 - py;
    const dx = 3 * (s * s * (x1 - x0) + 2 * s * t * (x2 - x1) + t * t * (x3 - x2));
    const dy = 3 * (s * s * (y1 - y0) + 2 * s * t * (y2 - y1) + t * t * (y3 - y2));
    const slope =
      dx * dx +
      dy * dy +
      6 * ex * (s * (x2 - 2 * x1 + x0) + t * (x3 - 2 * x2 + x1)) +
      6 * ey * (s * (y2 - 2 * y1 + y0) + t * (y3 - 2 * y2 + y1));
    if (Math.abs(slope) > 1e-9) t = Math.min(1, Math.max(0, t - (ex * dx + ey * dy) / slope));
    s = 1 - t;
    places[index] = t;
    const fx = s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3 - px;
    const fy = s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3 - py;
    worst = Math.max(worst, fx * fx + fy * fy);
  }
  return Math.sqrt(worst);
}
