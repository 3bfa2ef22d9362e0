import { noShelf, type Shelf } from '../keeping/shelf.ts';
import { type StreamPiece, StreamPieces } from '../packaging/stream-pieces.ts';
import type { Face } from './face-set.ts';
import { KeptGlyphs } from './kept-glyphs.ts';
import { type CompactFont, readCompactFont } from './outlines/compact-font.ts';
import { type Charstring, compactHead, writeCharstring } from './outlines/compact-program.ts';
import { outlineCodes } from './outlines/outline-codes.ts';
import { thinOutline } from './outlines/thin-outline.ts';
import { componentsOf, isComposite, readTrueTypeFont, renamed } from './outlines/truetype-font.ts';
import { aligned, trueTypeFrame } from './outlines/truetype-program.ts';
import { readSfnt, requireTable, type Sfnt } from './sfnt.ts';

/** A font with some of its glyphs, ready to stand in a PDF file. Lengths in thousandths of an em. */
export interface FontSubset {
  /** Name with a tag of six letters made from its glyphs: `ABCDEF+FandolFang-Regular`. */
  readonly name: string;
  /** A bare CFF program (FontFile3 /CIDFontType0C) or a TrueType file (FontFile2). */
  readonly kind: 'CIDFontType0C' | 'CIDFontType2';
  readonly program: Program;
  /** Advances by code; a code is the glyph's position. */
  readonly widths: Float64Array;
}

/** A font program: deflated (RFC 1950), and its length before that in bytes. */
export interface Program {
  readonly deflated: Uint8Array;
  readonly length: number;
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

/** Opens the glyphs of a face; outlines that take long to write are kept on the shelf. Throws UnusableFont. */
export function openGlyphStock(face: Face, shelf: Shelf = noShelf): GlyphStock {
  const sfnt = readSfnt(face.bytes, face.index);
  return face.font.outlines === 'cff' ? compactStock(face, sfnt, shelf) : trueTypeStock(face, sfnt);
}

function compactStock(face: Face, sfnt: Sfnt, shelf: Shelf): GlyphStock {
  const { offset, length } = requireTable(sfnt, 'CFF ');
  const font: CompactFont = readCompactFont(face.bytes.subarray(offset, offset + length));
  const { unitsPerEm, box, advances } = face.font;
  const tolerance = face.source === 'open' ? (tracedTolerance * unitsPerEm) / 1000 : 0;
  const units = box.map((edge) => Math.round(edge * unitsPerEm));
  const { postScriptName } = face.font;
  const headOf = compactHead({ name: postScriptName, unitsPerEm, box: units });
  const pieces = new StreamPieces(outlineCodes.cff);
  const kept = new KeptGlyphs(face, tolerance, shelf);
  const draw = (glyph: number): Charstring => {
    const outline = font.outline(glyph);
    const width = Math.round((advances[glyph] ?? 0) * unitsPerEm);
    const drawn = writeCharstring(tolerance > 0 ? thinOutline(outline, tolerance) : outline, width);
    kept.add(glyph, drawn);
    return drawn;
  };
  const charstring = keep(font.glyphs, (glyph) => pieces.keptPiece(kept.get(glyph) ?? draw(glyph)));
  return {
    face,
    subset: (glyphs) => {
      const tag = tagOf(glyphs);
      const charstrings = [charstring(0)];
      const lengths = new Uint32Array(glyphs.length + 1);
      lengths[0] = charstrings[0]?.length ?? 0;
      for (let index = 0; index < glyphs.length; index++) {
        const piece = charstring(glyphs[index] as number);
        charstrings.push(piece);
        lengths[index + 1] = piece.length;
      }
      kept.save();
      return {
        name: `${tag}+${postScriptName}`,
        kind: 'CIDFontType0C',
        program: programOf(pieces, charstrings, headOf(tag, lengths)),
        widths: widthsOf(glyphs, advances),
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
  const frame = trueTypeFrame(sfnt);
  const pieces = new StreamPieces(outlineCodes.truetype);
  const description = keep(font.glyphs, (glyph) => {
    const plain = font.description(glyph);
    const composite = isComposite(plain);
    return { plain, piece: composite ? null : pieces.keptPiece(aligned(plain)) };
  });
  return {
    face,
    subset: (glyphs) => {
      const all = withComponents([0, ...glyphs], (glyph) => description(glyph).plain);
      const ids = new Map<number, number>();
      for (const [id, glyph] of all.entries()) if (!ids.has(glyph)) ids.set(glyph, id);
      const descriptions = all.map((glyph) => {
        const { plain, piece } = description(glyph);
        return piece ?? pieces.piece(aligned(renamed(plain, (component) => ids.get(component) ?? 0)));
      });
      const measured = all.map((glyph, index) => ({
        length: descriptions[index]?.length ?? 0,
        advance: Math.round((advances[glyph] ?? 0) * unitsPerEm),
        sideBearing: bearing(glyph),
      }));
      const { before, after } = frame(measured);
      return {
        name: `${tagOf(all.slice(1))}+${face.font.postScriptName}`,
        kind: 'CIDFontType2',
        program: programOf(pieces, [...descriptions, pieces.piece(after)], before),
        widths: widthsOf(all.slice(1), advances),
      };
    },
  };
}

/** Advances of .notdef and of glyphs. */
function widthsOf(glyphs: readonly number[], advances: Float64Array): Float64Array {
  const widths = new Float64Array(glyphs.length + 1);
  widths[0] = thousandths(advances[0] ?? 0);
  for (let index = 0; index < glyphs.length; index++) {
    widths[index + 1] = thousandths(advances[glyphs[index] as number] ?? 0);
  }
  return widths;
}

/** A program of pieces that are deflated already, behind what is its own. */
function programOf(pieces: StreamPieces, parts: readonly StreamPiece[], before: Uint8Array): Program {
  let { length } = before;
  for (const part of parts) length += part.length;
  return { deflated: pieces.join(parts, before), length };
}

/** Makes something of each of so many glyphs when it is first asked for, and once. */
function keep<T>(glyphs: number, make: (glyph: number) => T): (glyph: number) => T {
  const kept = new Array<T | undefined>(glyphs).fill(undefined);
  return (glyph) => {
    let made = kept[glyph];
    if (made === undefined) {
      made = make(glyph);
      kept[glyph] = made;
    }
    return made;
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

/** Six capital letters made from glyphs behind .notdef: subsets of a font in one file have to be told apart. */
function tagOf(glyphs: readonly number[]): string {
  let first = Math.imul(0x811c9dc5, 0x01000193);
  let second = Math.imul((0x9e3779b9 << 5) ^ (0x9e3779b9 >>> 27), 0x85ebca6b);
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] as number;
    first = Math.imul(first ^ glyph, 0x01000193);
    second = Math.imul((second << 5) ^ (second >>> 27) ^ glyph, 0x85ebca6b);
  }
  first ^= first >>> 15;
  second ^= second >>> 13;
  return String.fromCharCode(...lettersOf(first >>> 0), ...lettersOf(second >>> 0));
}

/** Three capital letters of a number. */
const lettersOf = (number: number): number[] => [
  0x41 + (number % 26),
  0x41 + (Math.floor(number / 26) % 26),
  0x41 + (Math.floor(number / 676) % 26),
];
