import type { Outline } from './outline.ts';

/** What a CFF program says of its font besides the glyphs; lengths in the font's units. */
export interface ProgramTraits {
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

/** Head of an INDEX of objects of these lengths: count, size of offsets, offsets. */
function indexHead(lengths: readonly number[]): Uint8Array {
  const total = lengths.reduce((sum, length) => sum + length, 1);
  const width = total < 0x100 ? 1 : total < 0x10000 ? 2 : 3;
  const head = new Uint8Array(3 + (lengths.length + 1) * width);
  head[0] = lengths.length >> 8;
  head[1] = lengths.length & 255;
  head[2] = width;
  let offset = 1;
  let at = 3;
  const put = (): void => {
    for (let byte = width - 1; byte >= 0; byte--) head[at++] = (offset >> (8 * byte)) & 255;
  };
  put();
  for (const length of lengths) {
    offset += length;
    put();
  }
  return head;
}

const index = (...objects: readonly (readonly number[])[]): number[] => [
  ...indexHead(objects.map((object) => object.length)),
  ...objects.flat(),
];

/** First string of a font's own; the standard ones come before. */
const ownStrings = 391;

/**
 * Writes what comes before charstrings of these lengths, the first being .notdef, in a CID-keyed program whose CIDs are the glyphs' positions.
 * Readers that take glyph ids for codes and readers that go by the charset so find the same glyphs.
 */
export function compactProgramHead(lengths: readonly number[], traits: ProgramTraits): Uint8Array {
  const count = lengths.length;
  const head = new ProgramBytes().byte(1, 0, 4, 4).byte(...index(new ProgramBytes().text(traits.name).list));
  const strings = index(new ProgramBytes().text('Adobe').list, new ProgramBytes().text('Identity').list);
  const noSubroutines = [0, 0];
  const charset = [2, 0, 1, (count - 2) >> 8, (count - 2) & 255];
  const select = [3, 0, 1, 0, 0, 0, count >> 8, count & 255];
  const widths = new ProgramBytes().number(defaultWidth).byte(20).number(nominalWidth).byte(21).list;

  const topDict = (charsetAt: number): number[] => {
    const selectAt = charsetAt + charset.length;
    const privateAt = selectAt + select.length;
    const dictsAt = privateAt + widths.length;
    const dicts = index(fontDict(privateAt));
    const top = new ProgramBytes();
    top
      .number(ownStrings)
      .number(ownStrings + 1)
      .number(0)
      .byte(12, 30);
    if (traits.unitsPerEm !== 1000) {
      const scale = Number((1 / traits.unitsPerEm).toFixed(12));
      top.real(scale).number(0).number(0).real(scale).number(0).number(0).byte(12, 7);
    }
    for (const edge of traits.box) top.number(edge);
    top.byte(5).offset(count).byte(12, 34);
    top.offset(charsetAt).byte(15).offset(selectAt).byte(12, 37);
    top
      .offset(dictsAt)
      .byte(12, 36)
      .offset(dictsAt + dicts.length)
      .byte(17);
    return index(top.list);
  };
  const fontDict = (privateAt: number): number[] =>
    new ProgramBytes().number(widths.length).offset(privateAt).byte(18).list;

  const charsetAt = head.list.length + topDict(0).length + strings.length + noSubroutines.length;
  const dicts = index(fontDict(charsetAt + charset.length + select.length));
  return Uint8Array.from([
    ...head.list,
    ...topDict(charsetAt),
    ...strings,
    ...noSubroutines,
    ...charset,
    ...select,
    ...widths,
    ...dicts,
    ...indexHead(lengths),
  ]);
}
