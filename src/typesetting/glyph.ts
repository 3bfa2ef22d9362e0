import { codeUnitAt } from '../document/code-unit.ts';
import type { Inline } from '../document/inline.ts';
import type { DrawnCharacter, FaceId } from '../fonts/face-set.ts';
import type { InkBox } from '../fonts/ink-box.ts';
import { type FaceRole, isWestern } from '../format/faces.ts';
import { gapBetween, type LetterKind, letterKind } from '../format/spacing.ts';
import { strongRole } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { Ink } from './page.ts';

/** What the typesetter asks of the faces of this machine. */
export interface FaceMetrics {
  /** The face that draws a character in a role, a fallback included; null where no face has it. */
  drawnBy(role: FaceRole, codePoint: number): DrawnCharacter | null;
  /** What a face blackens for a character, in em; null where it draws nothing or where its ink is not known. */
  inkOf(face: FaceId, codePoint: number): Pick<InkBox, 'top' | 'bottom'> | null;
}

/** A character ready to be set: the atom of a line. */
export interface Glyph {
  /** The character; empty for a blank to be filled in and for what is not drawn. */
  readonly text: string;
  readonly codePoint: number;
  /** Null where no face has the character. */
  readonly face: FaceId | null;
  readonly size: Points;
  /** Added after the character; part of the advance. */
  readonly tracking: Points;
  readonly advance: Points;
  /** Drawn bolder than its face. */
  readonly bold: boolean;
  /** Belongs to a run of Western characters, which is neither broken nor stretched. */
  readonly western: boolean;
  /** What it is to the space between scripts. */
  readonly letter: LetterKind | null;
  /** May not be followed by a break: inside a name that is spread. */
  readonly joined: boolean;
  /** Draws a rule instead of a character. */
  readonly blank: boolean;
}

/** Face, size, tracking and weight of running text. */
export interface RunStyle {
  readonly role: FaceRole;
  readonly size: Points;
  readonly tracking: Points;
  readonly bold: boolean;
  /** Its face draws digits and Latin too. */
  readonly ownFigures: boolean;
}

/** A forced new line in a list of glyphs. */
export const newLine = 0x0a;

/** Units of UTF-16 that begin a character of two. */
const surrogates = { first: 0xd800, last: 0xdbff } as const;

/** The glyphs of a style by their characters: by the upper part of the code point, then by its lowest byte. */
type Compartment = (Glyph | undefined)[][];

/** Typecases by the faces they draw with, and by whether all styles draw their own figures. */
const typecases = new WeakMap<FaceMetrics, Map<boolean, Typecase>>();

/** Makes glyphs from text; every character of a style is made once and shared by all documents. */
export class Typecase {
  readonly #metrics: FaceMetrics;
  readonly #ownFigures: boolean;
  readonly #byValue = new Map<string, Compartment>();
  readonly #byStyle = new WeakMap<RunStyle, Compartment>();
  /** Glyphs of the text under way, copied when it is whole: a list that grows is copied again and again. */
  readonly #under: Glyph[] = [];

  /** The typecase of some faces, made when first asked for; `ownFigures` where the office has no Western face. */
  static of(metrics: FaceMetrics, ownFigures: boolean): Typecase {
    let ofFaces = typecases.get(metrics);
    if (ofFaces === undefined) {
      ofFaces = new Map();
      typecases.set(metrics, ofFaces);
    }
    let typecase = ofFaces.get(ownFigures);
    if (typecase === undefined) {
      typecase = new Typecase(metrics, ownFigures);
      ofFaces.set(ownFigures, typecase);
    }
    return typecase;
  }

  constructor(metrics: FaceMetrics, ownFigures: boolean) {
    this.#metrics = metrics;
    this.#ownFigures = ownFigures;
  }

  /** Glyphs of inlines in a style. */
  inlines(inlines: readonly Inline[], style: RunStyle): Glyph[] {
    const [first] = inlines;
    if (inlines.length === 1 && first?.kind === 'text') return this.text(first.text, style);
    const glyphs: Glyph[] = [];
    for (const inline of inlines) {
      switch (inline.kind) {
        case 'text':
          for (const glyph of this.text(inline.text, style)) glyphs.push(glyph);
          break;
        case 'strong':
          for (const glyph of this.text(inline.text, { ...style, role: strongRole })) glyphs.push(glyph);
          break;
        case 'spread':
          glyphs.push(...this.#spread(inline.text, inline.width, style));
          break;
        case 'blank':
          glyphs.push(this.#blank(inline.width, style));
          break;
        case 'line-break':
          glyphs.push(this.#control(newLine, style));
          break;
      }
    }
    return glyphs;
  }

  /** Glyphs of plain text in a style. */
  text(text: string, style: RunStyle): Glyph[] {
    const made = this.#compartment(style);
    const glyphs = this.#under;
    const { length } = text;
    let count = 0;
    for (let index = 0; index < length; index++) {
      let codePoint = codeUnitAt(text, index);
      if (codePoint >= surrogates.first && codePoint <= surrogates.last) {
        codePoint = text.codePointAt(index) ?? 0;
        if (codePoint > surrogates.last) index++;
      }
      glyphs[count++] = made[codePoint >> 8]?.[codePoint & 0xff] ?? this.#add(codePoint, style, made);
    }
    return glyphs.slice(0, count);
  }

  /** Highest and lowest ink of glyphs on one base line, in points upwards from it; null where it is not known. */
  ink(glyphs: readonly Glyph[]): Ink | null {
    let ink: Ink | null = null;
    for (const { face, codePoint, size } of glyphs) {
      const box = face === null ? null : this.#metrics.inkOf(face, codePoint);
      if (box === null) continue;
      const [top, bottom] = [box.top * size, box.bottom * size];
      ink =
        ink === null
          ? { top, bottom }
          : { top: Math.max(ink.top, top), bottom: Math.min(ink.bottom, bottom) };
    }
    return ink;
  }

  #add(codePoint: number, style: RunStyle, made: Compartment): Glyph {
    const glyph = this.#make(String.fromCodePoint(codePoint), codePoint, style);
    const upper = codePoint >> 8;
    while (made.length <= upper) made.push([]);
    const row = made[upper] as (Glyph | undefined)[];
    while (row.length <= (codePoint & 0xff)) row.push(undefined);
    row[codePoint & 0xff] = glyph;
    return glyph;
  }

  #compartment(style: RunStyle): Compartment {
    const known = this.#byStyle.get(style);
    if (known !== undefined) return known;
    const value = `${style.role}/${style.size}/${style.tracking}/${style.bold}/${style.ownFigures}`;
    const compartment = this.#byValue.get(value) ?? [];
    this.#byValue.set(value, compartment);
    this.#byStyle.set(style, compartment);
    return compartment;
  }

  #make(text: string, codePoint: number, style: RunStyle): Glyph {
    const { role, size, tracking, bold } = style;
    const western = isWestern(codePoint);
    const drawing = western && !style.ownFigures && !this.#ownFigures ? 'western' : role;
    const drawn = this.#metrics.drawnBy(drawing, codePoint);
    // A character no face has leaves room for one of full width.
    const advance = (drawn?.advance ?? 1) * size + tracking;
    const face = drawn?.face ?? null;
    return glyph(text, codePoint, face, size, tracking, advance, bold, western, letterKind(codePoint));
  }

