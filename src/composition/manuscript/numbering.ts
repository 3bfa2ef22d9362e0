import type { HeadingLevel } from '../../document/block.ts';
import { headingNumber } from '../../document/numbering.ts';

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];

/**
 * Counts headings: a level starts afresh under every higher one, except a level told to run on, which counts
 * straight through its chapter (to the next heading of the first level).
 */
export class HeadingNumbers {
  readonly #counts = new Map<HeadingLevel, number>();
  #runningOn: HeadingLevel | null = null;

  /** `::连续编号{级=3}`. */
  runOn(level: HeadingLevel): void {
    this.#runningOn = level;
  }

  /** The number of the next heading of a level, with its mark. */
  next(level: HeadingLevel): string {
    if (level === 1) this.#runningOn = null;
    for (const lower of levels) {
      if (lower > level && lower !== this.#runningOn) this.#counts.delete(lower);
    }
    const count = (this.#counts.get(level) ?? 0) + 1;
    this.#counts.set(level, count);
    return headingNumber(level, count);
  }

  /** A new part of the document: all levels start afresh. */
  restart(): void {
    this.#counts.clear();
    this.#runningOn = null;
  }
}
