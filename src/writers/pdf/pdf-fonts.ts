import type { Face, FaceId, FaceSet } from '../../fonts/face-set.ts';
import type { Font } from '../../fonts/font.ts';
import { type FontSubset, type GlyphStock, openGlyphStock, thousandths } from '../../fonts/glyph-stock.ts';
import { fontKey } from '../../fonts/located-face.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import { flateStream, type PdfObject, stream } from './pdf-file.ts';
import { reference } from './pdf-syntax.ts';
import { unicodeMap } from './unicode-map.ts';

/** The fonts of this machine as PDF files hold them; one for all files a thread writes. */
export interface PdfFonts {
  /** The font of a face; faces that are one font lead to the same object. */
  readonly font: (face: FaceId) => PdfFont;
}

/** A font all files take their glyphs of. */
export interface PdfFont {
  readonly stock: GlyphStock;
  /** Tables of codes by code point, all zero, for files to come. */
  readonly spareCodes: Uint16Array[];
  /** What was made last: documents of a kind often draw the same few characters with a face. */
  last: { readonly characters: string; readonly make: MakeObjects } | null;
}

/** The objects of a font, the first being the one that pages name; numbered from `first`. */
type MakeObjects = (first: number) => readonly PdfObject[];

/** Opens fonts of faces when a file first draws with them. */
export function createPdfFonts(faces: FaceSet, shelf: Shelf = noShelf): PdfFonts {
  const byFace = new Map<FaceId, PdfFont>();
  const byFont = new Map<string, PdfFont>();
  return {
    font: (id) => {
      let font = byFace.get(id);
      if (font === undefined) {
        const face = faces.face(id);
        font = byFont.get(fontKey(face)) ?? {
          stock: openGlyphStock(face, shelf),
          spareCodes: [],
          last: null,
        };
        byFont.set(fontKey(face), font);
        byFace.set(id, font);
      }
      return font;
    },
  };
}

/** How many objects a font takes. */
export const objectsPerFont = 6;

/** PDF takes a width that is not listed as this one: the width of every Chinese character. */
const defaultWidth = 1000;
/** Symbolic: the font has its own codes. */
const flags = 4;
/** Nothing reads it, but a descriptor has to have one. */
const stemWidth = 80;

/** Writes the objects of a font with these characters, whose codes count from 1. */
export function fontObjects(subset: FontSubset, face: Face, characters: readonly number[]): MakeObjects {
  const { name, kind, program } = subset;
  const bare = kind === 'CIDFontType0C';
  const subtype = bare ? 'CIDFontType0' : 'CIDFontType2';
  const entries = bare ? '/Subtype/CIDFontType0C' : `/Length1 ${program.length}`;
  const file = flateStream(program.deflated, entries);
  const toUnicode = flateStream(unicodeMap(characters));
  const glyphSet = stream(glyphBits(subset.widths.length));
  const identity = '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
  const glyphMap = bare ? '' : '/CIDToGIDMap/Identity';
  const font = `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H`;
  const descendant = `<</Type/Font/Subtype/${subtype}/BaseFont/${name}/CIDSystemInfo${identity}${glyphMap}/DW ${defaultWidth}/W[${widths(subset)}]`;
  const descriptor = `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}${measuresOf(face.font)}/StemV ${stemWidth}`;
  return (first) => [
    `${font}/DescendantFonts[${reference(first + 1)}]/ToUnicode ${reference(first + 4)}>>`,
    `${descendant}/FontDescriptor ${reference(first + 2)}>>`,
    `${descriptor}/CIDSet ${reference(first + 5)}/FontFile${bare ? 3 : 2} ${reference(first + 3)}>>`,
    file,
    toUnicode,
    glyphSet,
  ];
}

const measures = new WeakMap<Font, string>();

/** What a descriptor says of a font's measures, whatever glyphs are embedded. */
function measuresOf(font: Font): string {
  let said = measures.get(font);
  if (said === undefined) {
    const { ascent, descent, capHeight, box } = font;
    const heights = `/Ascent ${thousandths(ascent)}/Descent ${thousandths(descent)}/CapHeight ${thousandths(capHeight)}`;
    said = `/FontBBox[${box.map(thousandths).join(' ')}]/ItalicAngle 0${heights}`;
    measures.set(font, said);
  }
  return said;
}

/** Widths that differ from the default, neighbours together: `1[500 600]7[250]`. */
function widths(subset: Pick<FontSubset, 'widths'>): string {
  let source = '';
  let expected = -1;
  for (let code = 0; code < subset.widths.length; code++) {
    const width = subset.widths[code] as number;
    if (width === defaultWidth) continue;
    source += code === expected ? ` ${width}` : `${expected < 0 ? '' : ']'}${code}[${width}`;
    expected = code + 1;
  }
  return expected < 0 ? '' : `${source}]`;
}

/** A bit for every glyph of the subset, in the order of codes. */
function glyphBits(count: number): Uint8Array {
  const bits = new Uint8Array((count + 7) >> 3).fill(0xff);
  if (count % 8 > 0) bits[bits.length - 1] = 0xff & (0xff00 >> (count % 8));
  return bits;
}
