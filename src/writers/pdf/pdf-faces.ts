import type { EmbeddedFace, EmbeddedFaces } from '../../fonts/embed.ts';
import type { FaceId } from '../../fonts/face-set.ts';
import { compressedStream, type WrittenObject, written } from './pdf-object.ts';
import { hex4, reference, utf16 } from './pdf-syntax.ts';

/** A face whose objects are written once and copied into every file of a batch. */
export interface PdfFace {
  /** Name with its tag, which only this content has. */
  readonly name: string;
  /** What stands between `<` and `>` in a Tj operator for a character. */
  readonly codes: ReadonlyMap<number, string>;
  /** The face's objects, the first being the font that pages name. */
  readonly objects: (first: number) => readonly WrittenObject[];
}

/** Faces of a batch of documents, by id. */
export type PdfFaces = ReadonlyMap<FaceId, PdfFace>;

/** Best compression: done once a batch. */
const bestLevel = 9;
/** PDF takes a width that is not listed as this one: the width of every Chinese character. */
const defaultWidth = 1000;
/** Symbolic: the font has its own codes. */
const flags = 4;
/** Nothing reads it, but a descriptor has to have one. */
const stemWidth = 80;

/** Writes the font objects of a batch of documents. */
export function preparePdfFaces(embedded: EmbeddedFaces): PdfFaces {
  const prepared = new Map<EmbeddedFace, PdfFace>();
  for (const face of new Set(embedded.values())) prepared.set(face, preparePdfFace(face));
  return new Map([...embedded].map(([id, face]) => [id, prepared.get(face) ?? preparePdfFace(face)]));
}

function preparePdfFace(face: EmbeddedFace): PdfFace {
  const bare = face.kind === 'CIDFontType0C';
  const subtype = bare ? 'CIDFontType0' : 'CIDFontType2';
  const entries = bare ? '/Subtype/CIDFontType0C' : `/Length1 ${face.program.length}`;
  const program = compressedStream(face.program, entries, bestLevel);
  const toUnicode = compressedStream(Buffer.from(unicodeMap(face), 'latin1'), '', bestLevel);
  const glyphSet = compressedStream(glyphBits(face), '', bestLevel);
  const identity = `<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>`;
  const glyphMap = bare ? '' : '/CIDToGIDMap/Identity';
  const font = `<</Type/Font/Subtype/Type0/BaseFont/${face.name}/Encoding/Identity-H`;
  const descendant = `<</Type/Font/Subtype/${subtype}/BaseFont/${face.name}/CIDSystemInfo${identity}${glyphMap}/DW ${defaultWidth}/W[${widths(face)}]`;
  const descriptor = `<</Type/FontDescriptor/FontName/${face.name}/Flags ${flags}/FontBBox[${face.box.join(' ')}]/ItalicAngle 0/Ascent ${face.ascent}/Descent ${face.descent}/CapHeight ${face.capHeight}/StemV ${stemWidth}`;
  return {
    name: face.name,
    codes: showCodes(face),
    objects: (first) => [
      written(`${font}/DescendantFonts[${reference(first + 1)}]/ToUnicode ${reference(first + 4)}>>`),
      written(`${descendant}/FontDescriptor ${reference(first + 2)}>>`),
      written(
        `${descriptor}/CIDSet ${reference(first + 5)}/FontFile${bare ? 3 : 2} ${reference(first + 3)}>>`,
      ),
      program,
      toUnicode,
      glyphSet,
    ],
  };
}

/** Codes as text shows them; a character that shares another's glyph carries itself along for extraction. */
function showCodes({ codes, characters }: EmbeddedFace): ReadonlyMap<number, string> {
  return new Map(
    [...codes].map(([codePoint, code]) => {
      const shown = hex4(code);
      if (characters.get(code) === codePoint) return [codePoint, shown];
      return [codePoint, `>Tj/Span<</ActualText<FEFF${utf16(codePoint)}>>>BDC<${shown}>Tj EMC<`];
    }),
  );
}

/** Widths that differ from the default, neighbours together: `1[500 600]7[250]`. */
function widths(face: EmbeddedFace): string {
  let source = '';
  let expected = -1;
  for (const [code, width] of face.widths) {
    if (width === defaultWidth) continue;
    source += code === expected ? ` ${width}` : `${expected < 0 ? '' : ']'}${code}[${width}`;
    expected = code + 1;
  }
  return expected < 0 ? '' : `${source}]`;
}

/** A bit for every glyph of the subset, in the order of codes. */
function glyphBits({ widths: glyphs }: EmbeddedFace): Uint8Array {
  const last = glyphs.reduce((most, [code]) => Math.max(most, code), 0);
  const bits = new Uint8Array((last >> 3) + 1);
  for (const [code] of glyphs) bits[code >> 3] = (bits[code >> 3] ?? 0) | (0x80 >> (code & 7));
  return bits;
}

/** No more entries than this may stand in a block of a CMap. */
const blockEntries = 100;

/** CMap from codes to characters. */
function unicodeMap({ characters }: EmbeddedFace): string {
  const entries = [...characters]
    .sort(([a], [b]) => a - b)
    .map(([code, codePoint]) => `<${hex4(code)}><${utf16(codePoint)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += blockEntries) {
    const block = entries.slice(start, start + blockEntries);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict/CMap defineresource pop
end
end`;
}
