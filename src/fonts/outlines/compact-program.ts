import type { Outline } from './outline.ts';

/** What a CFF program says of its font besides the glyphs; lengths in the font's units. */
export interface ProgramTraits {
  /** Without the tag of a subset. */
  readonly name: string;
  readonly unitsPerEm: number;
  /** Left, bottom, right, top. */
  readonly box: readonly number[];
}

/** A glyph's Type 2 charstring, which begins with its width. */
export type Charstring = Uint8Array;

/** Widths as charstrings state them: nothing for this one, otherwise the difference to the nominal one. */
const defaultWidth = 1000;
const nominalWidth = 500;

/** Letters that tell subsets of a font apart. */
const tagLength = 6;
/** Head of an INDEX of one object of less than 255 bytes. */
const dictIndexHead = 5;

/** Most operands an operator may have. */
const mostOperands = 48;
const rlineto = 5;
const rrcurveto = 8;
const endchar = 14;
const rmoveto = 21;

class ProgramBytes {
  readonly list: number[] = [];

  byte(...bytes: readonly number[]): this {
    for (const byte of bytes) this.list.push(byte);
    return this;
  }

  /** A number as charstrings and DICTs both write it, the shortest way. */
  number(value: number): this {
    if (value >= -107 && value <= 107) return this.byte(value + 139);
    if (value >= 108 && value <= 1131) return this.byte(247 + ((value - 108) >> 8), (value - 108) & 255);
    if (value <= -108 && value >= -1131) return this.byte(251 + ((-value - 108) >> 8), (-value - 108) & 255);
    return this.byte(28, (value >> 8) & 255, value & 255);
  }

  /** A number of a charstring, to 1/65536. */
  fraction(value: number): this {
    if (Number.isInteger(value)) return this.number(value);
    const fixed = Math.round(value * 65_536);
    return this.byte(255, (fixed >> 24) & 255, (fixed >> 16) & 255, (fixed >> 8) & 255, fixed & 255);
  }

