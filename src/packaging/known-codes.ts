import type { BlockCodes } from './deflate.ts';
import { PrefixCode } from './prefix-code.ts';

/** Lengths of codes, a hexadecimal digit each, by symbol. */
const lengthsIn = (digits: string): Uint8Array =>
  Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16));

/** Codes that were found beforehand for content of a kind, told by the lengths of the codes of all symbols. */
export const knownCodes = (literals: string, distances: string): BlockCodes => ({
  literals: new PrefixCode(lengthsIn(literals)),
  distances: new PrefixCode(lengthsIn(distances)),
});
