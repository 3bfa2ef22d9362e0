import { requireTable, type Sfnt } from '../sfnt.ts';

/** A glyph of a program: its description and its horizontal measures in the font's units. */
export interface TrueTypeGlyph {
  readonly description: Uint8Array;
  readonly advance: number;
  readonly sideBearing: number;
}

/** Most that a table may say of instructions, which are left out: `maxp` from this offset on. */
const instructionsInMaxp = 14;
const aligned = (length: number): number => (length + 3) & ~3;

/**
 * Puts glyphs, the first being .notdef, into a TrueType file with the tables a PDF needs. What holds for the whole
 * font comes from the font the glyphs were taken of.
 */
export function trueTypeProgram(glyphs: readonly TrueTypeGlyph[], source: Sfnt): Uint8Array {
  const count = glyphs.length;
  const table = (tag: string): Uint8Array => {
    const { offset, length } = requireTable(source, tag);
    return new Uint8Array(source.bytes.subarray(offset, offset + length));
  };
  const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer);

  const head = table('head');
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, 1);
  const hhea = table('hhea');
  viewOf(hhea).setUint16(34, count);
  const maxp = table('maxp');
  viewOf(maxp).setUint16(4, count);
  // Zones stay two; twilight points, storage, functions, definitions, stack and instructions are none.
  if (maxp.length >= 32) {
    maxp.fill(0, instructionsInMaxp + 2, 28);
    viewOf(maxp).setUint16(instructionsInMaxp, 2);
  }

  const hmtx = new Uint8Array(4 * count);
  const loca = new Uint8Array(4 * (count + 1));
  const glyf = new Uint8Array(glyphs.reduce((sum, { description }) => sum + aligned(description.length), 0));
  let at = 0;
  for (const [index, { description, advance, sideBearing }] of glyphs.entries()) {
    viewOf(hmtx).setUint16(4 * index, advance);
    viewOf(hmtx).setInt16(4 * index + 2, sideBearing);
    glyf.set(description, at);
    at += aligned(description.length);
    viewOf(loca).setUint32(4 * (index + 1), at);
  }
  return sfntFile([
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** A file of tables, which come in the order of their tags. Check sums are left out: PDF readers do not ask. */
function sfntFile(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const directory = 12 + 16 * tables.length;
  const file = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + aligned(length), directory));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x10000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tables.length - power));
  let at = directory;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    file.set(bytes, at);
    at += aligned(bytes.length);
  }
  return file;
}
