/**
 * Starts work on items ahead of need, at most `width` at once, and yields the results in the order of the items.
 * Items are taken one by one, so that of many only those under way are held.
 */
export async function* ahead<T, R>(
  items: Iterable<T>,
  width: number,
  start: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  for (const item of items) {
    const work = start(item);
    // A failure is thrown when its turn comes; until then it must not count as unheard.
    work.catch(() => undefined);
    underWay.push(work);
    const [first] = underWay;
    if (underWay.length >= width && first !== undefined) {
      yield await first;
      underWay.shift();
    }
  }
  for (const work of underWay) yield await work;
}
