import type { Points } from '../format/units.ts';
import { type Glyph, gapBefore, widthOf } from './glyph.ts';
import type { PlacedItem, PlacedText } from './page.ts';

/** Where a line goes: left edge and width of its measure, base line, alignment. */
export interface LinePlace {
  readonly x: Points;
  readonly width: Points;
  readonly y: Points;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** A last line is never stretched. */
  readonly last: boolean;
  readonly colour: PlacedText['colour'];
  readonly element: number | null;
  /** What opens the glyphs belongs to another element. */
  readonly opening?: Opening;
}

/** A run-in heading at the beginning of some glyphs. */
export interface Opening {
  readonly element: number;
  /** Glyphs it takes. */
  readonly length: number;
}

const space = 0x20;

/** Rule of a blank, below the base line. */
const blankRule = { down: 2, weight: 0.5 } as const;

/** Whether the gap between two neighbours takes part in stretching: everywhere but inside a Western word. */
const stretches = (before: Glyph, after: Glyph): boolean => !(before.western && after.western);

/** Width the gaps of a justified line gain each. */
function stretch(glyphs: readonly Glyph[], start: number, end: number, width: Points): Points {
  let gaps = 0;
  for (let index = start + 1; index < end; index++) {
    if (stretches(glyphs[index - 1] as Glyph, glyphs[index] as Glyph)) gaps++;
  }
  return gaps === 0 ? 0 : Math.max(0, width - widthOf(glyphs, start, end)) / gaps;
}

/** Whether a character is drawn and one unit of UTF-16. */
const isUnit = (codePoint: number): boolean => codePoint >= space && codePoint <= 0xffff;

/** The text of glyphs. Four characters at once: one by one, every beginning of the text would become a string. */
function textOf(glyphs: readonly Glyph[], from: number, to: number): string {
  let index = from;
  let text = '';
  for (; index + 4 <= to; index += 4) {
    const first = (glyphs[index] as Glyph).codePoint;
    const second = (glyphs[index + 1] as Glyph).codePoint;
    const third = (glyphs[index + 2] as Glyph).codePoint;
    const fourth = (glyphs[index + 3] as Glyph).codePoint;
    if (!(isUnit(first) && isUnit(second) && isUnit(third) && isUnit(fourth))) break;
    text += String.fromCharCode(first, second, third, fourth);
  }
  for (; index < to; index++) text += (glyphs[index] as Glyph).text;
  return text;
}

/** Sets the glyphs from `start` to `end` as one line: runs of one face at fixed positions, behind the items there are. */
export function placeLine(
  glyphs: readonly Glyph[],
  start: number,
  end: number,
  place: LinePlace,
  items: PlacedItem[] = [],
): PlacedItem[] {
  let stop = end;
  while (stop > start && glyphs[stop - 1]?.codePoint === space) stop--;
  const extra = place.align === 'justify' && !place.last ? stretch(glyphs, start, stop, place.width) : 0;
  let x = place.x;
  if (place.align === 'center') x += (place.width - widthOf(glyphs, start, stop)) / 2;
  if (place.align === 'right') x += place.width - widthOf(glyphs, start, stop);

  const opened = place.opening?.length ?? 0;
  let runStart = x;
  let runFrom = start;
  for (let index = start; index < stop; index++) {
    const glyph = glyphs[index] as Glyph;
    const next = index + 1 < stop ? (glyphs[index + 1] as Glyph) : null;
    const gap = next === null ? 0 : gapBefore(glyphs, index + 1, start);
    const gain = gap + (next !== null && extra > 0 && stretches(glyph, next) ? extra : 0);
    if (glyph.blank) {
      const y = place.y + blankRule.down;
      items.push({
        kind: 'rule',
        x1: x,
        y1: y,
        x2: x + glyph.advance,
        y2: y,
        weight: blankRule.weight,
        colour: 'black',
      });
    }
    x += glyph.advance + gain;
    const goesOn =
      next !== null &&
      gap === 0 &&
      next.face === glyph.face &&
      next.size === glyph.size &&
      next.tracking === glyph.tracking &&
      next.bold === glyph.bold &&
      (extra === 0 || next.western === glyph.western) &&
      index + 1 !== opened &&
      !next.blank &&
      !glyph.blank;
    if (goesOn) continue;
    const run = textOf(glyphs, runFrom, index + 1);
    if (run !== '') {
      const tracking = glyph.tracking + (glyph.western ? 0 : extra);
      // Written out: a page has hundreds of texts, and a spread takes several times as long.
      items.push({
        kind: 'text',
        x: runStart,
        y: place.y,
        text: run,
        width: x - runStart - gain - glyph.tracking,
        ink: null,
        face: glyph.face,
        size: glyph.size,
        tracking,
        bold: glyph.bold,
        colour: place.colour,
        element: index < opened ? (place.opening?.element ?? null) : place.element,
      });
    }
    runStart = x;
    runFrom = index + 1;
  }
  return items;
}
