import { fitCurve } from './fit-curve.ts';
import { type Contour, endOf, lineLength, type Outline, type Piece } from './outline.ts';

/** Points taken of a piece to measure by: of curves, and of lines, whose points between the ends say nothing new. */
const curveSamples = 4;
const lineSamples = 2;
/** A run of pieces is given up after so many that did not fit: one more may fit again. */
const patience = 2;

/**
 * Draws an outline with fewer pieces that stray from it by no more than `tolerance`, in the font's units. Outlines
 * traced from bitmaps or other fonts have several pieces where one is enough; ends of pieces stay where they were.
 */
export function thinOutline(outline: Outline, tolerance: number): Outline {
  return outline.map((contour) => thinContour(contour, tolerance));
}

/** Sampled points of a run of pieces; the first is where it begins. */
export interface Samples {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Index of the last. */
  last: number;
}

const mostSamples = 512;
const buffer: Samples = { x: new Float64Array(mostSamples), y: new Float64Array(mostSamples), last: 0 };

function thinContour({ x: startX, y: startY, pieces }: Contour, tolerance: number): Contour {
  const thinned: Piece[] = [];
  let x = startX;
  let y = startY;
  let first = 0;
  while (first < pieces.length) {
    const { piece, next } = longestRun(pieces, first, x, y, tolerance);
    thinned.push(piece);
    [x, y] = endOf(piece);
    first = next;
  }
  return { x: startX, y: startY, pieces: thinned };
}

/** The one piece that stands for the longest run of pieces from `first`, and the index after the run. */
function longestRun(pieces: readonly Piece[], first: number, x: number, y: number, tolerance: number) {
  let best = pieces[first] ?? [];
  let next = first + 1;
  let failures = 0;
  let [fromX, fromY] = [x, y];
  buffer.x[0] = x;
  buffer.y[0] = y;
  buffer.last = 0;
  const leaving = directionAtStart(x, y, best);
  for (let index = first; index < pieces.length && failures < patience; index++) {
    const piece = pieces[index] ?? [];
    if (buffer.last + curveSamples >= mostSamples) break;
    sample(buffer, fromX, fromY, piece);
    const end = endOf(piece);
    const shorter = lineFits(buffer, tolerance)
      ? end
      : index === first
        ? null
        : fitCurve(buffer, leaving, directionAtEnd(fromX, fromY, piece), tolerance);
    if (shorter !== null) {
      best = shorter;
      next = index + 1;
      failures = 0;
    } else if (index > first) failures++;
    [fromX, fromY] = end;
  }
  return { piece: best, next };
}

/** Adds points of a piece to the samples. */
function sample(samples: Samples, fromX: number, fromY: number, piece: Piece): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = piece;
  const { x, y } = samples;
  if (piece.length === lineLength) {
    for (let step = 1; step <= lineSamples; step++) {
      const t = step / lineSamples;
      samples.last++;
      x[samples.last] = fromX + (a - fromX) * t;
      y[samples.last] = fromY + (b - fromY) * t;
    }
    return;
  }
  for (let step = 1; step <= curveSamples; step++) {
    const t = step / curveSamples;
    const s = 1 - t;
    samples.last++;
    x[samples.last] = s * s * s * fromX + 3 * s * s * t * a + 3 * s * t * t * c + t * t * t * e;
    y[samples.last] = s * s * s * fromY + 3 * s * s * t * b + 3 * s * t * t * d + t * t * t * f;
  }
}

/** Whether the samples lie along the line between their ends, going forwards. */
function lineFits({ x, y, last }: Samples, tolerance: number): boolean {
  const x0 = x[0] ?? 0;
  const y0 = y[0] ?? 0;
  const dx = (x[last] ?? 0) - x0;
  const dy = (y[last] ?? 0) - y0;
  const length = Math.hypot(dx, dy);
  if (length < 1e-9) return false;
  let reached = 0;
  for (let index = 1; index < last; index++) {
    const px = (x[index] ?? 0) - x0;
    const py = (y[index] ?? 0) - y0;
    const along = (px * dx + py * dy) / length;
    if (Math.abs(px * dy - py * dx) > tolerance * length) return false;
    if (along < reached - tolerance || along > length + tolerance) return false;
    reached = Math.max(reached, along);
  }
  return true;
}

/** A direction of length 1; null where there is none. */
export type Direction = readonly [number, number] | null;

function direction(dx: number, dy: number): Direction {
  const length = Math.hypot(dx, dy);
  return length < 1e-9 ? null : [dx / length, dy / length];
}

/** Where a piece leaves its start for. */
function directionAtStart(fromX: number, fromY: number, piece: Piece): Direction {
  for (let index = 0; index < piece.length; index += 2) {
    const towards = direction((piece[index] ?? 0) - fromX, (piece[index + 1] ?? 0) - fromY);
    if (towards !== null) return towards;
  }
  return null;
}

/** Where a piece comes from, seen from its end. */
function directionAtEnd(fromX: number, fromY: number, piece: Piece): Direction {
  const [endX, endY] = endOf(piece);
  for (let index = piece.length - 4; index >= 0; index -= 2) {
    const towards = direction((piece[index] ?? 0) - endX, (piece[index + 1] ?? 0) - endY);
    if (towards !== null) return towards;
  }
  return direction(fromX - endX, fromY - endY);
}