  /** Spreads a text over whole characters by tracking, so that it stays one word. */
  #spread(text: string, width: number, style: RunStyle): Glyph[] {
    const glyphs = this.text(text, style);
    const natural = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    const extra = (width * (style.size + style.tracking) - natural) / Math.max(1, glyphs.length - 1);
    if (extra <= 0) return glyphs;
    const last = glyphs.length - 1;
    return glyphs.map((one, index) => (index === last ? one : spaced(one, extra, true)));
  }

  #blank(width: number, { role, size, tracking, bold }: RunStyle): Glyph {
    const advance = width * (size + tracking);
    return glyph('', 0, role, size, tracking, advance, bold, false, null, false, true);
  }

  #control(codePoint: number, { role, size, tracking, bold }: RunStyle): Glyph {
    return glyph('', codePoint, role, size, tracking, 0, bold, false, null);
  }
}

/** All glyphs are made here: of objects made in several ways V8 asks the kind of each whenever it looks at one. */
function glyph(
  text: string,
  codePoint: number,
  face: FaceId | null,
  size: Points,
  tracking: Points,
  advance: Points,
  bold: boolean,
  western: boolean,
  letter: LetterKind | null,
  joined = false,
  blank = false,
): Glyph {
  return { text, codePoint, face, size, tracking, advance, bold, western, letter, joined, blank };
}

/** A glyph with so much more after it. */
export const spaced = (one: Glyph, more: Points, joined = one.joined): Glyph =>
  glyph(
    one.text,
    one.codePoint,
    one.face,
    one.size,
    one.tracking + more,
    one.advance + more,
    one.bold,
    one.western,
    one.letter,
    joined,
    one.blank,
  );

const latinEnd = 0x24f;
const chineseStart = 0x2e80;

/** Whether the script changes before the glyph at `index`. A mark that is of no script goes with what is before it. */
function changesScript(glyphs: readonly Glyph[], index: number): boolean {
  const before = glyphs[index - 1] as Glyph;
  const after = glyphs[index] as Glyph;
  if (before.western || after.western) return before.western !== after.western;
  if (before.codePoint <= latinEnd || after.codePoint <= latinEnd) return true;
  if (after.codePoint < chineseStart) return false;
  let last = index - 1;
  while (last > 0 && !glyphs[last]?.western && (glyphs[last]?.codePoint ?? 0) < chineseStart) last--;
  return glyphs[last]?.western === true;
}

/** Whether there is never anything between the glyph at `index` and the one before it: both are Chinese characters. */
const standsClose = (glyphs: readonly Glyph[], index: number): boolean =>
  (glyphs[index - 1] as Glyph).codePoint >= chineseStart &&
  (glyphs[index] as Glyph).codePoint >= chineseStart;

/**
 * What a line adds before its glyph at `index` besides the advances: the space between scripts, and the tracking
 * that a change of script leaves off. Nothing where the line begins at `start`.
 */
export const gapBefore = (glyphs: readonly Glyph[], index: number, start: number): Points =>
  index <= start || index >= glyphs.length || standsClose(glyphs, index) ? 0 : gapInside(glyphs, index);

/** The same inside a line, where not both are Chinese characters. */
function gapInside(glyphs: readonly Glyph[], index: number): Points {
  const before = glyphs[index - 1] as Glyph;
  const after = glyphs[index] as Glyph;
  if (before.tracking !== 0 && changesScript(glyphs, index)) {
    return gapBetween(before.letter, after.letter, before.size) - before.tracking;
  }
  return gapBetween(before.letter, after.letter, before.size);
}

/** Sum of advances and of the spaces between scripts. */
export function widthOf(glyphs: readonly Glyph[], from = 0, to = glyphs.length): Points {
  let width = 0;
  for (let index = from; index < to; index++) {
    width += (glyphs[index] as Glyph).advance + gapBefore(glyphs, index, from);
  }
  return width;
}
