/** Repetitions in deflate (RFC 1951, 3.2.5): a symbol for the length and one for the distance, each with bits that say the rest. */

/** Shortest repetition worth telling, longest and farthest the format can tell. */
export const [shortestRepetition, longestRepetition, farthestRepetition] = [4, 258, 32_768] as const;

/** Bits after the symbol of a length. */
export const lengthBits = (length: number): number =>
  length < 7 || length === longestRepetition ? 0 : 29 - Math.clz32(length - 3);

/** Symbol of a length: 257 and more, with so many bits after it. */
export const lengthSymbol = (length: number, bits: number): number => {
  if (length === longestRepetition) return 285;
  const above = length - 3;
  return above < 4 ? 257 + above : 261 + 4 * bits + ((above >> bits) & 3);
};

/** What the bits after the symbol of a length say. */
export const lengthRest = (length: number, bits: number): number => (length - 3) & ((1 << bits) - 1);

/** Bits after the symbol of a distance. */
export const distanceBits = (distance: number): number => (distance < 3 ? 0 : 30 - Math.clz32(distance - 1));

/** Symbol of a distance, with so many bits after it. */
export const distanceSymbol = (distance: number, bits: number): number =>
  distance < 3 ? distance - 1 : 2 + 2 * bits + (((distance - 1) >> bits) & 1);

/** What the bits after the symbol of a distance say. */
export const distanceRest = (distance: number, bits: number): number => (distance - 1) & ((1 << bits) - 1);
