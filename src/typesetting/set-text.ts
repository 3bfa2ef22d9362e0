import { type LineFitting, plainLines } from '../document/fitting.ts';
import type { Alignment } from '../document/table.ts';
import { page } from '../format/page.ts';
import type { TypeStyle } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines } from './break-lines.ts';
import { retracked } from './fit-last-line.ts';
import type { Row } from './galley.ts';
import type { Glyph } from './glyph.ts';
import type { PlacedText } from './page.ts';
import { type Opening, placeLine } from './place-line.ts';

/** Geometry and behaviour of a paragraph in its frame. */
export interface Measure {
  /** Left edge of lines after the first, from the frame's left edge. */
  readonly left: Points;
  /** Left edge of the first line. */
  readonly firstLeft: Points;
  /** Right edge of all lines. */
  readonly right: Points;
}

/** What is told of a paragraph besides its glyphs. */
export interface ParagraphTraits {
  readonly element: number | null;
  readonly keepWithNext: boolean;
  readonly colour?: PlacedText['colour'];
  readonly bookmark?: Row['bookmark'];
  /** The run-in heading it opens with: its element, and how many glyphs it has. */
  readonly opening?: Opening;
  /** What keeps the last line from being a single character. */
  readonly lines?: LineFitting;
  /** A line of it may stand alone on a page. */
  readonly loneLines?: boolean;
}

/** A measure with its lines as much shorter as the fitting says: at the end they do not begin at. */
export function narrowed({ left, firstLeft, right }: Measure, narrower: Points, align: Alignment): Measure {
  const share = align === 'center' ? narrower / 2 : narrower;
  const before = align === 'center' || align === 'right' ? share : 0;
  const after = align === 'right' ? 0 : share;
  return { left: left + before, firstLeft: firstLeft + before, right: right - after };
}

/** Base line of a line box, from its top. */
export const baselineOf = (pitch: Points): Points => pitch * page.baselineShare.value;

/** Lines of a paragraph that stay together at least, at a page's foot and at its head; as word processors have it. */
const together = 2;

/** Sets glyphs as the lines of one paragraph: none stands alone on a page. */
export function setParagraph(
  words: readonly Glyph[],
  style: Pick<TypeStyle, 'pitch' | 'align'>,
  measure: Measure,
  traits: ParagraphTraits,
): Row[] {
  const { tracking, narrower } = traits.lines ?? plainLines;
  const glyphs = retracked(words, tracking);
  const { left, firstLeft, right } = narrower === 0 ? measure : narrowed(measure, narrower, style.align);
  const lines = breakLines(glyphs, right - firstLeft, right - left);
  return lines.map((line, index) => {
    const x = index === 0 ? firstLeft : left;
    const items = placeLine(glyphs, line.start, line.end, {
      x,
      width: right - x,
      y: baselineOf(style.pitch),
      align: style.align,
      last: line.last,
      colour: traits.colour ?? 'black',
      element: traits.element,
      ...(traits.opening === undefined ? {} : { opening: traits.opening }),
    });
    const bookmark = index === 0 ? (traits.bookmark ?? null) : null;
    const here = index + 1;
    const rest = lines.length - here;
    const alone = rest > 0 && traits.loneLines !== true && (here < together || rest < together);
    return {
      kind: 'row',
      height: style.pitch,
      items,
      keepWithNext: alone || traits.keepWithNext,
      bookmark,
    };
  });
}
