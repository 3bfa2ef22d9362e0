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

/** Maps from codes to characters. */
export const characterMapStreams = new StreamPieces(
  knownCodes(
    'ffffffffff7fffffffffffffffffffff6fffffff88fff8f65555555555ff5f5f' +
      'f665655ff7fff9999f9798fffff9f9fff7766577f6ff97676f6767fff7ffffff' +
      'f'.repeat(128) +
      '9f3588889fb9bfffffffffffffffee',
    'ddc65c7546444544343445689ccccc',
  ),
);
