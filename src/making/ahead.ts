/**
 * Takes works under way ahead of need, at most `width` at once, and yields what comes of them in their order. They
 * are taken one by one, each started when it is taken, so that of many only those under way are held.
 */
export async function* ahead<R>(
  works: Iterable<Promise<R>>,
  width: number,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  for (const work of works) {
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
