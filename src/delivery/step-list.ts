import type { Step, Steps } from './journal.ts';

/**
 * The steps of a build. Nearly all put a staged file in its place, and of many thousand files only path, hash and the hash of
 * what stood there are held.
 */
export class StepList implements Steps {
  readonly #paths: string[] = [];
  readonly #hashes: string[] = [];
  readonly #before: (string | null)[] = [];
  /** Steps of another kind, by their place among all. */
  readonly #others = new Map<number, Step>();

  get length(): number {
    return this.#paths.length;
  }

  /** Name of the next file that is staged. */
  get nextStaged(): string {
    return stagedAs(this.length);
  }

  /** Adds the step that puts the file staged as `nextStaged` in its place. */
  place(path: string, sha256: string, before: string | null): void {
    this.#paths.push(path);
    this.#hashes.push(sha256);
    this.#before.push(before);
  }

  add(step: Step): void {
    this.#others.set(this.length, step);
    this.place(step.path, '', null);
  }

  *[Symbol.iterator](): Generator<Step> {
    for (const [index, path] of this.#paths.entries()) {
      const [sha256 = '', before = null] = [this.#hashes[index], this.#before[index]];
      yield this.#others.get(index) ?? { kind: 'place', staged: stagedAs(index), path, sha256, before };
    }
  }
}

const stagedAs = (index: number): string => String(index + 1);
