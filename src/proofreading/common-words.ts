/** Words of two characters that official texts are full of, with what finds them mistyped. */
export interface CommonWords {
  readonly known: ReadonlySet<string>;
  /** By their first character, and by their second: one of the two is right where the other is wrong. */
  readonly byHead: ReadonlyMap<string, readonly string[]>;
  readonly byTail: ReadonlyMap<string, readonly string[]>;
}

/** Makes words ready to be looked for; those of other lengths are left out. */
export function commonWordsOf(list: readonly string[]): CommonWords {
  const known = new Set(list.filter((word) => /^[一-鿿]{2}$/u.test(word)));
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  for (const word of known) {
    for (const [index, character] of [
      [byHead, word.slice(0, 1)],
      [byTail, word.slice(1)],
    ] as const) {
      const same = index.get(character);
      if (same === undefined) index.set(character, [word]);
      else same.push(word);
    }
  }
  return { known, byHead, byTail };
}
