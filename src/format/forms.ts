import { nominalMarkInk } from './elements.ts';
import { emBox, type Frame, frameOf, page } from './page.ts';
import { direct, local } from './standard.ts';
import { mm, type Points } from './units.ts';

/** 信函格式 §10.1. */
export const letter = {
  /** From the paper's upper edge to the upper edge of 发文机关标志. */
  markDown: direct('10.1', mm(30)),
  /** From the mark to the first double rule. */
  markToRule: direct('10.1', mm(4)),
  /** Both double rules: as long, centred on the paper. */
  ruleLength: direct('10.1', mm(170)),
  /** From the lower edge of the second double rule to the paper's. */
  footRuleUp: direct('10.1', mm(20)),
  /** Weights of the two lines and the white between them; the standard gives none. */
  doubleRule: local({ thick: 2, gap: 1.5, thin: 0.75 } as const),
  /** From the first rule to what stands below it, and from the last line to the second rule: 7/8 of a character. */
  clearance: direct('10.1', (7 / 8) * page.bodySize.value),
  /** Blank lines between the last element below the rule and the title. */
  linesAboveTitle: direct('10.1', 2),
} as const;

/** Height of a double rule. */
export const doubleRuleHeight: Points =
  letter.doubleRule.value.thick + letter.doubleRule.value.gap + letter.doubleRule.value.thin;

/** One line of a double rule: its middle from the pair's upper edge, and its weight. */
export interface RuleLine {
  readonly down: Points;
  readonly weight: Points;
}

/** The lines of a double rule: `upper` has the thick line above, `lower` below. */
export function doubleRule(position: 'upper' | 'lower'): readonly [RuleLine, RuleLine] {
  const { thick, thin } = letter.doubleRule.value;
  const [first, second] = position === 'upper' ? [thick, thin] : [thin, thick];
  return [
    { down: first / 2, weight: first },
    { down: doubleRuleHeight - second / 2, weight: second },
  ];
}

/** White above and below the glyphs of a body line in its box. */
const bodyRoom = (pitch: Points) => ({
  above: pitch * page.baselineShare.value - emBox.ascent * page.bodySize.value,
  below: pitch * (1 - page.baselineShare.value) - emBox.descent * page.bodySize.value,
});

/** Upper edge of the first double rule, from the top of the page, below a mark of such a size and nominal ink. */
export function letterRuleTop(size: Points): Points {
  const { top, bottom } = nominalMarkInk(size);
  return letter.markDown.value + top - bottom + letter.markToRule.value;
}

/** Top of the line box of what stands below the first double rule, with so much from line to line. */
export const belowLetterRule = (size: Points, linePitch: Points): Points =>
  letterRuleTop(size) + doubleRuleHeight + letter.clearance.value - bodyRoom(linePitch).above;

/** Upper edge of the second double rule, from the top of the page. */
export const footRuleTop = (frame: Frame): Points =>
  frame.pageHeight - letter.footRuleUp.value - doubleRuleHeight;

/**
 * Frame of a letter's first page: from just above the highest mark to the line that stands 7/8 of a character above
 * the second double rule. Its text goes lower than on other pages, because it has no page number.
 */
export function letterFrame(linePitch: Points): Frame {
  const frame = frameOf('portrait', false, linePitch);
  const top = 76;
  const bottom = footRuleTop(frame) - letter.clearance.value + bodyRoom(linePitch).below;
  return { ...frame, top, height: bottom - top };
}

/** 命令（令）格式 §10.2. */
export const order = {
  /** From the top of the type area to the upper edge of the mark. */
  markDown: direct('10.2', mm(20)),
  /** Blank lines between the order's number and its text. */
  linesBelowNumber: direct('10.2', 2),
} as const;

/** 签发人签名章 §7.3.5.3. Distances in characters from the right edge of the type area. */
export const stamped = {
  linesAbove: direct('7.3.5.3', 2),
  stampRight: direct('7.3.5.3', 4),
  /** From the stamp to the post at its left. */
  postGap: direct('7.3.5.3', 2),
  /** Blank lines between the stamp and the date. */
  linesBelow: direct('7.3.5.3', 1),
  dateRight: direct('7.3.5.3', 4),
  /** Room for a stamp, in characters and lines; the standard gives no size. */
  stamp: local({ characters: 8, lines: 2 } as const),
} as const;

/** Right indent of a post, in characters. */
export const postRight: number =
  stamped.stampRight.value + stamped.stamp.value.characters + stamped.postGap.value;

/** White above and below a post's line box, so that its glyphs stand in the middle of the stamp's height. */
export function besideStamp(linePitch: Points): { readonly above: Points; readonly below: Points } {
  const height = stamped.stamp.value.lines * linePitch;
  const { ascent, descent } = emBox;
  const middle = linePitch * page.baselineShare.value - ((ascent - descent) / 2) * page.bodySize.value;
  const above = height / 2 - middle;
  return { above, below: height - above - linePitch };
}

/** 纪要格式 §10.3; its mark stands where other documents have theirs. */
export const minutes = {
  /** Blank lines above the first list of those present. */
  linesAboveAttendance: direct('10.3', 1),
  /** A list begins so many characters in. */
  attendanceIndent: direct('10.3', 2),
  /** Its further lines stand below the first name: behind the label and its colon. */
  attendanceHanging: direct('10.3', 3),
} as const;
