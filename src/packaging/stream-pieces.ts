import { BitString } from './bit-string.ts';
import { BlockWriter } from './block-writer.ts';
import { type BlockCodes, writeBlockEnd, writeBlockHead, writeContent } from './deflate.ts';
import type { KnownRepetitions } from './known-repetitions.ts';
import {
  type Checksum,
  checksumOf,
  checksumSize,
  emptyChecksum,
  endZlib,
  JoinedChecksum,
  zlibHead,
} from './zlib-stream.ts';

/** A piece of content, deflated once and put into any number of streams; with the checksum of the content. */
export interface StreamPiece extends Checksum {
  /** Length in bytes of the content. */
  readonly length: number;
  readonly bitCount: number;
  /** Where the bits stand, the first one lowest in the word at `start`; what the last word has beyond them is zero. */
  readonly words: Int32Array;
  readonly start: number;
}

const wordsOf = (bitCount: number): number => (bitCount + 31) >> 5;

/** Most bytes of a block that is not deflated. */
const longestStored = 65_535;
const storedHead = 5;

/** Words in which pieces are kept together. */
const keptTogether = 1 << 14;

/**
 * Makes streams out of pieces that are the same in many of them: all are deflated with the same codes, so that a
 * stream is put together without looking at its bytes again.
 */
export class StreamPieces {
  readonly #codes: BlockCodes;
  readonly #writer: BlockWriter;
  readonly #head: StreamPiece;
  readonly #end: StreamPiece;
  /** Where pieces are kept, and how many words are taken. */
  #kept = new Int32Array();
  #taken = 0;

  /** The codes have to have every symbol. */
  constructor(codes: BlockCodes) {
    this.#codes = codes;
    this.#writer = new BlockWriter(codes);
    this.#head = written((bits) => writeBlockHead(codes, bits));
    this.#end = written((bits) => writeBlockEnd(codes, bits));
  }

  /** Deflates a piece. */
  piece(content: Uint8Array): StreamPiece {
    const { bitCount, words, start } = written((bits) => writeContent(content, this.#codes, bits));
    const { bytes, sums } = checksumOf(content);
    return { length: content.length, bytes, sums, bitCount, words, start };
  }

  /** Deflates a piece that stays. Such pieces stand side by side: a stream is made of hundreds, and each place apart takes time. */
  keptPiece(content: Uint8Array): StreamPiece {
    const piece = this.piece(content);
    const { length } = piece.words;
    if (this.#taken + length > this.#kept.length) {
      this.#kept = new Int32Array(Math.max(keptTogether, length));
      this.#taken = 0;
    }
    const start = this.#taken;
    this.#kept.set(piece.words, start);
    this.#taken += length;
    return { ...piece, words: this.#kept, start };
  }

  /** A zlib stream of content that is in no other stream, and whose repetitions are known. */
  stream(content: Uint8Array, repetitions: KnownRepetitions): Uint8Array {
    this.#writer.parts(content, repetitions);
    const stream = this.#writer.finish(zlibHead.length, checksumSize);
    stream.set(zlibHead);
    endZlib(stream, checksumOf(content));
    return stream;
  }

  /** Puts pieces into a zlib stream, one after another; content that is in no other stream may come before them, as it is. */
  join(pieces: readonly StreamPiece[], before?: Uint8Array): Uint8Array {
    let bitCount = this.#head.bitCount + this.#end.bitCount;
    for (const piece of pieces) bitCount += piece.bitCount;
    const blocks = before === undefined ? 0 : Math.ceil(before.length / longestStored);
    const stored = before === undefined ? 0 : before.length + blocks * storedHead;
    const start = zlibHead.length + stored;
    const length = start + ((bitCount + 7) >> 3) + checksumSize;
    // A word is put behind the last bits.
    const words = new Int32Array((length >> 2) + 2);
    const bytes = new Uint8Array(words.buffer, 0, length);
    bytes.set(zlibHead);
    if (before !== undefined) store(before, bytes, zlibHead.length);
    const checksum = new JoinedChecksum(before === undefined ? emptyChecksum : checksumOf(before));
    let at = put(this.#head, words, 8 * start);
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as StreamPiece;
      at = put(piece, words, at);
      checksum.add(piece, piece.length);
    }
    put(this.#end, words, at);
    endZlib(bytes, checksum);
    return bytes;
  }
}

/** Puts content as it is, in blocks that are not the last of their stream. */
function store(content: Uint8Array, bytes: Uint8Array, start: number): void {
  let at = start;
  for (let from = 0; from < content.length; from += longestStored) {
    const block = content.subarray(from, from + longestStored);
    bytes.set([0, block.length, block.length >> 8, ~block.length, ~block.length >> 8], at);
    bytes.set(block, at + storedHead);
    at += storedHead + block.length;
  }
}

/** Puts a piece behind so many bits; returns how many there are then. Of the word they end in, what they leave is zero. */
function put({ words, start, bitCount }: StreamPiece, out: Int32Array, at: number): number {
  const end = start + wordsOf(bitCount);
  const shift = at & 31;
  let index = at >> 5;
  if (shift === 0) {
    for (let word = start; word < end; word++) out[index++] = words[word] as number;
    out[index] = 0;
  } else {
    const back = 32 - shift;
    let held = out[index] as number;
    for (let word = start; word < end; word++) {
      const bits = words[word] as number;
      out[index++] = held | (bits << shift);
      held = bits >>> back;
    }
    out[index] = held;
  }
  return at + bitCount;
}

/** Bits that stand for no content. */
function written(write: (bits: BitString) => void): StreamPiece {
  const bits = new BitString();
  write(bits);
  const bitCount = bits.size;
  const words = new Int32Array(wordsOf(bitCount));
  new Uint8Array(words.buffer).set(bits.finish());
  return { length: 0, ...emptyChecksum, bitCount, words, start: 0 };
}
