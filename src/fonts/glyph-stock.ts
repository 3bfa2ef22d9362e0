import { createHash } from 'node:crypto';
import type { Face } from './face-set.ts';
import { type CompactFont, readCompactFont } from './outlines/compact-font.ts';
import { type Charstring, compactProgram, writeCharstring } from './outlines/compact-program.ts';
import { thinOutline } from './outlines/thin-outline.ts';
import { componentsOf, readTrueTypeFont, renamed } from './outlines/truetype-font.ts';
import { trueTypeProgram } from './outlines/truetype-program.ts';
import { readSfnt, requireTable, type Sfnt } from './sfnt.ts';

/** A font with some of its glyphs, ready to stand in a PDF file. Lengths in thousandths of an em. */
export interface FontSubset {
  /** Name with a tag of six letters made from its glyphs: `ABCDEF+FandolFang-Regular`. */
  readonly name: string;
  /** A bare CFF program (FontFile3 /CIDFontType0C) or a TrueType file (FontFile2). */
  readonly kind: 'CIDFontType0C' | 'CIDFontType2';
  readonly program: Uint8Array;
  /** Advances by code; a code is the glyph's position. */
  readonly widths: readonly number[];
}

/** The glyphs of a font, each made ready for PDF when a file first needs it and then kept for all others. */
export interface GlyphStock {
  readonly face: Face;
  /**
   * A font of the glyphs with these ids in this order; .notdef comes before them, so that the codes are 1, 2, 3 …
   * The same ids give the same bytes, whatever was made before.
   */
  readonly subset: (glyphs: readonly number[]) => FontSubset;
}

/**
 * How far an outline that was traced may be simplified, in thousandths of an em: at the size of running text 0.006 mm,
 * a quarter of the dot of a printer of 1200 dpi. It takes two fifths off the Fandol faces.
 */
const tracedTolerance = 1;

/** Em to thousandths, to a hundredth of one. */
export const thousandths = (em: number): number => Math.round(em * 100_000) / 100;

/** Opens the glyphs of a face. Throws UnusableFont. */
export function openGlyphStock(face: Face): GlyphStock {
  const sfnt = readSfnt(face.bytes, face.index);
  return face.font.outlines === 'cff' ? compactStock(face, sfnt) : trueTypeStock(face, sfnt);
}

function compactStock(face: Face, sfnt: Sfnt): GlyphStock {
  const { offset, length } = requireTable(sfnt, 'CFF ');
  const font: CompactFont = readCompactFont(face.bytes.subarray(offset, offset + length));
  const { unitsPerEm, box, advances } = face.font;
  const tolerance = face.source === 'open' ? (tracedTolerance * unitsPerEm) / 1000 : 0;
  const units = box.map((edge) => Math.round(edge * unitsPerEm));
  const charstrings = new Map<number, Charstring>();
  const charstring = (glyph: number): Charstring => {
    let made = charstrings.get(glyph);
    if (made === undefined) {
      const outline = font.outline(glyph);
      const width = Math.round((advances[glyph] ?? 0) * unitsPerEm);
      made = writeCharstring(tolerance > 0 ? thinOutline(outline, tolerance) : outline, width);
      charstrings.set(glyph, made);
    }
    return made;
  };
  return {
    face,
    subset: (glyphs) => {
      const all = [0, ...glyphs];
      const name = `${tagOf(all)}+${face.font.postScriptName}`;
      return {
        name,
        kind: 'CIDFontType0C',
        program: compactProgram(all.map(charstring), { name, unitsPerEm, box: units }),
        widths: all.map((glyph) => thousandths(advances[glyph] ?? 0)),
      };
    },
  };
}

function trueTypeStock(face: Face, sfnt: Sfnt): GlyphStock {
  const font = readTrueTypeFont(sfnt);
  const { unitsPerEm, advances } = face.font;
  const { view } = sfnt;
  const stated = view.getUint16(requireTable(sfnt, 'hhea').offset + 34);
  const hmtx = requireTable(sfnt, 'hmtx').offset;
  /** Bearings of glyphs past the stated advances follow in a list of their own. */
  const bearing = (glyph: number): number =>
    view.getInt16(glyph < stated ? hmtx + 4 * glyph + 2 : hmtx + 4 * stated + 2 * (glyph - stated));
  const descriptions = new Map<number, Uint8Array>();
  const description = (glyph: number): Uint8Array => {
    let made = descriptions.get(glyph);
    if (made === undefined) {
      made = font.description(glyph);
      descriptions.set(glyph, made);
    }
    return made;
  };
  return {
    face,
    subset: (glyphs) => {
      const all = withComponents([0, ...glyphs], description);
      const ids = new Map<number, number>();
      for (const [id, glyph] of all.entries()) if (!ids.has(glyph)) ids.set(glyph, id);
      const program = trueTypeProgram(
        all.map((glyph) => ({
          description: renamed(description(glyph), (component) => ids.get(component) ?? 0),
          advance: Math.round((advances[glyph] ?? 0) * unitsPerEm),
          sideBearing: bearing(glyph),
        })),
        sfnt,
      );
      return {
        name: `${tagOf(all)}+${face.font.postScriptName}`,
        kind: 'CIDFontType2',
        program,
        widths: all.map((glyph) => thousandths(advances[glyph] ?? 0)),
      };
    },
  };
}

/** The glyphs, then those they are put together from and that are not among them. */
function withComponents(glyphs: readonly number[], description: (glyph: number) => Uint8Array): number[] {
  const all = [...glyphs];
  const known = new Set(all);
  for (let index = 0; index < all.length; index++) {
    for (const { glyph } of componentsOf(description(all[index] ?? 0))) {
      if (!known.has(glyph)) all.push(glyph);
      known.add(glyph);
    }
  }
  return all;
}

/** Six capital letters that only these glyphs have. */
function tagOf(glyphs: readonly number[]): string {
  const digest = createHash('sha256').update(Uint16Array.from(glyphs)).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}
