import type { Step, Steps } from './journal.ts';
import { stagedName } from './staging.ts';

/**
 * The steps of a build. Nearly all put a staged file in its place, and of many thousand files only path, number, hash and the
 * hash of what stood there are held.
 */
export class StepList implements Steps {
  readonly #paths: string[] = [];
  /** The numbers they are staged under. */
  readonly #numbers: number[] = [];
  readonly #hashes: string[] = [];
  readonly #before: (string | null)[] = [];
  /** Steps of another kind, by their place among all. */
  readonly #others = new Map<number, Step>();

  get length(): number {
    return this.#paths.length;
  }

  /** Adds the step that puts a staged file in its place. */
  place(path: string, number: number, sha256: string, before: string | null): void {
    this.#paths.push(path);
    this.#numbers.push(number);
    this.#hashes.push(sha256);
    this.#before.push(before);
  }

  add(step: Step): void {
    this.#others.set(this.length, step);
    this.place(step.path, 0, '', null);
  }

  *[Symbol.iterator](): Generator<Step> {
    for (const [index, path] of this.#paths.entries()) {
      const [number = 0, sha256 = '', before = null] = [
        this.#numbers[index],
        this.#hashes[index],
        this.#before[index],
      ];
      yield this.#others.get(index) ?? { kind: 'place', staged: stagedName(number), path, sha256, before };
    }
  }
}
