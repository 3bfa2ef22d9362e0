/** Set phrases with what finds their misspellings. */
export interface Phrases {
  readonly known: ReadonlySet<string>;
  /** By their first two characters, and by their last two: one of the two pairs is right where one character is wrong. */
  readonly byHead: ReadonlyMap<string, readonly string[]>;
  readonly byTail: ReadonlyMap<string, readonly string[]>;
}

/** Shorter ones are too like other words, and their two pairs would overlap. */
const shortest = 4;

/** Items by what they have in common, in their order. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const same = groups.get(key(item));
    if (same === undefined) groups.set(key(item), [item]);
    else same.push(item);
  }
  return groups;
}

/** Makes phrases ready to be looked for. */
export function phrasesOf(list: readonly string[]): Phrases {
  const known = new Set(list.filter((phrase) => /^[一-鿿]+$/u.test(phrase) && phrase.length >= shortest));
  return {
    known,
    byHead: groupBy(known, (phrase) => phrase.slice(0, 2)),
    byTail: groupBy(known, (phrase) => phrase.slice(-2)),
  };
}

/** The position of the only character in which two texts of one length differ; null for none or several. */
export function onlyDifference(text: string, start: number, phrase: string): number | null {
  let found: number | null = null;
  for (let index = 0; index < phrase.length; index += 1) {
    if (text[start + index] === phrase[index]) continue;
    if (found !== null) return null;
    found = index;
  }
  return found;
}
