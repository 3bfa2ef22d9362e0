import { widthInCharacters } from '../document/character-width.ts';
import type { FileHeader } from '../document/header.ts';
import type { Format } from './format.ts';
import { characterWidth, emBox, flushPitch, page } from './page.ts';
import { setWidthInCharacters } from './spacing.ts';
import { derived, direct, local } from './standard.ts';
import { pageNumberRun, titleRun } from './type-styles.ts';
import { mm, type Points, toTwips } from './units.ts';

/** 版头 §7.2. */
export const header = {
  /** From the top of the type area to the upper edge of 发文机关标志. */
  markDown: direct('7.2.4', mm(35)),
  /** Blank lines between mark and 发文字号. */
  linesBelowMark: direct('7.2.5', 2),
  /** From 发文字号 to the red rule. */
  numberToRule: direct('7.2.7', mm(4)),
  /** The standard gives no weight for the red rule. */
  ruleWeight: local(2 as Points),
  /** Blank lines between the rule and the title. */
  linesBelowRule: direct('7.3.1', 2),
  /** Largest size of the mark, and the share of the type area's width a long one may fill: the standard gives none. */
  markSize: local({ most: 50 as Points, widthShare: 0.94 }),
  /** A mark of several issuers is made smaller, not below this, when the first page would have no text. */
  leastMarkSize: local(26 as Points),
  /**
   * From the upper edge of a mark's em box to its ink, as a share of its size, where the face that will draw it is not
   * known, as in Word: what is measured with a ruler is ink. Faces of 小标宋 differ, from a fortieth to an eighth.
   */
  markInset: local(0.06),
  /** Height of the mark's line box by its size. */
  markPitch: local(1.25),
} as const;

/** Room between the names of several issuers and 文件 beside them, so that no program turns the longest name. */
export const jointMarkGap = local<Points>(3);

/** 文件 behind or beside the names of a mark. */
export const fileWord = '文件';

/** Size of a mark of so many characters. */
export function markSize(characters: number): Points {
  const { most, widthShare } = header.markSize.value;
  return Math.min(most, Math.floor((page.typeArea.value.width * widthShare) / characters));
}

/** Size of 发文机关标志, as large as its longest name lets it be. */
export const usualMarkSize = ({
  issuerMark,
  withFileWord,
}: Pick<FileHeader, 'issuerMark' | 'withFileWord'>): Points =>
  markSize(Math.max(...issuerMark.map(widthInCharacters)) + (withFileWord ? widthInCharacters(fileWord) : 0));

/**
 * Top of the mark's line box, from the top of the page, so that the mark's ink begins where it must: 35 mm into
 * the type area unless the form has them elsewhere.
 */
export function markTop(size: Points, glyphTop = page.headMargin.value + header.markDown.value): Points {
  const baseline = header.markPitch.value * page.baselineShare.value * size;
  return glyphTop - (baseline - nominalMarkInk(size).top);
}

/** The ink of a mark where its face is not known: from its base line to its upper and its lower edge. */
export const nominalMarkInk = (size: Points): { readonly top: Points; readonly bottom: Points } => ({
  top: (emBox.ascent - header.markInset.value) * size,
  bottom: -emBox.descent * size,
});

/** White below the glyphs of a mark in its line box. */
export const roomBelowMark = (size: Points): Points =>
  header.markPitch.value * size * (1 - page.baselineShare.value) - emBox.descent * size;

/**
 * From the mark's line box to the number's, with so much from line to line: two lines from the mark's lower edge,
 * which stands above its box's.
 */
export const gapBelowMark = (size: Points, linePitch: Points): Points =>
  header.linesBelowMark.value * linePitch - roomBelowMark(size);

/**
 * From the red rule to the line box of the title below it, whose glyphs begin two lines below the rule; what its box has
 * above them is part of the two.
 */
export function gapAboveTitle({ styles, line }: Pick<Format, 'styles' | 'line'>): Points {
  const { size, pitch } = styles.title;
  return line(header.linesBelowRule.value) - (pitch * page.baselineShare.value - emBox.ascent * size);
}

/**
 * From the line box of an 附件 label to that of the title below it, which stands on the base line of the third line of the
 * type area. The label's box is cut above its glyphs where it begins at a frame's edge (`flush`).
 */
export function gapBelowLabel({ styles, line }: Pick<Format, 'styles' | 'line'>, flush: boolean): Points {
  const { baselineShare } = page;
  const label = flush ? flushPitch(styles.attachmentLabel.size) : line(1);
  const lines = main.linesBelowLabel.value + 1;
  return line(lines) - label * (1 - baselineShare.value) - styles.title.pitch * baselineShare.value;
}

