import { farthestRepetition, shortestRepetition } from './repetition-symbols.ts';

/** Words an entry takes: where the repetition stands, its length, and how far before it the same stands. */
export const entrySize = 3;

/** Repetitions in a content under way that who writes it knows of, in their order: nothing has to be searched for them. */
export class KnownRepetitions {
  /** Entries, one after another. */
  list = new Int32Array(entrySize << 9);
  /** Words of the list that are taken. */
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Notes that what stands at a place stood so far before too; what is too short or too far is left out. */
  add(at: number, length: number, distance: number): void {
    if (length < shortestRepetition || distance > farthestRepetition) return;
    if (this.size === this.list.length) this.#grow();
    const { list, size } = this;
    list[size] = at;
    list[size + 1] = length;
    list[size + 2] = distance;
    this.size = size + entrySize;
  }

  #grow(): void {
    const grown = new Int32Array(2 * this.list.length);
    grown.set(this.list);
    this.list = grown;
  }
}
