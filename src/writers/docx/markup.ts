import { type Pieces, StandingPiece } from '../../packaging/piece-deflater.ts';

/** Markup in pieces as it is packed: what comes again and again in a file, and what comes once, in turn. */
export type Markup = Pieces;

const nothing = new StandingPiece('');

/** Markup of which nothing is known to come again. */
export const single = (markup: string): Markup => [nothing, markup];

/** Markup that may follow other markup: the same object wherever it stands, with what came of it and what followed. */
export class Seam extends StandingPiece {
  /** What has followed it, and both together. */
  readonly #followers: Seam[] = [];
  readonly #joined: Seam[] = [];

  /** It and what follows it as one. */
  join(next: Seam): Seam {
    const known = this.#followers.indexOf(next);
    if (known >= 0) return this.#joined[known] as Seam;
    const both = new Seam(this.text + next.text);
    this.#followers.push(next);
    this.#joined.push(both);
    return both;
  }
}

/**
 * Gathers markup between words. What stands between the words of two cells is written in several steps and is the same
 * in every row: the steps become one piece.
 */
export class MarkupWriter {
  readonly #pieces: (StandingPiece | string)[] = [];
  #between: Seam | null = null;

  /** Markup that comes in the file again and again. */
  again(markup: Seam): void {
    this.#between = this.#between === null ? markup : this.#between.join(markup);
  }

  /** Words, or other markup that will hardly come again. */
  once(matter: string): void {
    if (matter === '') return;
    this.#pieces.push(this.#between ?? nothing, matter);
    this.#between = null;
  }

  finish(): Markup {
    this.#pieces.push(this.#between ?? nothing, '');
    this.#between = null;
    return this.#pieces;
  }
}
