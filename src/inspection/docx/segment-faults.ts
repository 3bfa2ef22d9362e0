import type { Frame } from '../../format/page.ts';
import { mm, type Points } from '../../format/units.ts';
import { type Deviation, millimetres } from '../deviation.ts';
import type { PageCharacter } from '../page-characters.ts';
import type { MatchedParagraph } from './match.ts';

/** What a reader with a ruler would see. */
const tolerance: Points = mm(0.5);

/** A place across the page programs may not agree on: a program's own tracking behind the last character. */
const near = (a: Points, b: Points): boolean => Math.abs(a - b) <= tolerance;

/** What stands between two tabs on a paragraph's first line. */
interface Segment {
  readonly tabs: number;
  readonly left: Points;
  readonly right: Points;
}

/** Makes a deviation of the paragraph. */
type MakeFault = (aspect: string, actual: string, expected: string) => Deviation;

/** The lines of a paragraph on the finished pages: its characters by their base lines. */
function linesOf(pages: readonly PageCharacter[]): readonly (readonly number[])[] {
  const lines: number[][] = [];
  let [page, y] = [-1, Number.NaN];
  for (const [index, { item, page: on }] of pages.entries()) {
    if (on === page && Math.abs(item.y - y) < 0.05) lines.at(-1)?.push(index);
    else lines.push([index]);
    [page, y] = [on, item.y];
  }
  return lines;
}

/** The segments of a line, from left to right. */
function segmentsOf(
  line: readonly number[],
  { characters }: MatchedParagraph,
  pages: readonly PageCharacter[],
): readonly Segment[] {
  const segments = new Map<number, Segment>();
  for (const index of line) {
    const tabs = characters[index]?.tabs ?? 0;
    const item = pages[index]?.item;
    if (item === undefined) continue;
    const known = segments.get(tabs);
    const [left, right] = [item.x, item.x + item.width];
    segments.set(tabs, {
      tabs,
      left: Math.min(known?.left ?? left, left),
      right: Math.max(known?.right ?? right, right),
    });
  }
  return [...segments.values()].sort((a, b) => a.tabs - b.tabs);
}

/** Whether every character has its counterpart on the finished pages. */
const isWhole = (pages: readonly (PageCharacter | null)[]): pages is readonly PageCharacter[] =>
  pages.every((page) => page !== null);

/**
 * Indents, alignment and tab stops of a paragraph: where its first line begins and ends, where its second begins, and
 * where what stands behind tabs does. Within cells it is the cell that decides.
 */
export function* segmentFaults(
  matched: MatchedParagraph,
  frame: Frame,
  justified: boolean,
  fault: MakeFault,
): Generator<Deviation> {
  const { paragraph, pages } = matched;
  const { look, table, inBox, runs } = paragraph;
  const isCell = table !== null && !table.floats;
  if (
    inBox ||
    isCell ||
    !isWhole(pages) ||
    /^[\s\u00A0]*[ \u3000]/u.test(runs.map(({ text }) => text).join(''))
  )
    return;
  const lines = linesOf(pages);
  const [first, second] = lines;
  if (first === undefined) return;
  const right = frame.left + frame.width;
  const from = (place: Points): string => millimetres(place - frame.left);
  const segments = segmentsOf(first, matched, pages);
  const [opening] = segments;
  const end = segments.at(-1);
  if (opening === undefined || end === undefined) return;
  const { left, right: indentRight, firstLine, align, tabs } = look;
  if (opening.tabs > 0 || segments.length > 1) {
    for (const segment of segments) {
      const stop = tabs[segment.tabs - 1];
      const at = segment.tabs === 0 ? left + firstLine : (stop?.at ?? left);
      const isRight = segment.tabs > 0 && stop?.kind === 'right';
      const [is, should] = [frame.left + at, isRight ? segment.right : segment.left];
      if (!near(is, should)) yield fault('位置', `距版心左边 ${from(is)}`, `距版心左边 ${from(should)}`);
    }
    return;
  }
  if (align === 'center') {
    const [is, should] = [
      frame.left + (left + firstLine + frame.width - indentRight) / 2,
      (opening.left + opening.right) / 2,
    ];
    if (!near(is, should)) yield fault('对齐', '居中', describePlace(opening, frame));
    return;
  }
  if (align === 'right') {
    const is = right - indentRight;
    if (!near(is, opening.right)) {
      yield fault('右缩进', millimetres(indentRight), millimetres(right - opening.right));
    }
    return;
  }
  const begins = frame.left + left + firstLine;
  if (!near(begins, opening.left)) {
    const [is, should] = [begins, opening.left];
    yield fault(lines.length > 1 ? '首行缩进' : '缩进', from(is), from(should));
  }
  const next = second?.[0];
  const below = next === undefined ? undefined : pages[next]?.item;
  if (below !== undefined && !near(frame.left + left, below.x)) {
    yield fault('左缩进', millimetres(left), from(below.x));
  }
  // Full lines of justified text end at the edge.
  if (align === 'both' && second !== undefined && near(right, opening.right) && indentRight > tolerance) {
    yield fault('右缩进', millimetres(indentRight), millimetres(0));
  }
  if (align === 'left' && second !== undefined && justified) {
    yield fault('对齐', '左对齐', '两端对齐');
  }
}

/** How a line stands, for the clerk. */
function describePlace({ left, right }: Segment, frame: Frame): string {
  const [before, behind] = [left - frame.left, frame.left + frame.width - right];
  return near(before, behind) ? '居中' : `距版心左边 ${millimetres(before)}`;
}
