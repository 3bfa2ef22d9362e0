import { BitString } from './bit-string.ts';
import { PrefixCode } from './prefix-code.ts';
import {
  distanceBits,
  distanceRest,
  distanceSymbol,
  farthestRepetition as farthest,
  lengthBits,
  lengthRest,
  lengthSymbol,
  longestRepetition as longest,
  shortestRepetition as shortest,
} from './repetition-symbols.ts';

/**
 * Deflate (RFC 1951) for markup and operators, where the same long pieces come again and again. A general library looks at every byte
 * for the best repetition; here only the last place where the next four bytes stood is looked at, and a repetition is
 * skipped as a whole: several times as fast, and a little longer. The same content gives the same bytes on every
 * machine, which the library built into Node does not promise.
 */

/** The symbol behind all bytes. */
export const endOfBlock = 256;
const symbols = { literals: 286, distances: 30, lengths: 19 } as const;
const longestCode = { content: 15, lengths: 7 } as const;

/** Places by the hash of the four bytes that stand there, counted through all contents: older ones need not be cleared away. */
const places = new Int32Array(1 << 13);
/** How far the contents before reach; places beyond this are begun anew. */
let before = 1;
const mostBefore = 1 << 29;
const hashOf = (first: number): number => Math.imul(first, 0x9e3779b1) >>> 19;

/** Content as literals and repetitions: a byte, or a length above 16 bits of distance. */
let steps = new Uint32Array(1 << 16);
const lengthOf = (step: number): number => step >>> 16;
const distanceOf = (step: number): number => step & 0xffff;

/** Finds repetitions; returns the number of steps. */
function findRepetitions(content: Uint8Array): number {
  const { length: end } = content;
  if (steps.length < end) steps = new Uint32Array(end);
  if (before > mostBefore) {
    places.fill(0);
    before = 1;
  }
  const begin = before;
  before += end;
  const found = steps;
  const last = end - shortest;
  let count = 0;
  let at = 0;
  while (at <= last) {
    const next =
      (content[at] as number) |
      ((content[at + 1] as number) << 8) |
      ((content[at + 2] as number) << 16) |
      ((content[at + 3] as number) << 24);
    const hash = hashOf(next);
    const place = (places[hash] as number) - begin;
    places[hash] = begin + at;
    let length = 0;
    if (place >= 0 && at - place <= farthest) {
      const most = Math.min(longest, end - at);
      while (length < most && content[place + length] === content[at + length]) length++;
    }
    if (length >= shortest) {
      found[count++] = (length << 16) | (at - place);
      at += length;
    } else found[count++] = content[at++] as number;
  }
  while (at < end) found[count++] = content[at++] as number;
  return count;
}

/** Codes of a block: of bytes, lengths and the end; and of distances. */
export interface BlockCodes {
  readonly literals: PrefixCode;
  readonly distances: PrefixCode;
}

/** How often each symbol of a block occurs. */
export class SymbolCounts {
  readonly literals = new Uint32Array(symbols.literals);
  readonly distances = new Uint32Array(symbols.distances);

  /** Counts the symbols that content takes. */
  add(content: Uint8Array): void {
    this.addSteps(findRepetitions(content));
  }

  /** Counts the symbols of the first `count` steps found last. */
  addSteps(count: number): void {
    const tally = (counts: Uint32Array, symbol: number): void => {
      counts[symbol] = (counts[symbol] ?? 0) + 1;
    };
    for (let index = 0; index < count; index++) {
      const step = steps[index] as number;
      if (step < 256) tally(this.literals, step);
      else {
        const [length, distance] = [lengthOf(step), distanceOf(step)];
        tally(this.literals, lengthSymbol(length, lengthBits(length)));
        tally(this.distances, distanceSymbol(distance, distanceBits(distance)));
      }
    }
  }

  /** The best codes for these symbols and one end. */
  codes(): BlockCodes {
    const counts = Uint32Array.from(this.literals);
    counts[endOfBlock] = 1;
    return {
      literals: PrefixCode.for(counts, longestCode.content),
      distances: PrefixCode.for(this.distances, longestCode.content),
    };
  }
}

/** Bytes of a block: each has codes of its own, and of content that comes bit by bit no more is held. */
const blockLength = 1 << 20;

/** Deflates content. */
export const deflate = (content: Uint8Array): Uint8Array => {
  const deflating = new Deflating();
  deflating.add(content);
  return deflating.finish();
};

/** Deflates content that comes bit by bit; the same content gives the same bytes however it is parted. */
export class Deflating {
  readonly #bits = new BitString(1 << 13);
  /** The block under way, where it does not stand whole in what came last; the room serves every block. */
  #held = new Uint8Array();
  #length = 0;

