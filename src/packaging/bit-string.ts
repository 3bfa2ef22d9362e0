/** So many bytes are held together: more would be copied again and again while they grow, and be in memory twice. */
const together = 1 << 20;

/** Bits in the order of deflate: a byte's lowest first. */
export class BitString {
  /** What came before, `together` bytes each. */
  readonly #full: Uint8Array[] = [];
  #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  /** Room for so many bytes to begin with. */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(Math.min(room, together));
  }

  /** Adds the lowest `count` bits of a value, 16 at most; the bits above them are zero. */
  add(value: number, count: number): void {
    this.#held |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      if (this.#length === this.#bytes.length) this.#grow();
      this.#bytes[this.#length++] = this.#held;
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** How many bits there are. */
  get size(): number {
    return 8 * (together * this.#full.length + this.#length) + this.#count;
  }

  /** The bytes, the last one filled up with zeros. */
  finish(): Uint8Array {
    return joined(this.finishParts());
  }

  /** The same in parts, so that many of them need not be held together. */
  finishParts(): readonly Uint8Array[] {
    if (this.#count > 0) this.add(0, 8 - this.#count);
    return [...this.#full, this.#bytes.slice(0, this.#length)];
  }

  #grow(): void {
    if (this.#bytes.length === together) {
      this.#full.push(this.#bytes);
      this.#bytes = new Uint8Array(together);
      this.#length = 0;
      return;
    }
    const grown = new Uint8Array(Math.min(together, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Bytes one after another. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) return first;
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
