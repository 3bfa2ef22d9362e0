import { crc32 } from 'node:zlib';
import { BlockWriter } from './block-writer.ts';
import type { BlockCodes } from './deflate.ts';
import type { PackedPart } from './pack.ts';
import { farthestRepetition, longestRepetition, shortestRepetition } from './repetition-symbols.ts';

/** Where a piece stood last in a part, and its size in bytes. */
interface Stood {
  at: number;
  readonly size: number;
}

const nowhere: Stood = { at: -1, size: 0 };

/** A piece that comes again and again in a file, as the markup between the words of two cells. It is made once for all files. */
export class StandingPiece {
  readonly text: string;
  /** The last part it was in, and where it stood there. Parts are told apart by their numbers. */
  part = 0;
  stood: Stood = nowhere;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Content in pieces: at even places what comes again and again in a file; at odd ones what comes once, as the words of a
 * cell. Any piece may be empty.
 */
export type Pieces = readonly (StandingPiece | string)[];

/** A Chinese character takes three bytes: repetitions of less than two are not worth telling. */
const firstOfThree = 0xe0;
const twoCharacters = 6;
/** Bytes inside a character, where no repetition begins. */
const isInside = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Bytes a unit of UTF-16 takes at most. */
const longestCharacter = 3;

const multiplier = 0x9e3779b1;
const placesKept = 13;
/** Parts begun by all deflaters together. */
let parts = 0;
/** Places are counted no further than this before a part begins. */
const lastStart = 1 << 22;

/**
 * Deflates parts of a kind that are written in pieces, by codes known beforehand for that kind. A piece that comes again is a
 * repetition of itself: it is neither encoded nor searched. Only what is new is searched for repetitions, as `deflate` does
 * it but by whole characters. The bytes depend on the pieces of a part alone, not on parts deflated before.
 */
export class PieceDeflater {
  readonly #writer: BlockWriter;
  #content = Buffer.alloc(1 << 16);
  #size = 0;
  readonly #opening: { readonly size: number; readonly checksum: number };
  /** Places by the hash of the bytes that stand there. They are counted on from part to part: those of earlier ones lie before the start. */
  readonly #places = new Int32Array(1 << placesKept);
  #start = 1;
  /** Where pieces of the part under way stood last, by their text: two may say the same. */
  readonly #stood = new Map<string, Stood>();
  #part = 0;

  /** All parts begin with the same opening. The codes have to have every symbol. */
  constructor(codes: BlockCodes, opening: string) {
    this.#writer = new BlockWriter(codes);
    this.#begin(0);
    this.#addNew(opening);
    this.#writer.keepBeginning();
    this.#opening = { size: this.#size, checksum: crc32(this.#content.subarray(0, this.#size)) };
  }

  /** Deflates what follows the opening: pieces, list after list. */
  part(path: string, lists: readonly Pieces[]): PackedPart {
    const { size: start, checksum } = this.#opening;
    this.#begin(start);
    for (const pieces of lists) {
      for (let index = 0; index < pieces.length; index += 2) {
        this.#addAgain(pieces[index] as StandingPiece);
        this.#addNew((pieces[index + 1] ?? '') as string);
      }
    }
    const content = this.#content.subarray(start, this.#size);
    return {
      path,
      deflated: this.#writer.finish(),
      size: this.#size,
      checksum: crc32(content, checksum),
    };
  }

  #begin(size: number): void {
    this.#start += this.#size;
    if (this.#start > lastStart) {
      this.#start = 1;
      this.#places.fill(0);
    }
    this.#size = size;
    this.#stood.clear();
    this.#part = ++parts;
  }

  #addAgain(piece: StandingPiece): void {
    const { text } = piece;
    if (text === '') return;
    const start = this.#size;
    if (piece.part !== this.#part) {
      piece.part = this.#part;
      piece.stood = this.#stood.get(text) ?? nowhere;
    }
    const { stood } = piece;
    if (stood !== nowhere && start - stood.at <= farthestRepetition) {
      this.#repeat(stood);
      stood.at = start;
      return;
    }
    this.#addNew(text);
    if (stood === nowhere) {
      piece.stood = { at: start, size: this.#size - start };
      this.#stood.set(text, piece.stood);
    } else stood.at = start;
  }

  #addNew(piece: string): void {
    const start = this.#size;
    this.#reserve(longestCharacter * piece.length);
    this.#size += this.#content.write(piece, start);
    this.#writer.reserve(this.#size - start);
    this.#search(start, this.#size);
  }

  /** Says that a piece stands here again. */
  #repeat({ at, size }: Stood): void {
    const start = this.#size;
    this.#reserve(size);
    this.#writer.reserve(size);
    this.#content.copyWithin(start, at, at + size);
    this.#size = start + size;
    const distance = start - at;
    let left = size;
    while (left > longestRepetition) {
      // What is left is long enough to be told.
      const length = Math.min(longestRepetition, left - shortestRepetition);
      this.#writer.repetition(length, distance);
      left -= length;
    }
    if (left >= shortestRepetition) this.#writer.repetition(left, distance);
    else this.#writer.literals(this.#content, this.#size - left, this.#size);
  }

  /** Tells bytes as literals and as repetitions of what stands before. */
  #search(start: number, end: number): void {
    const content = this.#content;
    const places = this.#places;
    const begin = this.#start;
    let told = start;
    let at = start;
    const last = end - shortestRepetition;
    while (at <= last) {
      const first = content[at] as number;
      if (isInside(first)) {
        at++;
        continue;
      }
      let key =
        first |
        ((content[at + 1] as number) << 8) |
        ((content[at + 2] as number) << 16) |
        ((content[at + 3] as number) << 24);
      let least: number = shortestRepetition;
      if (first >= firstOfThree) {
        least = twoCharacters;
        if (end - at < least) break;
        key ^= ((content[at + 4] as number) << 4) ^ ((content[at + 5] as number) << 12);
      }
      const hash = Math.imul(key, multiplier) >>> (32 - placesKept);
      const place = (places[hash] as number) - begin;
      places[hash] = begin + at;
      let length = 0;
      if (place >= 0 && at - place <= farthestRepetition) {
        const most = Math.min(longestRepetition, end - at);
        while (length < most && content[place + length] === content[at + length]) length++;
      }
      if (length >= least) {
        if (told < at) this.#writer.literals(content, told, at);
        this.#writer.repetition(length, at - place);
        at += length;
        told = at;
      } else at++;
    }
    if (told < end) this.#writer.literals(content, told, end);
  }

  #reserve(bytes: number): void {
    if (this.#size + bytes <= this.#content.length) return;
    const grown = Buffer.alloc(2 * (this.#size + bytes));
    grown.set(this.#content.subarray(0, this.#size));
    this.#content = grown;
  }
}
