import { UnusableFont } from '../sfnt.ts';
import { readCharstring, type Subroutines } from './charstring.ts';
import { type IndexTable, readIndexTable } from './index-table.ts';
import type { Outline } from './outline.ts';

/** Glyphs of a CFF table (Compact Font Format, Adobe TN 5176), by their ids. */
export interface CompactFont {
  readonly glyphs: number;
  /** The outline of a glyph, subroutines followed, hints left out. Throws UnusableFont. */
  readonly outline: (glyph: number) => Outline;
}

/** Operators of a DICT; those of two bytes are 1200 and the second. */
const operators = {
  charStrings: 17,
  private: 18,
  subroutines: 19,
  fontDicts: 1200 + 36,
  fontDictSelect: 1200 + 37,
} as const;
const escapeByte = 12;
const realNumber = 30;

type Dict = ReadonlyMap<number, readonly number[]>;

/** Operators of a DICT with their operands; real numbers are read over as 0, none of ours is one. */
function readDict(view: DataView, from: number, to: number): Dict {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = from;
  while (at < to) {
    const byte = view.getUint8(at++);
    if (byte < 22) {
      entries.set(byte === escapeByte ? 1200 + view.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(view.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (byte === realNumber) {
      while ((view.getUint8(at++) & 0x0f) !== 0x0f);
      operands.push(0);
    } else if (byte < 247) operands.push(byte - 139);
    else if (byte < 251) operands.push((byte - 247) * 256 + view.getUint8(at++) + 108);
    else operands.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
  }
  return entries;
}

/** Reads the frame of a bare CFF program; glyphs are read one by one. Throws UnusableFont. */
export function readCompactFont(bytes: Uint8Array): CompactFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = readIndexTable(view, view.getUint8(2));
  const tops = readIndexTable(view, names.end);
  const strings = readIndexTable(view, tops.end);
  const globals = subroutinesOf(bytes, readIndexTable(view, strings.end));
  const top = readDict(view, ...tops.at(0));
  const charStrings = top.get(operators.charStrings)?.[0];
  if (charStrings === undefined) throw new UnusableFont('字体的轮廓表读不出来');
  const programs = readIndexTable(view, charStrings);
  const dicts = fontDicts(view, top).map((dict) => localSubroutines(bytes, view, dict));
  const dictOf = dictSelector(view, top, programs.count);
  return {
    glyphs: programs.count,
    outline: (glyph) => {
      const locals = dicts[dictOf(glyph)] ?? none;
      return readCharstring(bytes.subarray(...programs.at(glyph)), { globals, locals });
    },
  };
}

/** The DICTs that name private ones: several in a CID-keyed font, otherwise the top DICT itself. */
function fontDicts(view: DataView, top: Dict): readonly Dict[] {
  const [array] = top.get(operators.fontDicts) ?? [];
  if (array === undefined) return [top];
  const index = readIndexTable(view, array);
  return Array.from({ length: index.count }, (_, dict) => readDict(view, ...index.at(dict)));
}

const none: Subroutines = { count: 0, at: () => new Uint8Array() };

function subroutinesOf(bytes: Uint8Array, index: IndexTable): Subroutines {
  return { count: index.count, at: (number) => bytes.subarray(...index.at(number)) };
}

function localSubroutines(bytes: Uint8Array, view: DataView, dict: Dict): Subroutines {
  const [size, offset] = dict.get(operators.private) ?? [];
  if (size === undefined || offset === undefined) return none;
  const [local] = readDict(view, offset, offset + size).get(operators.subroutines) ?? [];
  return local === undefined ? none : subroutinesOf(bytes, readIndexTable(view, offset + local));
}

/** Which font DICT a glyph belongs to (FDSelect). */
function dictSelector(view: DataView, top: Dict, glyphs: number): (glyph: number) => number {
  const [offset] = top.get(operators.fontDictSelect) ?? [];
  if (offset === undefined) return () => 0;
  if (view.getUint8(offset) === 0) return (glyph) => view.getUint8(offset + 1 + glyph);
  const selected = new Uint8Array(glyphs);
  const ranges = view.getUint16(offset + 1);
  for (let range = 0; range < ranges; range++) {
    const entry = offset + 3 + 3 * range;
    selected.fill(view.getUint8(entry + 2), view.getUint16(entry), view.getUint16(entry + 3));
  }
  return (glyph) => selected[glyph] ?? 0;
}
