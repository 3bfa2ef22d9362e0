import { derived, direct, local } from './standard.ts';
import { mm, type Points, toTwips } from './units.ts';

/** Paper, margins and grid. §5 */
export const page = {
  /** 幅面 A4. */
  paper: direct('5.1', { width: mm(210), height: mm(297) }),
  /** 天头. */
  headMargin: direct('5.2.1', mm(37)),
  /** 订口. */
  bindingMargin: direct('5.2.1', mm(28)),
  /** 版心. */
  typeArea: direct('5.2.1', { width: mm(156), height: mm(225) }),
  /** 切口: what is left of the width. */
  foreEdge: derived('5.2.1', mm(26)),
  /** 地脚: what is left of the height. */
  footMargin: derived('5.2.1', mm(35)),
  /** 22 lines of 28 characters that fill the type area. */
  grid: direct('5.2.3', { lines: 22, characters: 28 }),
  /** From one line to the next: (225 mm − one character) ÷ 21. */
  linePitch: derived('5.2.3', 29.6),
  /** 3号 in Word and WPS. */
  bodySize: direct('5.2.2', 16),
  /** Added to every character of body text so that 28 fit into 156 mm; full lines are then stretched to both edges. */
  bodyTracking: derived('5.2.3', -0.25),
  /** Where the base line stands in a line box of fixed height, from its top: as word processors put it. */
  baselineShare: local(0.8),
} as const;

/** One 字 across: a body character with its tracking. */
export const characterWidth: Points = page.bodySize.value + page.bodyTracking.value;

/** Ascent and descent of the em box of a Chinese face, as shares of the size. */
export const emBox = { ascent: 0.88, descent: 0.12 } as const;

/**
 * The rectangle in which line boxes or tables are stacked, from the page's top left corner, and the page itself.
 * In landscape the page is the turned one: its top is the binding edge, its left the foot.
 */
export interface Frame {
  readonly pageWidth: Points;
  readonly pageHeight: Points;
  readonly left: Points;
  readonly top: Points;
  readonly width: Points;
  readonly height: Points;
  /** Its upper edge is the type area's: a line box that is to begin there with its glyphs has to be cut. */
  readonly flush: boolean;
}

/** Height of a line box above whose glyphs there is nothing. */
export const flushPitch = (size: Points): Points => (emBox.ascent * size) / page.baselineShare.value;

/**
 * Frame for running text: line boxes stand out above the first glyph and below the last one, so the frame is a
 * little taller than the type area; measured so that glyphs begin at 37 mm and end 35 mm above the foot.
 */
const textFrame = (pitch: Points): Frame => {
  const { baselineShare, bodySize } = page;
  const above = pitch * baselineShare.value - emBox.ascent * bodySize.value;
  return {
    ...tableFrame,
    top: toTwips(page.headMargin.value - above) / 20,
    height: tableFrame.height + pitch - bodySize.value,
    flush: false,
  };
};

/** Frame for pages with tables, whose rules mark the edges: the type area itself. */
const tableFrame: Frame = {
  pageWidth: 595.3,
  pageHeight: 841.9,
  left: 79.4,
  top: 104.9,
  width: 442.2,
  height: 637.8,
  flush: true,
};

/** The type area of a landscape page, turned counter-clockwise on the paper: top at the binding edge. §8 */
const landscapeFrame: Frame = {
  pageWidth: 841.9,
  pageHeight: 595.3,
  left: 99.2,
  top: 79.4,
  width: 637.8,
  height: 442.2,
  flush: true,
};

/** The frame of pages with tables. */
export const tableFrameOf = (orientation: 'portrait' | 'landscape'): Frame =>
  orientation === 'landscape' ? landscapeFrame : tableFrame;

/** The frame of a section whose lines are so far apart. */
export const frameOf = (orientation: 'portrait' | 'landscape', hasTable: boolean, pitch: Points): Frame =>
  orientation === 'portrait' && !hasTable ? textFrame(pitch) : tableFrameOf(orientation);
