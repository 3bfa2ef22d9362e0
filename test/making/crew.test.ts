import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Crew, type Worker } from '../../src/making/crew.ts';

type Numbers = Worker<string, number, number>;

/** Workers that note what they are told: plans by name, orders by number. */
function workers(make: (order: number) => Promise<number> = (order) => Promise.resolve(order)) {
  const told: (string | number)[][] = [];
  const closed: number[] = [];
  const start = (): Numbers => {
    const own: (string | number)[] = [];
    const number = told.push(own);
    return {
      open: (plan) => void own.push(plan),
      make: (order) => {
        own.push(order);
        return make(order);
      },
      close: async () => void closed.push(number),
    };
  };
  const orders = () => told.map((own) => own.filter((each) => typeof each === 'number'));
  return { told, orders, closed, start };
}

/** A crew at work on a plan, and what it made on its own thread. */
function atWork(threads: number, jobs: number, start: (() => Numbers) | null, all = false) {
  const crew = new Crew<string, number, number>(threads, start);
  const here: number[] = [];
  const open = (plan: string) =>
    crew.open({
      plan,
      here: async (order) => {
        here.push(order);
        return order;
      },
    });
  crew.begin(jobs, all);
  open('甲');
  const makeAll = () => Promise.all(Array.from({ length: jobs }, (_, order) => crew.make(order)));
  return { crew, here, open, makeAll };
}

const ascending = (orders: readonly number[]) => orders.toSorted((a, b) => a - b);

describe('a crew', () => {
  test('of one works alone, one job at a time', async () => {
    const { told, start } = workers();
    const { crew, here, makeAll } = atWork(1, 40, start);
    expect(crew.width).toBe(1);
    await makeAll();
    expect(told).toEqual([]);
    expect(here).toHaveLength(40);
  });

  test('starts no workers for a few jobs', async () => {
    const { told, start } = workers();
    await atWork(4, 10, start).makeAll();
    expect(told).toEqual([]);
  });

  test('of two starts its worker only for many jobs', async () => {
    const { told, start } = workers();
    await atWork(2, 399, start).makeAll();
    expect(told).toEqual([]);
    await atWork(2, 400, start).makeAll();
    expect(told).toHaveLength(1);
  });

  test('makes a job that stays on its own thread, however busy it is there', async () => {
    const { orders, start } = workers();
    const { crew, here } = atWork(3, 60, start, true);
    const made = Array.from({ length: 60 }, (_, order) => crew.make(order, order % 20 === 7));
    expect(await Promise.all(made)).toEqual(Array.from({ length: 60 }, (_, order) => order));
    expect(here).toEqual(expect.arrayContaining([7, 27, 47]));
    expect(orders().flat()).toHaveLength(60 - here.length);
  });

  test('has each thread take jobs in their order', async () => {
    const { orders, start } = workers(async (order) => {
      await setImmediate();
      return order;
    });
    const { here, makeAll } = atWork(3, 60, start, true);
    await makeAll();
    for (const own of [...orders(), here]) {
      expect(own.length).toBeGreaterThan(5);
      expect(own).toEqual(ascending(own));
    }
  });

  test('has a worker wait for nothing where there are many jobs, and queues no more than two of few', async () => {
    const underWay = async (jobs: number) => {
      const { orders, start } = workers(() => new Promise(() => undefined));
      const { crew } = atWork(3, jobs, start, true);
      for (let order = 0; order < crew.width; order++) void crew.make(order);
      await setImmediate();
      return orders().map((own) => own.length);
    };
    expect(await underWay(40)).toEqual([2, 2]);
    expect(await underWay(4000)).toEqual([8, 8]);
  });

  test('starts one fewer than it has threads when there is enough to do, once', async () => {
    const { orders, closed, start } = workers();
    const { crew, makeAll } = atWork(3, 40, start);
    await makeAll();
    await makeAll();
    expect(orders()).toHaveLength(2);
    for (const own of orders()) expect(own.length).toBeGreaterThan(5);
    await crew.close();
    expect(closed).toEqual([1, 2]);
  });

  test('starts them, and has them open the plan, at once where everything will have to be made', () => {
    const { told, start } = workers();
    atWork(3, 40, start, true);
    expect(told).toEqual([['甲'], ['甲']]);
  });

  test('tells workers of the plan the jobs are of, before the first of them and once', async () => {
    const { told, start } = workers();
    const { crew, open, makeAll } = atWork(3, 40, start);
    await makeAll();
    crew.begin(40);
    open('乙');
    expect(told.flat()).not.toContain('乙');
    await makeAll();
    for (const own of told) {
      expect(own.filter((each) => typeof each === 'string')).toEqual(['甲', '乙']);
      expect(own[0]).toBe('甲');
    }
  });

  test('has workers neither start nor open another plan for as few jobs as one village changes', async () => {
    const { told, start } = workers();
    const { crew, here, open, makeAll } = atWork(3, 40, start);
    const makeSome = () => Promise.all([0, 1, 2, 3, 4, 5].map((order) => crew.make(order)));
    await makeSome();
    expect(told).toEqual([]);
    await makeAll();
    expect(told).toHaveLength(2);
    crew.begin(40);
    open('乙');
    here.length = 0;
    await makeSome();
    expect(here).toEqual([0, 1, 2, 3, 4, 5]);
    expect(told.flat()).not.toContain('乙');
  });

  test('works alone where the program is not compiled', async () => {
    const { crew, here, makeAll } = atWork(4, 40, null);
    expect(crew.width).toBe(1);
    await makeAll();
    expect(here).toHaveLength(40);
  });

  test('passes on what a worker fails with, and makes the rest', async () => {
    const { orders, start } = workers(() => Promise.reject(new Error('cannot')));
    const { crew } = atWork(2, 400, start);
    const made = Array.from({ length: 400 }, (_, order) => crew.make(order));
    const outcomes = await Promise.allSettled(made);
    const failed = outcomes.flatMap(({ status }, order) => (status === 'rejected' ? [order] : []));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed).toEqual(orders()[0]);
  });

  test('that is sent home ends the job under way and begins no other', async () => {
    const { closed, start } = workers(() => new Promise(() => undefined));
    const crew = new Crew<string, number, number>(3, start);
    const [begun, ended]: [number[], number[]] = [[], []];
    crew.begin(40, true);
    crew.open({
      plan: '甲',
      here: async (order) => {
        begun.push(order);
        await setImmediate();
        ended.push(order);
        return order;
      },
    });
    const made = Array.from({ length: 20 }, (_, order) => crew.make(order));
    const outcomes = Promise.allSettled(made.slice(5));
    await setImmediate();
    await crew.close();
    expect([begun, ended, closed]).toEqual([[4], [4], [1, 2]]);
    for (const { status } of await outcomes) expect(status).toBe('rejected');
  });
});
