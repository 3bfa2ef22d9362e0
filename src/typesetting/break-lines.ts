import { isForbiddenAtEnd, isForbiddenAtStart } from '../format/punctuation.ts';
import type { Points } from '../format/units.ts';
import { type Glyph, gapBefore, newLine } from './glyph.ts';

/** A line of a paragraph: glyphs from `start` up to, not including, `end`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Whether a paragraph or a forced new line ends here: then the line is not stretched. */
  readonly last: boolean;
}

const space = 0x20;
const hyphen = 0x2d;
/** Sums of advances may miss the measure by rounding. */
const tolerance = 0.01;

/** Whether a line may end after `before`, with `after` beginning the next one (行首行尾禁则). */
export function mayBreak(before: Glyph, after: Glyph): boolean {
  if (before.joined) return false;
  if (after.codePoint === space) return false;
  if (before.codePoint === space) return true;
  if (isForbiddenAtEnd(before.codePoint) || isForbiddenAtStart(after.codePoint)) return false;
  // A number or a Western word is one; after its hyphen it may break.
  return !(before.western && after.western && before.codePoint !== hyphen);
}

/** Index at which the line that begins at `start` must end, `limit` being the first glyph that does not fit. */
function lastBreak(glyphs: readonly Glyph[], start: number, limit: number): number {
  for (let end = limit; end > start; end--) {
    const before = glyphs[end - 1];
    const after = glyphs[end];
    if (before !== undefined && after !== undefined && mayBreak(before, after)) return end;
  }
  // Nothing may break: a word longer than the line is cut.
  return Math.max(limit, start + 1);
}

/**
 * First-fit breaking: each line takes what fits, then gives back what prohibition rules will not let stand at its end
 * or at the next line's start. The first line may be shorter (indent).
 */
export function breakLines(glyphs: readonly Glyph[], firstWidth: Points, width: Points): Line[] {
  const { length } = glyphs;
  let lines: Line[] | null = null;
  let start = 0;
  let used = 0;
  let measure = firstWidth + tolerance;
  let index = 0;
  while (index < length) {
    const glyph = glyphs[index] as Glyph;
    if (glyph.codePoint === newLine) {
      lines = withLine(lines, { start, end: index, last: true });
      index++;
      start = index;
      used = 0;
      measure = width + tolerance;
      continue;
    }
    const advance = glyph.advance + gapBefore(glyphs, index, start);
    // A space at a line's end hangs in the margin.
    if (used + advance > measure && glyph.codePoint !== space && index > start) {
      const end = lastBreak(glyphs, start, index);
      lines = withLine(lines, { start, end, last: false });
      // What was given back is measured again, on its own line.
      index = end;
      start = end;
      used = 0;
      measure = width + tolerance;
      continue;
    }
    used += advance;
    index++;
  }
  return start < length || lines === null ? withLine(lines, { start, end: length, last: true }) : lines;
}

/** Lines with one more. Most paragraphs are cells of a line or two, for which a list that grows would be far too large. */
function withLine(lines: Line[] | null, line: Line): Line[] {
  if (lines === null) return [line];
  if (lines.length === 1) return [lines[0] as Line, line];
  lines.push(line);
  return lines;
}
