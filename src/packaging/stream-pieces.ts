import { BitString } from './bit-string.ts';
import { BlockWriter } from './block-writer.ts';
import { type BlockCodes, writeBlockEnd, writeBlockHead, writeContent } from './deflate.ts';
import {
  type Checksum,
  checksumOf,
  emptyChecksum,
  endZlib,
  joinedChecksum,
  zlibHead,
  zlibStream,
} from './zlib-stream.ts';

/** A piece of content, deflated once and put into any number of streams. */
export interface StreamPiece {
  /** Length in bytes of the content. */
  readonly length: number;
  readonly checksum: Checksum;
  readonly bitCount: number;
  /** The bits as they stand after so many bits of a byte (0 to 7), made when a stream first wants them so. */
  readonly shifted: (Uint8Array | undefined)[];
}

/** Most bytes of a block that is not deflated. */
const longestStored = 65_535;
const storedHead = 5;

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

  /** A zlib stream of content that is in no other stream. */
  stream(content: Uint8Array): Uint8Array {
    this.#writer.content(content);
    return zlibStream(this.#writer.finish(), checksumOf(content));
  }

  /** Puts pieces into a zlib stream, one after another; content that is in no other stream may come before them, as it is. */
  join(pieces: readonly StreamPiece[], before?: Uint8Array): Uint8Array {
    let bitCount = this.#head.bitCount + this.#end.bitCount;
    for (const piece of pieces) bitCount += piece.bitCount;
    const blocks = before === undefined ? 0 : Math.ceil(before.length / longestStored);
    const stored = before === undefined ? 0 : before.length + blocks * storedHead;
    const stream = new Uint8Array(zlibHead.length + stored + ((bitCount + 7) >> 3) + 4);
    stream.set(zlibHead);
    let checksum = emptyChecksum;
    if (before !== undefined) {
      store(before, stream, zlibHead.length);
      checksum = checksumOf(before);
    }
    let at = put(this.#head, stream, 8 * (zlibHead.length + stored));
    for (const piece of pieces) {
      at = put(piece, stream, at);
      checksum = joinedChecksum(checksum, piece.checksum, piece.length);
    }
    put(this.#end, stream, at);
    endZlib(stream, checksum);
    return stream;
  }
}

/** Puts content as it is, in blocks that are not the last of their stream. */
function store(content: Uint8Array, stream: Uint8Array, start: number): void {
  let at = start;
  for (let from = 0; from < content.length; from += longestStored) {
    const block = content.subarray(from, from + longestStored);
    stream.set([0, block.length, block.length >> 8, ~block.length, ~block.length >> 8], at);
    stream.set(block, at + storedHead);
    at += storedHead + block.length;
  }
}

/** Puts a piece behind so many bits; returns how many there are then. */
function put({ shifted, bitCount }: StreamPiece, stream: Uint8Array, at: number): number {
  const shift = at & 7;
  const first = at >> 3;
  let bits = shifted[shift];
  if (bits === undefined) {
    bits = shiftedBy(shifted[0] as Uint8Array, shift, bitCount);
    shifted[shift] = bits;
  }
  // The byte is shared with the piece before.
  const shared = stream[first] as number;
  stream.set(bits, first);
  stream[first] = (stream[first] as number) | shared;
  return at + bitCount;
}

function shiftedBy(bits: Uint8Array, shift: number, bitCount: number): Uint8Array {
  const shifted = new Uint8Array((shift + bitCount + 7) >> 3);
  let held = 0;
  for (let index = 0; index < shifted.length; index++) {
    held |= (bits[index] ?? 0) << shift;
    shifted[index] = held;
    held >>>= 8;
  }
  return shifted;
}

/** Bits that stand for no content. */
function written(write: (bits: BitString) => void): StreamPiece {
  const bits = new BitString();
  write(bits);
  const bitCount = bits.size;
  const shifted = new Array<Uint8Array | undefined>(8).fill(undefined);
  shifted[0] = bits.finish();
  return { length: 0, checksum: emptyChecksum, bitCount, shifted };
}
