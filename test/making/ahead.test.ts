import { describe, expect, test } from 'vitest';
import { ahead } from '../../src/making/ahead.ts';

/** Work that is done when it is told to be. */
class Work {
  readonly started: number[] = [];
  readonly #ends = new Map<number, () => void>();

  start = (item: number): Promise<number> => {
    this.started.push(item);
    return new Promise((resolve) => this.#ends.set(item, () => resolve(item)));
  };

  end(item: number): void {
    this.#ends.get(item)?.();
  }
}

describe('work done ahead of need', () => {
  test('comes back in its order, whoever is done first', async () => {
    const delays = [30, 5, 20, 1];
    const done: number[] = [];
    const works = delays.map(async (delay, index) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      done.push(index);
      return index;
    });
    const results = ahead(works, 4);
    const got: number[] = [];
    for await (const result of results) got.push(result);
    expect(got).toEqual([0, 1, 2, 3]);
    expect(done).not.toEqual(got);
  });

  test('holds no more than so many at once, and takes them one by one', async () => {
    const work = new Work();
    let taken = 0;
    function* works(): Generator<Promise<number>> {
      for (; taken < 10_000; taken++) yield work.start(taken);
    }
    const results = ahead(works(), 3);
    const first = results.next();
    expect(work.started).toEqual([0, 1, 2]);
    expect(taken).toBe(2);
    work.end(0);
    expect(await first).toEqual({ value: 0, done: false });
    void results.next();
    await Promise.resolve();
    expect(work.started).toEqual([0, 1, 2, 3]);
  });

  test('that fails is thrown in its turn', async () => {
    const works = [1, 2, 3].map(async (item) => {
      if (item === 2) throw new Error('second');
      return item;
    });
    const results = ahead(works, 3);
    const got: number[] = [];
    await expect(
      (async () => {
        for await (const result of results) got.push(result);
      })(),
    ).rejects.toThrow('second');
    expect(got).toEqual([1]);
  });
});
