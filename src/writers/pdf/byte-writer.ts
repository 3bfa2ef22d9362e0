import { codeUnitAt } from '../../document/code-unit.ts';
import { hundredths } from './pdf-syntax.ts';

/** Digits by their value, as ASCII. */
const zero = 0x30;
const minus = 0x2d;
const point = 0x2e;
const hexDigits = Uint8Array.from('0123456789ABCDEF', (digit) => digit.charCodeAt(0));
/** A number longer than this in ASCII is none of ours. */
const longestNumber = 24;

/** Text that is written again and again, as bytes: they are put down faster than characters. */
export type Phrase = Uint8Array;
export const phrase = (text: string): Phrase => Uint8Array.from(text, (character) => character.charCodeAt(0));

const referring = phrase(' 0 R');
const space = 0x20;

/** Bytes that stand in a string only behind a backslash: those that end it, and the line end that is read as another. */
const escapes = new Uint8Array(256);
for (const character of '()\\') escapes[character.charCodeAt(0)] = character.charCodeAt(0);
escapes['\r'.charCodeAt(0)] = 'r'.charCodeAt(0);
const backslash = 0x5c;

/** How many digits a whole number of 31 bits has. */
function digitsOf(value: number): number {
  if (value < 1000) return value < 10 ? 1 : value < 100 ? 2 : 3;
  if (value < 1_000_000) return value < 10_000 ? 4 : value < 100_000 ? 5 : 6;
  if (value < 100_000_000) return value < 10_000_000 ? 7 : 8;
  return value < 1_000_000_000 ? 9 : 10;
}

/**
 * Bytes under way. A document's file and pages say thousands of short things; put down as bytes at once, they leave no
 * strings behind.
 */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** Room for so many bytes to begin with. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  get length(): number {
    return this.#length;
  }

  /** How many bytes there is room for. */
  get room(): number {
    return this.#bytes.length;
  }

  /** What was written, until something more is. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Where bytes are put: as far as there is room. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  /** Text whose characters are bytes. */
  text(text: string): this {
    const { length } = text;
    if (this.#length + length > this.#bytes.length) this.#grow(length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < length; index++) bytes[at++] = codeUnitAt(text, index);
    this.#length = at;
    return this;
  }

  /** A phrase, byte by byte: few bytes are put so faster than at once. */
  phrase(phrase: Phrase): this {
    const { length } = phrase;
    if (this.#length + length > this.#bytes.length) this.#grow(length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < length; index++) bytes[at++] = phrase[index] as number;
    this.#length = at;
    return this;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** A whole number of 31 bits, not negative. */
  whole(value: number): this {
    if (this.#length + longestNumber > this.#bytes.length) this.#grow(longestNumber);
    this.#digits(value, digitsOf(value));
    return this;
  }

  /** A whole number of 31 bits with zeros before it. */
  padded(value: number, digits: number): this {
    if (this.#length + digits > this.#bytes.length) this.#grow(digits);
    this.#digits(value, digits);
    return this;
  }

  /** A number with at most two decimals, as `decimal` writes it. */
  decimal(value: number): this {
    return this.hundredths(hundredths(value));
  }

  /** A number of hundredths, as a number with at most two decimals. */
  hundredths(value: number): this {
    if (this.#length + longestNumber > this.#bytes.length) this.#grow(longestNumber);
    this.#hundredths(value);
    return this;
  }

  /** A number with at most four decimals, for what is added to every character of a line. */
  fine(value: number): this {
    if (this.#length + longestNumber > this.#bytes.length) this.#grow(longestNumber);
    const scaled = Math.round(value * 10_000) | 0;
    if (scaled < 0) this.#bytes[this.#length++] = minus;
    const absolute = Math.abs(scaled) | 0;
    const whole = (absolute / 10_000) | 0;
    this.#digits(whole, digitsOf(whole));
    let rest = absolute - 10_000 * whole;
    if (rest > 0) this.#bytes[this.#length++] = point;
    for (let unit = 1000; rest > 0; unit = (unit / 10) | 0) {
      const digit = (rest / unit) | 0;
      this.#bytes[this.#length++] = zero + digit;
      rest -= digit * unit;
    }
    return this;
  }

  space(): this {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = space;
    return this;
  }

  /** Makes room for a string of so many codes. */
  reserveCodes(count: number): void {
    if (this.#length + 4 * count > this.#bytes.length) this.#grow(4 * count);
  }

  /** A code of two bytes in a string between brackets, for which there is room. */
  code(value: number): void {
    const bytes = this.#bytes;
    let at = this.#length;
    const [high, low] = [value >> 8, value & 0xff];
    if (escapes[high] !== 0) bytes[at++] = backslash;
    bytes[at++] = escapes[high] || high;
    if (escapes[low] !== 0) bytes[at++] = backslash;
    bytes[at++] = escapes[low] || low;
    this.#length = at;
  }

  /** Four hexadecimal digits. */
  hex4(value: number): this {
    if (this.#length + 4 > this.#bytes.length) this.#grow(4);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = hexDigits[value >> 12] as number;
    bytes[at + 1] = hexDigits[(value >> 8) & 15] as number;
    bytes[at + 2] = hexDigits[(value >> 4) & 15] as number;
    bytes[at + 3] = hexDigits[value & 15] as number;
    this.#length = at + 4;
    return this;
  }

  /** A reference to an object. */
  reference(number: number): this {
    return this.whole(number).phrase(referring);
  }

  /** Puts a number of hundredths where there is room for it. */
  #hundredths(value: number): void {
    if (value < 0) this.#bytes[this.#length++] = minus;
    // Whole numbers of 32 bits are divided many times as fast as others.
    const absolute = Math.abs(value) | 0;
    const whole = (absolute / 100) | 0;
    const rest = absolute - 100 * whole;
    this.#digits(whole, digitsOf(whole));
    if (rest === 0) return;
    this.#bytes[this.#length++] = point;
    const tenths = (rest / 10) | 0;
    this.#bytes[this.#length++] = zero + tenths;
    if (rest > 10 * tenths) this.#bytes[this.#length++] = zero + rest - 10 * tenths;
  }

  /** Puts digits where there is room for them. */
  #digits(value: number, digits: number): void {
    const bytes = this.#bytes;
    let rest = value | 0;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tens = (rest / 10) | 0;
      bytes[at] = zero + rest - 10 * tens;
      rest = tens;
    }
    this.#length += digits;
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
