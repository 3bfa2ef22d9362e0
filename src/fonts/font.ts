import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { namesIn } from './font-names.ts';
import { readSfnt, requireTable, type Sfnt, UnusableFont } from './sfnt.ts';

/** What setting and embedding need of a font file; lengths in em. */
export interface Font {
  readonly outlines: 'cff' | 'truetype';
  readonly unitsPerEm: number;
  readonly characters: CharacterMap;
  /** Advance of a glyph id. */
  readonly advances: Float64Array;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Left, bottom, right, top of the box around all glyphs. */
  readonly box: readonly [number, number, number, number];
  /** Name in PostScript and PDF. */
  readonly postScriptName: string;
  /** Right to embed the font, as its maker set it (OS/2 fsType). */
  readonly embedding: Embedding;
}

/** What a font's maker lets others embed. */
export type Embedding = 'installable' | 'editable' | 'print' | 'whole' | 'restricted';

/** Reads the font with an index in a file; only the tables named here are read. Throws UnusableFont. */
export function readFont(bytes: Uint8Array, index = 0): Font {
  const sfnt = readSfnt(bytes, index);
  try {
    return read(sfnt);
  } catch (cause) {
    if (cause instanceof RangeError) throw new UnusableFont('字体文件不完整', { cause });
    throw cause;
  }
}

function read(sfnt: Sfnt): Font {
  const { bytes, view, tables } = sfnt;
  const head = requireTable(sfnt, 'head').offset;
  const hhea = requireTable(sfnt, 'hhea').offset;
  const unitsPerEm = view.getUint16(head + 18);
  const em = (offset: number): number => view.getInt16(offset) / unitsPerEm;
  const os2 = tables.get('OS/2');
  const ascent = em(hhea + 4);
  const hasCapHeight = os2 !== undefined && os2.length >= 90 && view.getUint16(os2.offset) >= 2;
  return {
    outlines: outlinesOf(sfnt),
    unitsPerEm,
    characters: readCharacterMap(sfnt),
    advances: readAdvances(sfnt),
    ascent,
    // Some fonts state the depth without its sign.
    descent: -Math.abs(em(hhea + 6)),
    capHeight: (hasCapHeight ? em(os2.offset + 88) : 0) || ascent,
    box: [em(head + 36), em(head + 38), em(head + 40), em(head + 42)],
    postScriptName: namesIn(bytes, tables.get('name')).postScript ?? 'Unnamed',
    embedding: os2 === undefined ? 'installable' : embeddingOf(view.getUint16(os2.offset + 8)),
  };
}

function outlinesOf({ tables }: Sfnt): Font['outlines'] {
  if (tables.has('fvar')) throw new UnusableFont('这是可变字体，粗细没有定下来');
  if (tables.has('glyf')) return 'truetype';
  if (tables.has('CFF ')) return 'cff';
  throw new UnusableFont('字体里没有能放进 PDF 的轮廓（点阵字体或过新的格式）');
}

/** Advances in em by glyph id. */
export function readAdvances(sfnt: Sfnt): Float64Array {
  const { view } = sfnt;
  const unitsPerEm = view.getUint16(requireTable(sfnt, 'head').offset + 18);
  const stated = view.getUint16(requireTable(sfnt, 'hhea').offset + 34);
  const glyphs = view.getUint16(requireTable(sfnt, 'maxp').offset + 4);
  const { offset } = requireTable(sfnt, 'hmtx');
  const advances = new Float64Array(glyphs);
  for (let glyph = 0; glyph < glyphs; glyph++) {
    // Glyphs past the stated ones advance as the last of them.
    advances[glyph] = view.getUint16(offset + 4 * Math.min(glyph, stated - 1)) / unitsPerEm;
  }
  return advances;
}

/** Uses of a font (bits 1 to 3); the freest counts where several are set. */
const usage = { restricted: 0x2, all: 0xe } as const;
/** Only as a whole, or only its bitmaps: neither helps a PDF of a few characters. */
const wholeOnly = 0x100;
const bitmapsOnly = 0x200;

function embeddingOf(fsType: number): Embedding {
  if ((fsType & usage.all) === usage.restricted || (fsType & bitmapsOnly) !== 0) return 'restricted';
  if ((fsType & wholeOnly) !== 0) return 'whole';
  if ((fsType & 0x4) !== 0) return 'print';
  return (fsType & 0x8) !== 0 ? 'editable' : 'installable';
}
