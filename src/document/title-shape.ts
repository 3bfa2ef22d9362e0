import { widthInCharacters } from './character-width.ts';

/**
 * 标题 §7.3.1: a title that does not fit one line is broken where the sense allows, into as few lines as will
 * hold it, shaped as a trapezoid or a lozenge.
 */

/** How much a fault of a shape weighs; a smaller sum is a better title. */
const weights = {
  /** Per squared character of difference from the mean length. */
  imbalance: 1,
  /** A line shorter than both neighbours: the shape of an hourglass. */
  hourglass: 60,
  /** All lines alike: a rectangle. */
  rectangle: 12,
  /** A break inside 《》. */
  insideName: 30,
  /** A break that leaves only a few characters of a 《》 on one side. */
  nameFragment: 60,
  /** A break after 的 or before 关于 and 《 reads well. */
  natural: -25,
  /** A last line of one or two characters. */
  stub: 200,
  /** A line more than needed. */
  extraLine: 25,
} as const;

/** Words that may not begin a line. */
const notFirst = /^[的和与及暨、》”）〉？！：；，。]/u;
/** Characters that may not end a line. */
const notLast = /[《“（〈]$/u;
/** Endings of words, as of 村级, 规范化, 合格率: alone they begin no line. */
const endings = /^[级化性率者员类型度]$/u;
/** Words that stay with what follows. */
const bindsNext = /(?:印发|批转|转发)$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names kept whole whatever a dictionary thinks: the issuer before 关于, years with 年, ordinals, bracketed numbers. */
const whole =
  /^[^关《 ]{2,20}(?=关于)|\d+(?:[—～至]\d+)?年?|[\p{sc=Han}]{1,3}(?:镇|乡|县|市|区|村)(?=\p{sc=Han})|村居|清廉/gu;

/** Names of several issuers before 关于, parted by spaces. */
const jointIssuers = /^[^关《]+(?: [^关《]+)+(?=关于)/u;

/** Places of the names in a text that begins with several issuers; each stays whole. */
function* namesOf(text: string): Generator<RegExpExecArray> {
  const [issuers = ''] = jointIssuers.exec(text) ?? [];
  yield* issuers.matchAll(/[^ ]+/gu);
}

/** Positions (in code units) at which the sense allows a new line. */
function breaks(text: string): readonly number[] {
  const forbidden = new Set<number>();
  for (const match of [...text.matchAll(whole), ...namesOf(text)]) {
    for (let at = match.index + 1; at < match.index + match[0].length; at++) forbidden.add(at);
  }
  const positions: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const before = text.slice(0, index);
    if (index === 0 || forbidden.has(index) || text[index] === ' ') continue;
    if (notFirst.test(text.slice(index)) || endings.test(segment) || notLast.test(before)) continue;
    if (bindsNext.test(before) && !text.startsWith('《', index)) continue;
    positions.push(index);
  }
  return positions;
}

function cost(lines: readonly string[], text: string): number {
  const widths = lines.map(widthInCharacters);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  let total = 0;
  let at = 0;
  for (const [index, width] of widths.entries()) {
    total += weights.imbalance * (width - mean) ** 2;
    const left = widths[index - 1];
    const right = widths[index + 1];
    if (left !== undefined && right !== undefined && width < left && width < right)
      total += weights.hourglass;
    at += lines[index]?.length ?? 0;
    if (at < text.length) {
      const opened = text.slice(0, at).split('《').length;
      const closed = text.slice(0, at).split('》').length;
      if (opened > closed) {
        total += weights.insideName;
        const inside = /《[^》]{0,5}$/u.test(text.slice(0, at)) || /^[^《]{0,3}》/u.test(text.slice(at));
        if (inside) total += weights.nameFragment;
      }
      if (/的$/u.test(text.slice(0, at)) || /^(?:关于|《)/u.test(text.slice(at))) total += weights.natural;
    }
  }
  if (widths.length > 1 && Math.max(...widths) - Math.min(...widths) < 0.6) total += weights.rectangle;
  if ((widths.at(-1) ?? 0) <= 2) total += weights.stub;
  return total;
}

/** All ways to cut `text` from `from` on into `count` lines of at most `capacity`, as lists of lines. */
function* cuts(
  text: string,
  from: number,
  count: number,
  capacity: number,
  positions: readonly number[],
): Generator<string[]> {
  if (count === 1) {
    const rest = text.slice(from);
    if (widthInCharacters(rest) <= capacity) yield [rest];
    return;
  }
  for (const to of positions) {
    if (to <= from) continue;
    const line = text.slice(from, to);
    if (widthInCharacters(line) > capacity) return;
    for (const rest of cuts(text, to, count - 1, capacity, positions)) yield [line, ...rest];
  }
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

/** The lines of a title that holds `capacity` characters a line. */
export function shapeTitle(text: string, capacity: number): readonly string[] {
  const width = widthInCharacters(text);
  if (width <= capacity) return [text];
  const positions = breaks(text);
  const fewest = Math.ceil(width / capacity);
  let best: readonly string[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  // One line more than needed may read better, but costs room.
  for (const count of [fewest, fewest + 1]) {
    for (const lines of cuts(text, 0, count, capacity, positions)) {
      const total = cost(lines, text) + (count - fewest) * weights.extraLine;
      if (total < least) {
        least = total;
        best = lines;
      }
    }
  }
  return (best ?? hardCut(text, capacity)).map((line) => line.trim());
}
