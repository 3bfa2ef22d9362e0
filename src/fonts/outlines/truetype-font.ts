import { requireTable, type Sfnt, UnusableFont } from '../sfnt.ts';

/** Glyphs of a `glyf` table by their ids. */
export interface TrueTypeFont {
  readonly glyphs: number;
  /** A glyph's description without instructions; empty for one without outline. Throws UnusableFont. */
  readonly description: (glyph: number) => Uint8Array;
}

const wordArguments = 0x1;
const oneScale = 0x8;
const moreComponents = 0x20;
const twoScales = 0x40;
const twoByTwo = 0x80;
const hasInstructions = 0x100;
const headBytes = 10;
const shortOffsets = 0;

/** A glyph that another is put together from: where its id stands in the description. */
export interface Component {
  readonly at: number;
  readonly glyph: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads where glyphs stand; throws UnusableFont. */
export function readTrueTypeFont(sfnt: Sfnt): TrueTypeFont {
  const { bytes, view } = sfnt;
  const glyf = requireTable(sfnt, 'glyf');
  const loca = requireTable(sfnt, 'loca');
  const glyphs = view.getUint16(requireTable(sfnt, 'maxp').offset + 4);
  const short = view.getInt16(requireTable(sfnt, 'head').offset + 50) === shortOffsets;
  const offset = (glyph: number): number =>
    short ? 2 * view.getUint16(loca.offset + 2 * glyph) : view.getUint32(loca.offset + 4 * glyph);
  return {
    glyphs,
    description: (glyph) => {
      const [start, end] = [offset(glyph), offset(glyph + 1)];
      if (end > glyf.length || end < start) throw new UnusableFont('字体文件不完整');
      if (end - start < headBytes) return new Uint8Array();
      return withoutInstructions(bytes.subarray(glyf.offset + start, glyf.offset + end));
    },
  };
}

/** Whether a glyph is put together from others. */
export const isComposite = (description: Uint8Array): boolean =>
  description.length > 0 && viewOf(description).getInt16(0) < 0;

function withoutInstructions(description: Uint8Array): Uint8Array {
  return isComposite(description) ? plainComposite(description) : plainSimple(description);
}

/** Contours' ends, then the number of instructions and the instructions, then the points. */
function plainSimple(description: Uint8Array): Uint8Array {
  const view = viewOf(description);
  const at = headBytes + 2 * view.getInt16(0);
  const instructions = view.getUint16(at);
  if (instructions === 0) return description;
  const plain = new Uint8Array(description.length - instructions);
  plain.set(description.subarray(0, at));
  plain.set(description.subarray(at + 2 + instructions), at + 2);
  return plain;
}

/** Instructions come last: the mark that announces them goes too. */
function plainComposite(description: Uint8Array): Uint8Array {
  const plain = new Uint8Array(description);
  const view = viewOf(plain);
  const parts = componentsOf(plain);
  for (const { at } of parts) view.setUint16(at - 2, view.getUint16(at - 2) & ~hasInstructions);
  const last = parts.at(-1);
  return last === undefined ? plain : plain.subarray(0, endOfComponent(view, last.at));
}

function endOfComponent(view: DataView, at: number): number {
  const flags = view.getUint16(at - 2);
  const shifts = (flags & wordArguments) === 0 ? 2 : 4;
  const scales =
    (flags & oneScale) !== 0 ? 2 : (flags & twoScales) !== 0 ? 4 : (flags & twoByTwo) !== 0 ? 8 : 0;
  return at + 2 + shifts + scales;
}

/** The glyphs a description is put together from; none for one that has contours of its own. */
export function componentsOf(description: Uint8Array): readonly Component[] {
  if (!isComposite(description)) return [];
  const view = viewOf(description);
  const components: Component[] = [];
  let flagsAt = headBytes;
  for (;;) {
    const at = flagsAt + 2;
    components.push({ at, glyph: view.getUint16(at) });
    if ((view.getUint16(flagsAt) & moreComponents) === 0) return components;
    flagsAt = endOfComponent(view, at);
  }
}

/** A copy of a description whose components are named by other ids. */
export function renamed(description: Uint8Array, idOf: (glyph: number) => number): Uint8Array {
  const copy = new Uint8Array(description);
  const view = viewOf(copy);
  for (const { at, glyph } of componentsOf(copy)) view.setUint16(at, idOf(glyph));
  return copy;
}
