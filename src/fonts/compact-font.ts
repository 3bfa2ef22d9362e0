/** What a PDF must know of a bare CFF font program (Compact Font Format, Adobe TN 5176). */
export interface CompactFont {
  /**
   * Codes of glyph ids in a PDF: the CIDs of a CID-keyed font, which its charset lists; the glyph ids themselves
   * of any other.
   */
  readonly codes: readonly number[];
}

interface Index {
  readonly count: number;
  readonly end: number;
  /** Bounds of an object. */
  readonly at: (index: number) => readonly [number, number];
}

function readIndex(view: DataView, offset: number): Index {
  const count = view.getUint16(offset);
  if (count === 0) return { count, end: offset + 2, at: () => [offset + 2, offset + 2] };
  const width = view.getUint8(offset + 2);
  const base = offset + 2 + (count + 1) * width;
  const start = (index: number): number => {
    let value = 0;
    for (let byte = 0; byte < width; byte++) {
      value = value * 256 + view.getUint8(offset + 3 + index * width + byte);
    }
    return base + value;
  };
  return { count, end: start(count), at: (index) => [start(index), start(index + 1)] };
}

const escapeByte = 12;
const realNumber = 30;
const charset = 15;
const charStrings = 17;
/** Operator 12 30, first in every CID-keyed font. */
const registryOrderingSupplement = 1200 + 30;

/** Operators of a DICT with their last operand; real numbers are read over, none of ours is one. */
function readDict(view: DataView, from: number, to: number): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  let operand = 0;
  let at = from;
  while (at < to) {
    const byte = view.getUint8(at++);
    if (byte === escapeByte) entries.set(1200 + view.getUint8(at++), operand);
    else if (byte < 22) entries.set(byte, operand);
    else if (byte === 28) {
      operand = view.getInt16(at);
      at += 2;
    } else if (byte === 29) {
      operand = view.getInt32(at);
      at += 4;
    } else if (byte === realNumber) {
      while ((view.getUint8(at++) & 0x0f) !== 0x0f);
    } else if (byte < 247) operand = byte - 139;
    else if (byte < 251) operand = (byte - 247) * 256 + view.getUint8(at++) + 108;
    else operand = -(byte - 251) * 256 - view.getUint8(at++) - 108;
  }
  return entries;
}

/** Reads a bare CFF program. */
export function readCompactFont(bytes: Uint8Array): CompactFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = readIndex(view, view.getUint8(2));
  const top = readDict(view, ...readIndex(view, names.end).at(0));
  const glyphs = readIndex(view, top.get(charStrings) ?? 0).count;
  const offset = top.get(charset) ?? 0;
  if (!top.has(registryOrderingSupplement) || offset < 3) {
    return { codes: Array.from({ length: glyphs }, (_, glyph) => glyph) };
  }
  return { codes: readCharset(view, offset, glyphs) };
}

function readCharset(view: DataView, offset: number, glyphs: number): number[] {
  const format = view.getUint8(offset);
  const codes = [0];
  let at = offset + 1;
  while (codes.length < glyphs) {
    const first = view.getUint16(at);
    at += 2;
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(at) : view.getUint16(at);
    at += format;
    for (let code = first; code <= first + more && codes.length < glyphs; code++) codes.push(code);
  }
  return codes;
}
