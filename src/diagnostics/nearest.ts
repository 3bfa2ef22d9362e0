/** Number of single-character changes (insert, delete, replace, swap of neighbours) between two texts. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = b.map((_, index) => index).concat(b.length);
  for (const [i, left] of a.entries()) {
    const current = [i + 1];
    for (const [j, right] of b.entries()) {
      const changed = (previous[j] ?? 0) + (left === right ? 0 : 1);
      const shifted = Math.min((previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1);
      const swapped =
        i > 0 && j > 0 && left === b[j - 1] && a[i - 1] === right ? (before[j - 1] ?? 0) + 1 : Infinity;
      current.push(Math.min(changed, shifted, swapped));
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidate spelled most like `word`; null when none is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const letters = [...word];
  let best: string | null = null;
  let bestShare = 1;
  for (const candidate of candidates) {
    const other = [...candidate];
    const changes = distance(letters, other);
    const longest = Math.max(letters.length, other.length);
    const shortest = Math.min(letters.length, other.length);
    const contained = shortest > 1 && (candidate.includes(word) || word.includes(candidate));
    const share = longest === 0 ? 0 : changes / longest;
    // Half of a short word may be wrong; a word that holds the other whole is near whatever its length.
    if ((share <= 0.5 || contained) && share < bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  return best;
}

/** `是不是“责任单位”？`; null when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const candidate = nearest(word, candidates);
  return candidate === null ? null : `是不是“${candidate}”？`;
}
