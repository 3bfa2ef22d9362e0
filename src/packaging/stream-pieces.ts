import { BitString } from './bit-string.ts';
import { type BlockCodes, writeBlockEnd, writeBlockHead, writeContent } from './deflate.ts';
import { type Checksum, checksumOf, emptyChecksum, joinedChecksum, zlibStream } from './zlib-stream.ts';

/** A piece of content, deflated once and put into any number of streams. */
export interface StreamPiece {
  /** Length in bytes of the content. */
  readonly length: number;
  readonly checksum: Checksum;
  readonly bits: Uint8Array;
  readonly bitCount: number;
}

/**
 * Makes streams out of pieces that are the same in many of them: all are deflated with the same codes, so that a
 * stream is put together without looking at its bytes again.
 */
export class StreamPieces {
  readonly #codes: BlockCodes;
  readonly #head: StreamPiece;
  readonly #end: StreamPiece;

  /** The codes have to have every symbol. */
  constructor(codes: BlockCodes) {
    this.#codes = codes;
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
    return this.join([this.piece(content)]);
  }

  /** Puts pieces into a zlib stream, one after another. */
  join(pieces: readonly StreamPiece[]): Uint8Array {
    const all = [this.#head, ...pieces, this.#end];
    const bits = new BitString(all.reduce((sum, { bitCount }) => sum + bitCount, 8) >> 3);
    let checksum = emptyChecksum;
    for (const piece of all) {
      bits.append(piece.bits, piece.bitCount);
      checksum = joinedChecksum(checksum, piece.checksum, piece.length);
    }
    return zlibStream(bits.finish(), checksum);
  }
}

/** Bits that stand for no content. */
function written(write: (bits: BitString) => void): StreamPiece {
  const bits = new BitString();
  write(bits);
  const bitCount = bits.size;
  return { length: 0, checksum: emptyChecksum, bits: bits.finish(), bitCount };
}
