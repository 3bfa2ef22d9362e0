import { createHash } from 'node:crypto';
import { readCharacterMap } from './character-map.ts';
import { readCompactFont } from './compact-font.ts';
import type { Face, FaceId, FaceSet } from './face-set.ts';
import { readAdvances } from './font.ts';
import type { Subsetter } from './harfbuzz.ts';
import { fontKey } from './located-face.ts';
import { readSfnt, requireTable } from './sfnt.ts';

/** A face with the glyphs of some characters only, ready to stand in PDF files. Lengths in thousandths of an em. */
export interface EmbeddedFace {
  /** Name with a tag of six letters made from the content: `ABCDEF+FandolFang-Regular`. */
  readonly name: string;
  /** A bare `CFF ` table (FontFile3 /CIDFontType0C) or a TrueType file (FontFile2). */
  readonly kind: 'CIDFontType0C' | 'CIDFontType2';
  readonly program: Uint8Array;
  /** Codes by code point; in the text of a PDF two bytes each. Characters that share a glyph share its code. */
  readonly codes: ReadonlyMap<number, number>;
  /** The code point each code stands for when text is taken out of the file. */
  readonly characters: ReadonlyMap<number, number>;
  /** Advances by code, of all glyphs, in the order of codes. */
  readonly widths: readonly (readonly [code: number, width: number])[];
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
}

/** Faces of a batch of documents; ids of one font lead to the same object. */
export type EmbeddedFaces = ReadonlyMap<FaceId, EmbeddedFace>;

/** Tables without use in a PDF; hinting and layout go too. */
const dropped = [
  'BASE',
  'DSIG',
  'EBDT',
  'EBLC',
  'EBSC',
  'GDEF',
  'GPOS',
  'GSUB',
  'JSTF',
  'LTSH',
  'MATH',
  'OS/2',
  'PCLT',
  'STAT',
  'VDMX',
  'VORG',
  'avar',
  'fvar',
  'gasp',
  'gvar',
  'hdmx',
  'kern',
  'meta',
  'mort',
  'morx',
  'name',
  'post',
  'prep',
  'vhea',
  'vmtx',
  'cvt ',
  'fpgm',
  'bdat',
  'bloc',
  'feat',
  'prop',
  'trak',
  'HVAR',
  'MVAR',
  'VVAR',
  'COLR',
  'CPAL',
  'SVG ',
  'sbix',
];

/**
 * Subsets the faces of a batch of documents to the characters the documents use, each font once, whatever number of
 * roles it draws.
 */
export function embedFaces(
  faces: FaceSet,
  used: ReadonlyMap<FaceId, ReadonlySet<number>>,
  subset: Subsetter,
): EmbeddedFaces {
  const fonts = new Map<string, { face: Face; ids: FaceId[]; codePoints: Set<number> }>();
  for (const [id, codePoints] of used) {
    const face = faces.face(id);
    const font = fonts.get(fontKey(face));
    if (font === undefined) fonts.set(fontKey(face), { face, ids: [id], codePoints: new Set(codePoints) });
    else {
      font.ids.push(id);
      for (const codePoint of codePoints) font.codePoints.add(codePoint);
    }
  }
  const embedded = new Map<FaceId, EmbeddedFace>();
  for (const { face, ids, codePoints } of fonts.values()) {
    const shared = embedFace(face, codePoints, subset);
    for (const id of ids) embedded.set(id, shared);
  }
  return embedded;
}

/** Subsets a face to some characters; throws when it lacks one of them. */
export function embedFace(face: Face, codePoints: ReadonlySet<number>, subset: Subsetter): EmbeddedFace {
  const ordered = [...codePoints].sort(comparePreference);
  for (const codePoint of ordered) {
    if (face.font.characters[codePoint]) continue;
    throw new Error(`${face.name} lacks U+${codePoint.toString(16).toUpperCase()}`);
  }
  const bytes = subset(face.bytes, face.index, ordered, dropped);
  const sfnt = readSfnt(bytes);
  const glyphs = readCharacterMap(sfnt);
  const compact = face.font.outlines === 'cff' ? requireTable(sfnt, 'CFF ') : null;
  const program = compact === null ? bytes : bytes.slice(compact.offset, compact.offset + compact.length);
  const advances = [...readAdvances(sfnt)];
  const codeOf = compact === null ? advances.map((_, glyph) => glyph) : readCompactFont(program).codes;

  const codes = new Map<number, number>();
  const characters = new Map<number, number>();
  for (const codePoint of ordered) {
    const code = codeOf[glyphs[codePoint] ?? 0] ?? 0;
    codes.set(codePoint, code);
    if (!characters.has(code)) characters.set(code, codePoint);
  }
  const { ascent, descent, capHeight, box } = face.font;
  return {
    name: `${tagOf(program)}+${face.font.postScriptName}`,
    kind: compact === null ? 'CIDFontType2' : 'CIDFontType0C',
    program,
    codes,
    characters,
    widths: advances.map((advance, glyph) => [codeOf[glyph] ?? 0, thousandths(advance)] as const),
    box: box.map(thousandths) as [number, number, number, number],
    ascent: thousandths(ascent),
    descent: thousandths(descent),
    capHeight: thousandths(capHeight),
  };
}

/** A glyph's first character stands for it: ordinary characters before radicals and variants, then by code point. */
function comparePreference(a: number, b: number): number {
  return Number(isVariant(a)) - Number(isVariant(b)) || a - b;
}

/** Radicals (U+2E80–2FDF), and what Unicode itself calls the same as another character. */
function isVariant(codePoint: number): boolean {
  if (codePoint >= 0x2e80 && codePoint <= 0x2fdf) return true;
  const character = String.fromCodePoint(codePoint);
  return character.normalize('NFC') !== character;
}

/** Em to thousandths, to a hundredth of one. */
const thousandths = (em: number): number => Math.round(em * 100_000) / 100;

/** Six capital letters that only this content has. */
function tagOf(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}
