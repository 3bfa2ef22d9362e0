import { createHash } from 'node:crypto';

/** Code units of a signature: 64 bits. */
export const signatureUnits = 4;

/**
 * The names of an object's fields in their order, as far as they were gone through. Objects of a kind have the same, so that
 * a signature stands for all their names, and is made once.
 */
export class Shape {
  /** Sixty-four bits of the hash of all names. */
  readonly signature: Uint16Array;
  readonly #names: string;
  readonly #next = new Map<string, Shape>();
  /** The field that came after this one the last time: mostly it does again. */
  #name = '';
  #after: Shape = this;

  constructor(names = '') {
    this.#names = names;
    const { buffer, byteOffset } = createHash('sha256').update(names).digest();
    this.signature = new Uint16Array(buffer.slice(byteOffset, byteOffset + 2 * signatureUnits));
  }

  /** The shape with one more field. */
  with(name: string): Shape {
    if (name !== this.#name) this.#turnTo(name);
    return this.#after;
  }

  #turnTo(name: string): void {
    let next = this.#next.get(name);
    if (next === undefined) {
      next = new Shape(`${this.#names}${name.length}"${name}`);
      this.#next.set(name, next);
    }
    this.#name = name;
    this.#after = next;
  }
}
