import { type LineFitting, plainLines } from '../document/fitting.ts';
import type { Alignment } from '../document/table.ts';
import { lastLineFitting } from '../format/page-fitting.ts';
import { type Points, toTwips } from '../format/units.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type Glyph, spaced, widthOf } from './glyph.ts';

/** Widths of a paragraph's lines, and how they stand. */
export interface LineMeasure {
  readonly firstWidth: Points;
  readonly width: Points;
  readonly align: Alignment;
}

const mark = /^[\p{P}\s]*$/u;

/** Whether a line holds one character at most, marks aside; what is to be filled in counts as more. */
function isAlone(glyphs: readonly Glyph[], { start, end }: Line): boolean {
  let count = 0;
  for (let index = start; index < end; index++) {
    const glyph = glyphs[index] as Glyph;
    if (glyph.blank) return false;
    if (!mark.test(glyph.text)) count++;
    if (count > 1) return false;
  }
  return true;
}

/** Whether a paragraph turned its line only to set one more character. */
const endsAlone = (glyphs: readonly Glyph[], lines: readonly Line[]): boolean =>
  lines.some(
    (line, index) => line.last && index > 0 && lines[index - 1]?.last === false && isAlone(glyphs, line),
  );

/** Glyphs with so much more after each. */
export const retracked = (glyphs: readonly Glyph[], tracking: Points): readonly Glyph[] =>
  tracking === 0 ? glyphs : glyphs.map((glyph) => spaced(glyph, tracking));

/** The most that stands between neighbours on full lines, justified. */
function loosest(
  glyphs: readonly Glyph[],
  lines: readonly Line[],
  { firstWidth, width }: LineMeasure,
): Points {
  let most = 0;
  for (const [index, { start, end, last }] of lines.entries()) {
    if (last) continue;
    const room = (index === 0 ? firstWidth : width) - widthOf(glyphs, start, end);
    const tracking = glyphs[start]?.tracking ?? 0;
    most = Math.max(most, tracking + room / Math.max(1, end - start - 1));
  }
  return most;
}

/** A way to set the lines, and how many more of them it may take. */
type Measure = LineFitting & { readonly more: number };

/** What may be tried, in order. */
function* measures(size: Points, { width, align }: LineMeasure): Generator<Measure> {
  const { step, closer, loosest: looser, narrower, closest } = lastLineFitting.value;
  const steps = (share: number) => Math.floor((share * size) / step + 0.001);
  const tracked = (count: number) => ({ tracking: (count * toTwips(step)) / 20, narrower: 0, more: 0 });
  const most = Math.min(narrower.most * size, narrower.share * width);
  const shorter: Points[] = [];
  // Whole twips on either side of centred lines.
  for (let by = narrower.step; by * size <= most; by += narrower.step) {
    shorter.push(toTwips((by * size) / 2) / 10);
  }
  for (let count = 1; count <= steps(closer); count++) yield tracked(-count);
  if (align === 'justify') for (let count = 1; count <= steps(looser); count++) yield tracked(count);
  for (const by of shorter) yield { tracking: 0, narrower: by, more: 0 };
  for (let count = steps(closer) + 1; count <= steps(closest); count++) yield tracked(-count);
  // A narrow column of many lines has no other way.
  for (const by of shorter) yield { tracking: 0, narrower: by, more: 1 };
}

const sameEnds = (lines: readonly Line[], others: readonly Line[]): boolean =>
  lines.length === others.length && lines.every(({ end }, index) => end === others[index]?.end);

/**
 * What has to be done to a paragraph so that its last line is not a single character; nothing where it is not, or
 * where nothing helps that a reader would not see.
 */
export function fitLastLine(glyphs: readonly Glyph[], measure: LineMeasure): LineFitting {
  const { firstWidth, width, align } = measure;
  const usual = breakLines(glyphs, firstWidth, width);
  if (usual.length < 2 || !endsAlone(glyphs, usual)) return plainLines;
  const [first] = glyphs;
  const { size = 0, tracking: own = 0 } = first ?? {};
  const { certain, loosest: most } = lastLineFitting.value;
  const loose = Math.max(most * size + own, loosest(glyphs, usual, measure));
  for (const { tracking, narrower, more } of measures(size, measure)) {
    const set = retracked(glyphs, tracking);
    const breakAt = (room: Points) => breakLines(set, firstWidth - narrower + room, width - narrower + room);
    const lines = breakAt(0);
    if (lines.length > usual.length + more || endsAlone(set, lines)) continue;
    if (align === 'justify' && tracking > 0 && loosest(set, lines, measure) > loose) continue;
    if (sameEnds(lines, breakAt(certain)) && sameEnds(lines, breakAt(-certain))) {
      return { tracking, narrower };
    }
  }
  return plainLines;
}

/** Whether a paragraph surely takes a line less, and does not end with a single character, with so much more tracking. */
export function takesLineLess(
  glyphs: readonly Glyph[],
  { firstWidth, width }: LineMeasure,
  tracking: Points,
): boolean {
  const usual = breakLines(glyphs, firstWidth, width);
  if (usual.length < 2) return false;
  const set = retracked(glyphs, tracking);
  const lines = breakLines(set, firstWidth, width);
  if (lines.length >= usual.length || endsAlone(set, lines)) return false;
  const { certain } = lastLineFitting.value;
  return [certain, -certain].every((room) =>
    sameEnds(lines, breakLines(set, firstWidth + room, width + room)),
  );
}
