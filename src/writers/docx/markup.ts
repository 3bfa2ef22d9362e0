import type { Pieces } from '../../packaging/piece-deflater.ts';

/** Markup in pieces as it is packed: what comes again and again in a file, and what comes once, in turn. */
export type Markup = Pieces;

/** Markup of which nothing is known to come again. */
export const single = (markup: string): Markup => ['', markup];

/** Pieces put together, each pair once. */
export class Seams {
  /** By the first and the second. */
  readonly #joined = new Map<string, Map<string, string>>();

  join(first: string, second: string): string {
    let followers = this.#joined.get(first);
    if (followers === undefined) {
      followers = new Map();
      this.#joined.set(first, followers);
    }
    let both = followers.get(second);
    if (both === undefined) {
      both = first + second;
      followers.set(second, both);
    }
    return both;
  }
}

/**
 * Gathers markup between words. What stands between the words of two cells is written in several steps and is the same
 * in every row: the steps become one piece.
 */
export class MarkupWriter {
  readonly #seams: Seams;
  readonly #pieces: string[] = [];
  #between = '';

  constructor(seams: Seams) {
    this.#seams = seams;
  }

  /** Markup that comes in the file again and again. */
  again(markup: string): void {
    this.#between = this.#between === '' ? markup : this.#seams.join(this.#between, markup);
  }

  /** Words, or other markup that will hardly come again. */
  once(matter: string): void {
    if (matter === '') return;
    this.#pieces.push(this.#between, matter);
    this.#between = '';
  }

  finish(): Markup {
    this.#pieces.push(this.#between, '');
    this.#between = '';
    return this.#pieces;
  }
}
