/** So many bytes are copied, to let go of the room beside them; more would take long and be in memory twice. */
const copied = 1 << 20;

/** Bits in the order of deflate: a byte's lowest first. */
export class BitString {
  #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  /** Room for so many bytes to begin with. */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(room);
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
    return 8 * this.#length + this.#count;
  }

  /** The bytes, the last one filled up with zeros. */
  finish(): Uint8Array {
    if (this.#count > 0) this.add(0, 8 - this.#count);
    const bytes = this.#bytes.subarray(0, this.#length);
    return this.#length < copied ? bytes.slice() : bytes;
  }

  #grow(): void {
    const grown = new Uint8Array(2 * this.#bytes.length);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
