import { knownCodes } from '../../packaging/known-codes.ts';
import { StreamPieces } from '../../packaging/stream-pieces.ts';

/**
 * Codes for the streams every file has: the best ones for those of all documents of the shipped plan together. A stream
 * by itself would do with a few bytes less, but finding its own codes takes longer than all the rest.
 */

/** Operators of pages. */
export const operatorStreams = new StreamPieces(
  knownCodes(
    'ffffffffff7fffffffffffffffffffff6ffffffffffffb673455555555ff8f9f' +
      'f666666fcbfff9ffabfb8ffffffffffff9f9fa9af9afa8aaaaaf9ffbfaffffff' +
      'f'.repeat(128) +
      'af3555566567767899ceeeffffffff',
    'ead7b895755545443444344557eeed',
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