  /** A number of a DICT whose length does not depend on it. */
  offset(value: number): this {
    return this.byte(29, (value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255);
  }

  /** A real number of a DICT. */
  real(value: number): this {
    const nibbles = [...String(value)].map((character) =>
      character === '.' ? 0xa : character === '-' ? 0xe : Number(character),
    );
    nibbles.push(0xf);
    if (nibbles.length % 2 === 1) nibbles.push(0xf);
    this.byte(30);
    for (let index = 0; index < nibbles.length; index += 2) {
      this.byte(((nibbles[index] ?? 0) << 4) | (nibbles[index + 1] ?? 0));
    }
    return this;
  }

  text(text: string): this {
    for (let index = 0; index < text.length; index++) this.list.push(text.charCodeAt(index));
    return this;
  }
}

/** Writes a glyph: runs of lines and runs of curves, which deflate shrinks better than the special operators. */
export function writeCharstring(outline: Outline, width: number): Charstring {
  const out = new ProgramBytes();
  if (width !== defaultWidth) out.fraction(width - nominalWidth);
  let x = 0;
  let y = 0;
  const to = (nextX: number, nextY: number): void => {
    out.fraction(nextX - x).fraction(nextY - y);
    x = nextX;
    y = nextY;
  };
  for (const contour of outline) {
    to(contour.x, contour.y);
    out.byte(rmoveto);
    let operands = 0;
    let length = 0;
    const end = (): void => {
      if (operands > 0) out.byte(length === 2 ? rlineto : rrcurveto);
      operands = 0;
    };
    for (const piece of contour.pieces) {
      if (piece.length !== length || operands + piece.length > mostOperands) end();
      length = piece.length;
      operands += length;
      for (let index = 0; index < length; index += 2) to(piece[index] ?? 0, piece[index + 1] ?? 0);
    }
    end();
  }
  return Uint8Array.from(out.byte(endchar).list);
}

/** Bytes of an offset up to `last` in an INDEX. */
const offsetWidth = (last: number): number => (last < 0x100 ? 1 : last < 0x10000 ? 2 : 3);
const indexHeadSize = (count: number, total: number): number => 3 + (count + 1) * offsetWidth(total + 1);

/** Puts the head of an INDEX of objects of these lengths: count, size of offsets, offsets. */
function putIndexHead(lengths: ArrayLike<number>, total: number, head: Uint8Array, start: number): void {
  const width = offsetWidth(total + 1);
  head[start] = lengths.length >> 8;
  head[start + 1] = lengths.length;
  head[start + 2] = width;
  let offset = 1;
  let at = start + 3;
  for (let index = 0; index <= lengths.length; index++) {
    for (let shift = 8 * (width - 1); shift >= 0; shift -= 8) head[at++] = offset >> shift;
    offset += lengths[index] ?? 0;
  }
}

const index = (...objects: readonly (readonly number[])[]): number[] => {
  const lengths = objects.map((object) => object.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const head = new Uint8Array(indexHeadSize(objects.length, total));
  putIndexHead(lengths, total, head, 0);
  return [...head, ...objects.flat()];
};

/** First string of a font's own; the standard ones come before. */
const ownStrings = 391;

/** Writes what comes before charstrings of these lengths, the first being .notdef; `tag` tells subsets of a font apart. */
export type CompactHead = (tag: string, lengths: ArrayLike<number>) => Uint8Array;

/**
 * The head of CID-keyed programs whose CIDs are the glyphs' positions: readers that take glyph ids for codes and readers
 * that go by the charset find the same glyphs. All but the tag, the number of glyphs and their lengths is made once.
 */
export function compactHead(traits: ProgramTraits): CompactHead {
  const { bytes, tagAt, counts } = fixedHead(traits);
  return (tag, lengths) => {
    let total = 0;
    for (let index = 0; index < lengths.length; index++) total += lengths[index] as number;
    const head = new Uint8Array(bytes.length + indexHeadSize(lengths.length, total));
    head.set(bytes);
    for (let index = 0; index < tag.length; index++) head[tagAt + index] = tag.charCodeAt(index);
    for (const { at, less } of counts) {
      head[at] = (lengths.length - less) >> 8;
      head[at + 1] = lengths.length - less;
    }
    putIndexHead(lengths, total, head, bytes.length);
    return head;
  };
}

/** A head without its INDEX of charstrings, and what is put into it. */
interface FixedHead {
  readonly bytes: Uint8Array;
  readonly tagAt: number;
  /** Numbers of two bytes: that of the glyphs less something. */
  readonly counts: readonly { readonly at: number; readonly less: number }[];
}

function fixedHead({ name, unitsPerEm, box }: ProgramTraits): FixedHead {
  const fullName = new ProgramBytes().text(`${'A'.repeat(tagLength)}+${name}`).list;
  const head = new ProgramBytes().byte(1, 0, 4, 4).byte(...index(fullName));
  const strings = index(new ProgramBytes().text('Adobe').list, new ProgramBytes().text('Identity').list);
  const noSubroutines = [0, 0];
  // From the second glyph on all CIDs are one more than the one before.
  const charset = [2, 0, 1, 0, 0];
  const select = [3, 0, 1, 0, 0, 0, 0, 0];
  const widths = new ProgramBytes().number(defaultWidth).byte(20).number(nominalWidth).byte(21).list;

  const beforeCount = new ProgramBytes()
    .number(ownStrings)
    .number(ownStrings + 1)
    .number(0)
    .byte(12, 30);
  if (unitsPerEm !== 1000) {
    const scale = Number((1 / unitsPerEm).toFixed(12));
    beforeCount.real(scale).number(0).number(0).real(scale).number(0).number(0).byte(12, 7);
  }
  for (const edge of box) beforeCount.number(edge);
  beforeCount.byte(5);
  const fontDict = (privateAt: number): number[] =>
    index(new ProgramBytes().number(widths.length).offset(privateAt).byte(18).list);
  const topDict = (charsetAt: number): number[] => {
    const selectAt = charsetAt + charset.length;
    const privateAt = selectAt + select.length;
    const dictsAt = privateAt + widths.length;
    const top = new ProgramBytes().byte(...beforeCount.list).offset(0);
    top.byte(12, 34).offset(charsetAt).byte(15).offset(selectAt).byte(12, 37);
    top.offset(dictsAt).byte(12, 36);
    return index(top.offset(dictsAt + fontDict(0).length).byte(17).list);
  };

  const topAt = head.list.length;
  const topLength = topDict(0).length;
  const charsetAt = topAt + topLength + strings.length + noSubroutines.length;
  const selectAt = charsetAt + charset.length;
  const privateAt = selectAt + select.length;
  const bytes = [head.list, topDict(charsetAt), strings, noSubroutines, charset, select, widths].flat();
  return {
    bytes: Uint8Array.from([...bytes, ...fontDict(privateAt)]),
    tagAt: topAt - fullName.length,
    counts: [
      { at: topAt + dictIndexHead + beforeCount.list.length + 3, less: 0 },
      { at: charsetAt + charset.length - 2, less: 2 },
      { at: selectAt + select.length - 2, less: 0 },
    ],
  };
}
