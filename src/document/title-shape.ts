import { widthInCharacters } from './character-width.ts';
import { type TitleBreak, titleBreaks } from './title-breaks.ts';

/**
 * 标题 §7.3.1: a title that does not fit one line is broken where the sense allows, into as few lines as will
 * hold it, shaped as a trapezoid or a lozenge.
 */

/** How much a fault of a shape weighs, in squared characters; a smaller sum is a better title. */
const weights = {
  /** Per squared character of difference from the mean length. */
  imbalance: 1,
  /** Longer again behind a shorter line: the shape of an hourglass. */
  hourglass: 60,
  /** Two lines alike: part of a rectangle. */
  rectangle: 10,
  /** Shorter than the line before: a trapezoid on its head is a little worse than one on its foot. */
  falling: 2,
  /** A line of one to three characters. */
  stub: 200,
  /** A line not half as long as the mean. */
  short: 40,
  /** A line more than needed. */
  extraLine: 25,
} as const;

/** Lines whose lengths differ by less are alike, in characters. */
const alike = 0.6;
/** Lines shorter than the one before by less do not make the waist of an hourglass, in characters. */
const waist = 1.5;
/** Lines a title has at most, unless it is too long for them. */
const mostLines = 4;

/** The rest of a title, shaped. */
interface Shaped {
  readonly cost: number;
  /** Offsets at which its lines end. */
  readonly ends: readonly number[];
}

const impossible: Shaped = { cost: Number.POSITIVE_INFINITY, ends: [] };

/** Cost of a line by its own length. */
function lineCost(width: number, mean: number): number {
  const stub = width <= 3 ? weights.stub : 0;
  const short = width < mean / 2 ? weights.short : 0;
  return weights.imbalance * (width - mean) ** 2 + stub + short;
}

/**
 * The best way to break `text` into `count` lines of at most `capacity`. Every rest of the text is shaped once for each
 * line it may follow, so that long titles take no longer than their words times their words.
 */
function shapeInto(text: string, count: number, capacity: number, breaks: readonly TitleBreak[]): Shaped {
  const stops: readonly TitleBreak[] = [{ at: 0, cost: 0 }, ...breaks, { at: text.length, cost: 0 }];
  const mean = widthInCharacters(text) / count;
  const widths = new Map<number, number>();
  const width = (from: number, to: number): number => {
    const key = from * stops.length + to;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const wide = widthInCharacters(text.slice(stops[from]?.at, stops[to]?.at).trim());
    widths.set(key, wide);
    return wide;
  };
  const shaped = new Map<string, Shaped>();

  /** `previous` is where the line before begins, -1 before the first; `fell` whether lines have become much shorter. */
  const shape = (from: number, lines: number, previous: number, fell: boolean): Shaped => {
    const key = `${from} ${lines} ${previous} ${fell}`;
    const known = shaped.get(key);
    if (known !== undefined) return known;
    let best = impossible;
    const first = lines === 1 ? stops.length - 1 : from + 1;
    for (let to = first; to < stops.length - (lines === 1 ? 0 : 1); to++) {
      const own = width(from, to);
      if (own > capacity) break;
      const step = previous < 0 ? null : own - width(previous, from);
      const rises = step !== null && step >= alike;
      const falls = step !== null && step <= -alike;
      const form =
        (rises && fell ? weights.hourglass : 0) +
        (falls && !fell ? weights.falling : 0) +
        (step !== null && !rises && !falls ? weights.rectangle : 0);
      const here = lineCost(own, mean) + form + (stops[to]?.cost ?? 0);
      if (here >= best.cost) continue;
      const rest =
        lines === 1
          ? { cost: 0, ends: [] }
          : shape(to, lines - 1, from, fell || (step !== null && step <= -waist));
      if (here + rest.cost < best.cost) {
        best = { cost: here + rest.cost, ends: [stops[to]?.at ?? 0, ...rest.ends] };
      }
    }
    shaped.set(key, best);
    return best;
  };
  return shape(0, count, -1, false);
}

/** Cuts by count alone: for a text without any place to break. */
function hardCut(text: string, capacity: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const character of text) {
    if (widthInCharacters(current + character) > capacity) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current];
}

/** The lines of a title that holds `capacity` characters a line; `names` in it stay whole. */
export function shapeTitle(text: string, capacity: number, names: readonly string[] = []): readonly string[] {
  const width = widthInCharacters(text);
  if (width <= capacity) return [text];
  const breaks = titleBreaks(text, names);
  const fewest = Math.ceil(width / capacity);
  let best = impossible;
  // A line more than needed may read better, but costs room; two more where words are long.
  for (let count = fewest; count <= Math.max(mostLines, fewest + 1); count++) {
    const { cost, ends } = shapeInto(text, count, capacity, breaks);
    const total = cost + (count - fewest) * weights.extraLine;
    if (total < best.cost) best = { cost: total, ends };
  }
  if (best === impossible) return hardCut(text, capacity);
  return best.ends.map((end, index) => text.slice(best.ends[index - 1] ?? 0, end).trim());
}
