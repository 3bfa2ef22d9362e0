import type { BitString } from './bit-string.ts';

/**
 * A Huffman code as deflate has it (RFC 1951, 3.2.2): the lengths of the codes of symbols 0, 1, 2 … tell the codes; 0 is the length of a
 * symbol that does not occur.
 */
export class PrefixCode {
  readonly lengths: Uint8Array;
  /** Codes with their bits turned round, as they stand in a bit string. */
  readonly #codes: Uint16Array;

  constructor(lengths: Uint8Array) {
    this.lengths = lengths;
    this.#codes = codesOf(lengths);
  }

  /** The best code for symbols that occur so many times, none longer than `limit` bits. */
  static for(occurrences: Uint32Array, limit: number): PrefixCode {
    let counts = occurrences;
    let lengths = optimalLengths(counts);
    // Rare symbols taken for less rare make the longest codes shorter.
    while (lengths.some((length) => length > limit)) {
      counts = counts.map((count) => (count + 1) >> 1);
      lengths = optimalLengths(counts);
    }
    return new PrefixCode(lengths);
  }

  /** The code of a symbol, its first bit lowest. */
  codeOf(symbol: number): number {
    return this.#codes[symbol] ?? 0;
  }

  write(symbol: number, bits: BitString): void {
    bits.add(this.codeOf(symbol), this.lengths[symbol] ?? 0);
  }
}

/** Lengths of a Huffman code: the two rarest trees are joined until one is left. */
function optimalLengths(occurrences: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(occurrences.length);
  const sorted = byRarity(occurrences);
  const leaves = sorted.length;
  if (leaves === 0) return lengths;
  // Nodes are numbered from the leaves on; joined trees come into being in the order of their weight.
  const nodes = 2 * leaves - 1;
  const weights = new Float64Array(nodes);
  for (let leaf = 0; leaf < leaves; leaf++) weights[leaf] = occurrences[sorted[leaf] as number] as number;
  const parents = new Uint16Array(nodes);
  let leaf = 0;
  let tree = leaves;
  for (let node = leaves; node < nodes; node++) {
    for (let part = 0; part < 2; part++) {
      const treeIsRarer = tree < node && (weights[tree] as number) < (weights[leaf] as number);
      const taken = treeIsRarer || leaf === leaves ? tree++ : leaf++;
      weights[node] = (weights[node] as number) + (weights[taken] as number);
      parents[taken] = node;
    }
  }
  const depths = new Uint8Array(nodes);
  for (let node = nodes - 2; node >= 0; node--)
    depths[node] = (depths[parents[node] as number] as number) + 1;
  // A symbol that is the only one still takes a bit.
  for (let node = 0; node < leaves; node++)
    lengths[sorted[node] as number] = Math.max(1, depths[node] as number);
  return lengths;
}

/** Most symbols a code may have. */
const mostSymbols = 512;

/** Symbols that occur, the rarest first, then in their order. */
function byRarity(occurrences: Uint32Array): Uint16Array {
  const keys = new Float64Array(occurrences.length);
  let count = 0;
  for (let symbol = 0; symbol < occurrences.length; symbol++) {
    const times = occurrences[symbol] as number;
    if (times > 0) keys[count++] = times * mostSymbols + symbol;
  }
  const sorted = new Uint16Array(count);
  for (const [index, key] of keys.subarray(0, count).sort().entries()) sorted[index] = key % mostSymbols;
  return sorted;
}

/** Codes of one length are consecutive, the shorter ones before the longer. */
function codesOf(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(17);
  for (const length of lengths) if (length > 0) counts[length + 1] = (counts[length + 1] ?? 0) + 1;
  const next = new Uint16Array(17);
  for (let length = 1; length < 17; length++) {
    next[length] = ((next[length - 1] ?? 0) + (counts[length] ?? 0)) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < codes.length; symbol++) {
    const length = lengths[symbol] as number;
    const code = next[length] as number;
    next[length] = code + 1;
    codes[symbol] = turned(code, length);
  }
  return codes;
}

/** The lowest bits of a code, the highest of them first. */
function turned(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result = (result << 1) | ((code >> bit) & 1);
  return result;
}