/** 主体 §7.3. */
export const main = {
  /** Blank lines between title and 主送机关. */
  linesBelowTitle: direct('7.3.2', 1),
  /** First line of a paragraph. */
  firstLineIndent: direct('7.3.3', 2 * characterWidth),
  /** Blank lines above 附件说明. */
  linesAboveNote: direct('7.3.4', 1),
  /** 附件说明: first line two characters in; 附件： is three, so names stand five in. */
  noteIndent: direct('7.3.4', 2 * characterWidth),
  noteHanging: derived('7.3.4', 3 * characterWidth),
  /** Room for a number with its point before a name where there are several attachments, by its digits. */
  noteNumber: local({ one: 1 * characterWidth, more: 1.5 * characterWidth }),
  /** 附注: two characters in. */
  annotationIndent: direct('7.3.6', 2 * characterWidth),
  /** Blank lines between 附件 label and the attachment's title: it stands in the third line. */
  linesBelowLabel: direct('7.3.7', 1),
  /** Blank lines between the title of a part and its text; custom, as for the addressee. */
  linesBelowPartTitle: local(1),
} as const;

/** Where the names of so many attachments begin, from the left edge of the type area: behind 附件： and the longest number. */
export function noteNames(count: number): Points {
  const { noteIndent, noteHanging, noteNumber } = main;
  const names = noteIndent.value + noteHanging.value;
  if (count === 1) return names;
  return names + (count < 10 ? noteNumber.value.one : noteNumber.value.more);
}

/** Characters of a title that fit a line of such a width, less the spaces between scripts that the title has. */
export function titleCapacity(title: string, width: Points): number {
  const gaps = setWidthInCharacters(title) - widthInCharacters(title);
  return width / titleRun.size - gaps;
}

/** Half a character of a title's size that its lines, shaped before, may stand out on both sides. */
export const titleRoom = local(0.5);

/** 版记 §7.4. */
export const imprint = {
  /** First and last rule. */
  thickRule: direct('7.4.1', mm(0.35)),
  thinRule: direct('7.4.1', mm(0.25)),
  /** Characters of the imprint's size left free at both ends. */
  sideIndent: direct('7.4.2', 1),
  /** The last rule lies on the lower edge of the type area. */
  bottom: direct('7.4.1', page.headMargin.value + page.typeArea.value.height),
} as const;

/** 共印份数, set apart from the line of 印发机关 by a thin rule (§7.4.3); at its right end by custom. */
export const printRunText = (count: number): string => `共印${count}份`;

/** 页码 §7.5. */
export const pageNumber = {
  /** From the lower edge of the type area to the upper edge of the dashes. */
  down: direct('7.5', mm(7)),
  /** Characters of its size left free at the outer edge. */
  sideIndent: direct('7.5', 1),
  /** 一字线 at both sides. */
  dash: direct('7.5', '—'),
  /** Between dash and figures; the standard gives none. */
  gap: local(' '),
} as const;

/**
 * Ink of a dash where its face is not known, as shares of the size, upwards from the base line: Word files are set for
 * it. Measured of the open 宋体; other faces differ by up to a tenth.
 */
const dashInk = local({ top: 0.311, bottom: 0.289 });

/** Ink of a page number's dash where its face is not known, in points upwards from the base line. */
export const nominalDash = {
  top: dashInk.value.top * pageNumberRun.size,
  bottom: dashInk.value.bottom * pageNumberRun.size,
} as const;

/** From the upper edge of the paper to the base line of page numbers whose dashes rise so far above it. */
export const pageNumberBaseline = (dashTop: Points): Points =>
  page.headMargin.value + page.typeArea.value.height + pageNumber.down.value + dashTop;

/** Distance of Word's footer from the foot of the page, with a line box as high as the type, in whole twips. */
export const pageNumberFooter = derived(
  '7.5',
  toTwips(
    page.paper.value.height -
      pageNumberBaseline(nominalDash.top) -
      (1 - page.baselineShare.value) * pageNumberRun.size,
  ) / 20,
);

/** `— 1 —`. */
export const pageNumberText = (number: number): string =>
  `${pageNumber.dash.value}${pageNumber.gap.value}${number}${pageNumber.gap.value}${pageNumber.dash.value}`;

/** 名单 in an attachment: columns in characters from the left edge, for labels of three characters; custom. */
const roster = {
  label: local({ left: 2, width: 3 }),
  /** Names begin after the label, its colon and half a character. */
  name: local({ left: 6.5, width: 3 }),
  post: local({ left: 10.5 }),
} as const;

/** Columns of a 名单, in characters from the left edge. */
export interface RosterColumns {
  readonly label: { readonly left: number; readonly width: number };
  readonly name: { readonly left: number; readonly width: number };
  readonly post: { readonly left: number };
}

/** The columns of a 名单 with such labels: a label of more than three characters moves names and posts to the right. */
export function rosterColumns(labels: readonly string[]): RosterColumns {
  const { label, name, post } = {
    label: roster.label.value,
    name: roster.name.value,
    post: roster.post.value,
  };
  const width = Math.max(label.width, ...labels.map((words) => setWidthInCharacters(words)));
  const moved = width - label.width;
  return {
    label: { ...label, width },
    name: { ...name, left: name.left + moved },
    post: { left: post.left + moved },
  };
}
