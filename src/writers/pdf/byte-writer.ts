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
    for (let index = 0; index < length; index++) bytes[at++] = text.charCodeAt(index);
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
    this.#digits(value, value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : String(value).length);
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
    if (value < 0) this.#byte(minus);
    // Whole numbers of 32 bits are divided many times as fast as others.
    const absolute = Math.abs(value) | 0;
    const whole = (absolute / 100) | 0;
    const rest = absolute - 100 * whole;
    this.whole(whole);
    if (rest === 0) return this;
    this.#byte(point);
    const tenths = (rest / 10) | 0;
    this.#byte(zero + tenths);
    if (rest > 10 * tenths) this.#byte(zero + rest - 10 * tenths);
    return this;
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

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
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