  add(content: Uint8Array): void {
    for (let at = 0; at < content.length; ) {
      if (this.#length === blockLength) this.#flush(false);
      const part = content.subarray(at, at + blockLength - this.#length);
      if (this.#length === 0 && at + part.length < content.length) this.#block(part, false);
      else this.#hold(part);
      at += part.length;
    }
  }

  finish(): Uint8Array {
    this.#flush(true);
    return this.#bits.finish();
  }

  /** The same in parts. */
  finishParts(): readonly Uint8Array[] {
    this.#flush(true);
    return this.#bits.finishParts();
  }

  #hold(part: Uint8Array): void {
    const room = this.#length + part.length;
    if (this.#held.length < room) {
      const held = new Uint8Array(Math.min(blockLength, Math.max(room, 2 * this.#length)));
      held.set(this.#held.subarray(0, this.#length));
      this.#held = held;
    }
    this.#held.set(part, this.#length);
    this.#length = room;
  }

  #flush(last: boolean): void {
    this.#block(this.#held.subarray(0, this.#length), last);
    this.#length = 0;
  }

  #block(content: Uint8Array, last: boolean): void {
    const count = findRepetitions(content);
    const counts = new SymbolCounts();
    counts.addSteps(count);
    const codes = counts.codes();
    writeBlockHead(codes, this.#bits, last);
    writeSteps(count, codes, this.#bits);
    writeBlockEnd(codes, this.#bits);
  }
}

/** Writes content into a block that has begun with these codes; repetitions reach back no further than its beginning. */
export function writeContent(content: Uint8Array, codes: BlockCodes, bits: BitString): void {
  writeSteps(findRepetitions(content), codes, bits);
}

/** Ends a block. */
export const writeBlockEnd = ({ literals }: BlockCodes, bits: BitString): void =>
  literals.write(endOfBlock, bits);

/** Writes the first `count` steps found last. */
function writeSteps(count: number, { literals, distances }: BlockCodes, bits: BitString): void {
  for (let index = 0; index < count; index++) {
    const step = steps[index] as number;
    if (step < 256) literals.write(step, bits);
    else writeRepetition(lengthOf(step), distanceOf(step), literals, distances, bits);
  }
}

function writeRepetition(
  length: number,
  distance: number,
  literals: PrefixCode,
  distances: PrefixCode,
  bits: BitString,
): void {
  const more = lengthBits(length);
  literals.write(lengthSymbol(length, more), bits);
  bits.add(lengthRest(length, more), more);
  const farther = distanceBits(distance);
  distances.write(distanceSymbol(distance, farther), bits);
  bits.add(distanceRest(distance, farther), farther);
}

/** Order in which the lengths of the code for lengths are told. */
const toldOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Lengths told by one symbol, with what says how many they are. */
interface TellingRun {
  readonly symbol: number;
  readonly length: number;
  readonly value: number;
  readonly bits: number;
}

/** The lengths from `at` on that are told at once: one, a run of zeros, or a run of what the one before is. */
function runAt(told: Uint8Array, at: number): TellingRun {
  const first = told[at] ?? 0;
  let length = 1;
  while (length < 138 && told[at + length] === first) length++;
  if (first === 0 && length >= 3) {
    return length < 11
      ? { symbol: 17, length, value: length - 3, bits: 3 }
      : { symbol: 18, length, value: length - 11, bits: 7 };
  }
  if (first !== 0 && length >= 3 && told[at - 1] === first) {
    const again = Math.min(6, length);
    return { symbol: 16, length: again, value: again - 3, bits: 2 };
  }
  return { symbol: first, length: 1, value: 0, bits: 0 };
}

/** Begins a block, which brings its own codes; by default the last of its stream. */
export function writeBlockHead({ literals, distances }: BlockCodes, bits: BitString, last = true): void {
  const told = new Uint8Array(symbols.literals + symbols.distances);
  told.set(literals.lengths);
  told.set(distances.lengths, symbols.literals);
  const counts = new Uint32Array(symbols.lengths);
  const runs: TellingRun[] = [];
  for (let at = 0; at < told.length; ) {
    const run = runAt(told, at);
    counts[run.symbol] = (counts[run.symbol] ?? 0) + 1;
    runs.push(run);
    at += run.length;
  }
  const lengths = PrefixCode.for(counts, longestCode.lengths);
  const ownCodes = 2;
  bits.add(last ? 1 : 0, 1);
  bits.add(ownCodes, 2);
  bits.add(symbols.literals - 257, 5);
  bits.add(symbols.distances - 1, 5);
  bits.add(toldOrder.length - 4, 4);
  for (const symbol of toldOrder) bits.add(lengths.lengths[symbol] ?? 0, 3);
  for (const run of runs) {
    lengths.write(run.symbol, bits);
    bits.add(run.value, run.bits);
  }
}
