/** Set phrases with what finds their misspellings. */
export interface Phrases {
  readonly known: ReadonlySet<string>;
  /** Lengths of the phrases, the longest first. */
  readonly lengths: readonly number[];
  /** Phrases by their words with one character left out, as `因地＿宜`. */
  readonly byRest: ReadonlyMap<string, string>;
}

/** Shorter ones are too like other words. */
const shortest = 4;

/** A phrase without the character at a position. */
export const restOf = (phrase: string, position: number): string =>
  `${phrase.slice(0, position)}＿${phrase.slice(position + 1)}`;

/** Makes phrases ready to be looked for. */
export function phrasesOf(list: readonly string[]): Phrases {
  const known = new Set(list.filter((phrase) => /^\p{sc=Han}+$/u.test(phrase) && phrase.length >= shortest));
  const byRest = new Map<string, string>();
  for (const phrase of known) {
    for (let position = 0; position < phrase.length; position += 1) {
      byRest.set(restOf(phrase, position), phrase);
    }
  }
  const lengths = [...new Set([...known].map(({ length }) => length))].sort((a, b) => b - a);
  return { known, lengths, byRest };
}
