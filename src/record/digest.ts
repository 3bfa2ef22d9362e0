import { createHash, type Hash } from 'node:crypto';
import type { Place } from '../diagnostics/place.ts';
import { Shape, signatureUnits } from './shape.ts';

/** Code units that values begin with in their source, so that none can be taken for another. */
const sign = {
  null: 0,
  true: 1,
  false: 2,
  undefined: 3,
  text: 4,
  integer: 5,
  number: 6,
  list: 7,
  numbers: 8,
  fields: 9,
  end: 10,
  sameFile: 11,
  file: 12,
  cell: 13,
  nowhere: 14,
  /** With its length, of which this is the end; and a short number with its value. */
  shortText: 0x4000,
  shortInteger: 0x8000,
} as const;

/** Texts shorter than this are short, in code units. */
const longText = 0x4000;
/** Whole numbers from 0 below this are short. */
const longInteger = 0x8000;

/** Fields left out of an object's source. */
export type LeftOut = ReadonlySet<string>;

/** So many code units are hashed at once. */
const hashedAtOnce = 1 << 15;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Characters of a mark. */
export const markLength = 5;

const markStart = 0x811c9dc5;
const markFactor = 0x01000193;

const noFields = new Shape();

/**
 * Takes in composed values bit by bit, so that a workbook of ten thousand villages need not be one text: as code units, of which
 * it makes a hash, and marks of those that came for a part. To be used again after `finish`.
 */
export class Digest {
  readonly #units = new Uint16Array(hashedAtOnce);
  #at = 0;
  #mark = markStart;
  #hash: Hash | null = null;
  /** File of the place before. */
  #file = '';

  /**
   * Takes in a value without its places, which go to `places`, where anybody asks. Fields stand in the order they were
   * made in.
   */
  add(value: unknown, places: Digest | null = null, leftOut: LeftOut | null = null): void {
    if (typeof value === 'string') this.#addText(value);
    else if (typeof value === 'number') this.#addNumber(value);
    else if (typeof value !== 'object' || value === null) this.#unit(signOf(value));
    else if (Array.isArray(value)) {
      this.#unit(sign.list);
      this.#addInteger(value.length);
      for (let index = 0; index < value.length; index++) this.add(value[index], places);
    } else if (ArrayBuffer.isView(value)) this.#addNumbers(value);
    else this.#addFields(value as Readonly<Record<string, unknown>>, places, leftOut);
  }

  /** Takes in a place. What stands in the same file as the place before does not name it again. */
  addPlace(place: Place | null): void {
    if (place === null) this.#unit(sign.null);
    else if (place.kind === 'file') {
      if (place.file === this.#file) this.#unit(sign.sameFile);
      else {
        this.#unit(sign.file);
        this.#addText(place.file);
        this.#file = place.file;
      }
      this.#addInteger(place.line);
      this.#addInteger(place.column);
    } else if (place.kind === 'cell') {
      this.#unit(sign.cell);
      for (const text of [place.file, place.sheet, place.cell]) this.#addText(text);
    } else this.#unit(sign.nowhere);
  }

  /** What comes from now on makes the next mark. */
  beginMark(): void {
    this.#mark = markStart;
  }

  /** The mark of what came since it was begun: thirty bits of an FNV-1a hash. */
  mark(): string {
    const value = this.#mark;
    let mark = '';
    for (let index = 0; index < markLength; index++) mark += letters[(value >>> (6 * index)) & 63];
    return mark;
  }

  /** The hash of all that came. */
  finish(): string {
    const hash = this.#flush().digest('base64url').slice(0, 22);
    this.forget();
    return hash;
  }

  /** Begins anew. */
  forget(): void {
    this.#at = 0;
    this.#hash = null;
    this.#file = '';
  }

  #addFields(value: Readonly<Record<string, unknown>>, places: Digest | null, leftOut: LeftOut | null): void {
    this.#unit(sign.fields);
    let shape = noFields;
    for (const name in value) {
      const item = value[name];
      if (name === 'place') places?.addPlace(item as Place | null);
      else if (leftOut === null || !leftOut.has(name)) {
        shape = shape.with(name);
        this.add(item, places);
      }
    }
    this.#unit(sign.end);
    for (let index = 0; index < signatureUnits; index++) this.#unit(shape.signature[index] ?? 0);
  }

  #addText(text: string): void {
    const { length } = text;
    if (length < longText) this.#unit(sign.shortText | length);
    else {
      this.#unit(sign.text);
      this.#addInteger(length);
    }
    for (let from = 0; from < length; from += hashedAtOnce) {
      this.#addUnits(text, from, Math.min(length, from + hashedAtOnce));
    }
  }

  #addUnits(text: string, from: number, to: number): void {
    if (this.#at + to - from > hashedAtOnce) this.#flush();
    const units = this.#units;
    let at = this.#at;
    let mark = this.#mark;
    for (let index = from; index < to; index++) {
      const unit = text.charCodeAt(index);
      units[at++] = unit;
      mark = Math.imul(mark ^ unit, markFactor);
    }
    this.#at = at;
    this.#mark = mark;
  }

  #addNumber(value: number): void {
    if ((value | 0) === value) this.#addInteger(value);
    else {
      this.#unit(sign.number);
      this.#addText(String(value));
    }
  }

  #addInteger(value: number): void {
    if (value >= 0 && value < longInteger) this.#unit(sign.shortInteger | value);
    else {
      this.#unit(sign.integer);
      this.#unit(value & 0xffff);
      this.#unit((value >>> 16) & 0xffff);
    }
  }

  /** Numbers of two bytes or more each. */
  #addNumbers({ buffer, byteOffset, byteLength }: ArrayBufferView): void {
    this.#unit(sign.numbers);
    this.#addInteger(byteLength);
    for (const unit of new Uint16Array(buffer, byteOffset, byteLength / 2)) this.#unit(unit);
  }

  #unit(unit: number): void {
    if (this.#at === hashedAtOnce) this.#flush();
    this.#units[this.#at++] = unit;
    this.#mark = Math.imul(this.#mark ^ unit, markFactor);
  }

  #flush(): Hash {
    this.#hash ??= createHash('sha256');
    this.#hash.update(new Uint8Array(this.#units.buffer, 0, 2 * this.#at));
    this.#at = 0;
    return this.#hash;
  }
}

/** What stands for a value that is no text, number or object; nothing else is composed. */
function signOf(value: unknown): number {
  if (value === null) return sign.null;
  if (typeof value === 'boolean') return value ? sign.true : sign.false;
  return sign.undefined;
}
