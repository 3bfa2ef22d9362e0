import { knownCodes } from '../../packaging/known-codes.ts';
import { StreamPieces } from '../../packaging/stream-pieces.ts';

/**
 * Codes for the streams every file has: the best ones for those of all documents of the shipped plan together. A stream
 * by itself would do with a few bytes less, but finding its own codes takes longer than all the rest. Bytes that are rare
 * have codes of one length: what a stream's head says of the codes counts too.
 */

/** Operators of pages. */
export const operatorStreams = new StreamPieces(
  knownCodes(
    '3599999999699f99999999999999999949999999999996575555655666998989' +
      '9999999999999999999999999999899999999999999999999999999999999999' +
      'b'.repeat(128) +
      'ff5556777677979bdbdcdfffffffff',
    'fafc7a84433334455546566abffffe',
  ),
);

/** Maps from codes to characters. What stands in no map has no code, so that the stream's head need not tell of it. */
export const characterMapStreams = new StreamPieces(
  knownCodes(
    '0000000000600000000000000000000060000000990009074565545556003030' +
      '066665500800099aa0a8a900000a0a00067765770600a7676067680008000000' +
      '0'.repeat(128) +
      'b088aaba000a000000000000000000',
    '776466023333003000000000000000',
  ),
);
