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
  joinedChecksum,
  zlibHead,
} from './zlib-stream.ts';

/** A piece of content, deflated once and put into any number of streams. */
export interface StreamPiece {
  /** Length in bytes of the content. */
  readonly length: number;
  readonly checksum: Checksum;
  readonly bitCount: number;
  /** The bits, the first one lowest in the first word; what the last word has beyond them is zero. */
  readonly words: Int32Array;
}

/** Most bytes of a block that is not deflated. */
const longestStored = 65_535;
const storedHead = 5;

/** Where streams are put together, one after another; as bytes and, lowest byte first, as words. */
let bytes = new Uint8Array(1 << 17);
let words = new Int32Array(bytes.buffer);

function reserve(room: number): void {
  if (room <= bytes.length) return;
  bytes = new Uint8Array((2 * room + 3) & ~3);
  words = new Int32Array(bytes.buffer);
}

/**
 * Makes streams out of pieces that are the same in many of them: all are deflated with the same codes, so that a
 * stream is put together without looking at its bytes again.
 */
export class StreamPieces {
  readonly #codes: BlockCodes;
  readonly #writer: BlockWriter;
  readonly #head: StreamPiece;
  readonly #end: StreamPiece;

  /** The codes have to have every symbol. */
  constructor(codes: BlockCodes) {
    this.#codes = codes;
    this.#writer = new BlockWriter(codes);
    this.#head = written((bits) => writeBlockHead(codes, bits));
    this.#end = written((bits) => writeBlockEnd(codes, bits));
  }

  /** Deflates a piece. */
  piece(content: Uint8Array): StreamPiece {
    const coded = written((bits) => writeContent(content, this.#codes, bits));
    return { ...coded, length: content.length, checksum: checksumOf(content) };
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
    reserve(length + 8);
    bytes.set(zlibHead);
    let checksum = emptyChecksum;
    if (before !== undefined) {
      store(before, zlibHead.length);
      checksum = checksumOf(before);
    }
    bytes.fill(0, start, start + 4);
    let at = put(this.#head, 8 * start);
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as StreamPiece;
      at = put(piece, at);
      checksum = joinedChecksum(checksum, piece.checksum, piece.length);
    }
    put(this.#end, at);
    const stream = bytes.slice(0, length);
    endZlib(stream, checksum);
    return stream;
  }
}

/** Puts content as it is, in blocks that are not the last of their stream. */
function store(content: Uint8Array, start: number): void {
  let at = start;
  for (let from = 0; from < content.length; from += longestStored) {
    const block = content.subarray(from, from + longestStored);
    bytes.set([0, block.length, block.length >> 8, ~block.length, ~block.length >> 8], at);
    bytes.set(block, at + storedHead);
    at += storedHead + block.length;
  }
}

/** Puts a piece behind so many bits; returns how many there are then. Of the word they end in, what they leave is zero. */
function put({ words: piece, bitCount }: StreamPiece, at: number): number {
  const out = words;
  const shift = at & 31;
  let index = at >> 5;
  if (shift === 0) {
    for (let word = 0; word < piece.length; word++) out[index++] = piece[word] as number;
    out[index] = 0;
  } else {
    const back = 32 - shift;
    let held = out[index] as number;
    for (let word = 0; word < piece.length; word++) {
      const bits = piece[word] as number;
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
  const words = new Int32Array((bitCount + 31) >> 5);
  new Uint8Array(words.buffer).set(bits.finish());
  return { length: 0, checksum: emptyChecksum, bitCount, words };
}
