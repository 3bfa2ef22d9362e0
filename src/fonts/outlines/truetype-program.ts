import { requireTable, type Sfnt } from '../sfnt.ts';

/** A glyph of a program: the length of its aligned description and its horizontal measures in the font's units. */
export interface TrueTypeGlyph {
  readonly length: number;
  readonly advance: number;
  readonly sideBearing: number;
}

/** Most that a table may say of instructions, which are left out: `maxp` from this offset on. */
const instructionsInMaxp = 14;
const alignedLength = (length: number): number => (length + 3) & ~3;

/** A description as it stands in a program, where each begins at a multiple of four bytes. */
export function aligned(description: Uint8Array): Uint8Array {
  const padded = new Uint8Array(alignedLength(description.length));
  padded.set(description);
  return padded;
}

/** What a TrueType file with the tables a PDF needs has before and after its descriptions. */
export interface TrueTypeFrame {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Writes what stands around the aligned descriptions of glyphs, the first being .notdef. */
export type FrameGlyphs = (glyphs: readonly TrueTypeGlyph[]) => TrueTypeFrame;

/** Frames of fonts whose glyphs are taken of a font: what holds for the whole font comes from there. */
export function trueTypeFrame(source: Sfnt): FrameGlyphs {
  const { head, hhea, maxp } = plainTables(source);
  return (glyphs) => {
    const count = glyphs.length;
    const hmtx = alignedLength(head.length) + alignedLength(hhea.length);
    const loca = hmtx + 4 * count;
    const last = loca + 4 * (count + 1);
    const after = new Uint8Array(last + alignedLength(maxp.length));
    const view = new DataView(after.buffer);
    after.set(head);
    after.set(hhea, alignedLength(head.length));
    view.setUint16(alignedLength(head.length) + 34, count);
    after.set(maxp, last);
    view.setUint16(last + 4, count);
    let at = 0;
    for (let index = 0; index < count; index++) {
      const { length, advance, sideBearing } = glyphs[index] as TrueTypeGlyph;
      view.setUint16(hmtx + 4 * index, advance);
      view.setInt16(hmtx + 4 * index + 2, sideBearing);
      at += length;
      view.setUint32(loca + 4 * (index + 1), at);
    }
    const before = directory([
      ['glyf', at],
      ['head', head.length],
      ['hhea', hhea.length],
      ['hmtx', 4 * count],
      ['loca', 4 * (count + 1)],
      ['maxp', maxp.length],
    ]);
    return { before, after };
  };
}

/** Tables of a font as they are without instructions, with offsets of four bytes and without check sums. */
function plainTables(source: Sfnt): Readonly<Record<'head' | 'hhea' | 'maxp', Uint8Array>> {
  const table = (tag: string): Uint8Array => {
    const { offset, length } = requireTable(source, tag);
    return new Uint8Array(source.bytes.subarray(offset, offset + length));
  };
  const [head, hhea, maxp] = [table('head'), table('hhea'), table('maxp')];
  const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer);
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, 1);
  // Zones stay two; twilight points, storage, functions, definitions, stack and instructions are none.
  if (maxp.length >= 32) {
    maxp.fill(0, instructionsInMaxp + 2, 28);
    viewOf(maxp).setUint16(instructionsInMaxp, 2);
  }
  return { head, hhea, maxp };
}

/** Directory of tables, which come in the order of their tags. Check sums are left out: PDF readers do not ask. */
function directory(tables: readonly (readonly [tag: string, length: number])[]): Uint8Array {
  const bytes = new Uint8Array(12 + 16 * tables.length);
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x10000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tables.length - power));
  let at = bytes.length;
  for (const [index, [tag, length]] of tables.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
    at += alignedLength(length);
  }
  return bytes;
}
