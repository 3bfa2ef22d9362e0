import { BitString } from './bit-string.ts';
import { type BlockCodes, endOfBlock, writeBlockHead } from './deflate.ts';
import { entrySize, type KnownRepetitions } from './known-repetitions.ts';
import {
  distanceBits,
  distanceRest,
  distanceSymbol,
  lengthBits,
  lengthRest,
  lengthSymbol,
  longestRepetition,
  shortestRepetition,
} from './repetition-symbols.ts';

/** A code in its low bits, above them how many bits it has. */
const counted = 24;
const codeIn = (entry: number): number => entry & ((1 << counted) - 1);
const countIn = (entry: number): number => entry >>> counted;
const entryOf = (code: number, count: number): number => code | (count << counted);

/** Codes of bytes and of the end. */
const literalCodes = ({ literals }: BlockCodes): Uint32Array =>
  Uint32Array.from({ length: endOfBlock + 1 }, (_, symbol) =>
    entryOf(literals.codeOf(symbol), literals.lengths[symbol] ?? 0),
  );

/** Codes of lengths by the length itself, with the bits that say the rest of it. */
const lengthCodes = ({ literals }: BlockCodes): Uint32Array =>
  Uint32Array.from({ length: longestRepetition + 1 }, (_, length) => {
    if (length < 3) return 0;
    const more = lengthBits(length);
    const symbol = lengthSymbol(length, more);
    const own = literals.lengths[symbol] ?? 0;
    return entryOf(literals.codeOf(symbol) | (lengthRest(length, more) << own), own + more);
  });

/** Codes of distances by their symbol. */
const distanceCodes = ({ distances }: BlockCodes): Uint32Array =>
  Uint32Array.from(distances.lengths, (length, symbol) => entryOf(distances.codeOf(symbol), length));

/** How far a block has come. */
interface State {
  readonly size: number;
  readonly held: number;
  readonly count: number;
}

/**
 * Writes the same kind of block again and again, by codes known beforehand, as the last one of its stream: whatever can
 * be looked up is looked up, and what all blocks begin with is written once.
 */
export class BlockWriter {
  readonly #literals: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #distances: Uint32Array;
  #written = new Uint8Array(1 << 14);
  #size = 0;
  #held = 0;
  /** Bits held: fewer than 16. */
  #count = 0;
  #begun: State;

  constructor(codes: BlockCodes) {
    this.#literals = literalCodes(codes);
    this.#lengths = lengthCodes(codes);
    this.#distances = distanceCodes(codes);
    const head = new BitString();
    writeBlockHead(codes, head);
    const { size } = head;
    for (const [index, byte] of head.finish().entries())
      this.#add(entryOf(byte, Math.min(8, size - 8 * index)));
    this.#begun = this.#state();
  }

  /** From now on blocks begin with what was written so far. */
  keepBeginning(): void {
    this.#begun = this.#state();
  }

  /** Makes room for content of so many bytes, however badly the codes fit it. */
  reserve(bytes: number): void {
    const room = this.#size + 2 * bytes + 16;
    if (room <= this.#written.length) return;
    const grown = new Uint8Array(2 * room);
    grown.set(this.#written.subarray(0, this.#size));
    this.#written = grown;
  }

  /** Writes bytes as they are. */
  literals(content: Uint8Array, from: number, to: number): void {
    const written = this.#written;
    const codes = this.#literals;
    let { size, held, count } = this.#state();
    for (let at = from; at < to; at++) {
      const entry = codes[content[at] as number] as number;
      held |= codeIn(entry) << count;
      count += countIn(entry);
      if (count >= 16) {
        written[size] = held;
        written[size + 1] = held >>> 8;
        size += 2;
        held >>>= 16;
        count -= 16;
      }
    }
    this.#size = size;
    this.#held = held;
    this.#count = count;
  }

  /** Writes that so many bytes stand so far before. */
  repetition(length: number, distance: number): void {
    this.#add(this.#lengths[length] as number);
    const more = distanceBits(distance);
    this.#add(this.#distances[distanceSymbol(distance, more)] as number);
    this.#add(entryOf(distanceRest(distance, more), more));
  }

  /** Writes content whose repetitions are known; each is told as long as it goes on. */
  parts(content: Uint8Array, { list, size: listed }: KnownRepetitions): void {
    this.reserve(content.length);
    const { length } = content;
    let done = 0;
    for (let entry = 0; entry < listed; entry += entrySize) {
      const at = Math.max(done, list[entry] as number);
      const distance = list[entry + 2] as number;
      let end = (list[entry] as number) + (list[entry + 1] as number);
      // What the one before took of it may leave too little.
      if (end - at < shortestRepetition) continue;
      const limit = Math.min(length, at + longestRepetition);
      while (end < limit && content[end] === content[end - distance]) end++;
      this.literals(content, done, at);
      this.repetition(end - at, distance);
      done = end;
    }
    this.literals(content, done, length);
  }

  /** Ends the block and gives the stream, with room for so many bytes before and after it; the next one is begun. */
  finish(before = 0, after = 0): Uint8Array {
    this.#add(this.#literals[endOfBlock] as number);
    const size = this.#size + ((this.#count + 7) >> 3);
    const stream = new Uint8Array(before + size + after);
    stream.set(this.#written.subarray(0, this.#size), before);
    for (let held = this.#held, at = before + this.#size; at < before + size; held >>>= 8)
      stream[at++] = held;
    ({ size: this.#size, held: this.#held, count: this.#count } = this.#begun);
    return stream;
  }

  #state(): State {
    return { size: this.#size, held: this.#held, count: this.#count };
  }

  /** Adds the code of an entry: 24 bits at most. */
  #add(entry: number): void {
    const written = this.#written;
    let { size, held, count } = this.#state();
    if (count >= 8) {
      written[size++] = held;
      held >>>= 8;
      count -= 8;
    }
    held |= codeIn(entry) << count;
    count += countIn(entry);
    if (count >= 16) {
      written[size] = held;
      written[size + 1] = held >>> 8;
      size += 2;
      held >>>= 16;
      count -= 16;
    }
    this.#size = size;
    this.#held = held;
    this.#count = count;
  }
}
