import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/document/workbook.ts';
import { Crew, type Worker } from '../../src/making/crew.ts';
import type { Made, Task } from '../../src/making/task.ts';
import { Tools } from '../../src/making/tools.ts';
import { cell, sheet, workbook } from '../writers/xlsx/examples.ts';

const tools = new Tools(() => {
  throw new Error('no face is needed');
});

/** A job that makes nothing: how it is handed round is what counts. */
const task = (id: number): Task => ({
  id: String(id),
  title: String(id),
  document: null,
  workbook: null,
  formats: ['docx'],
});

/** A workbook of so many rows. */
const ledgerOf = (rows: number): Workbook =>
  workbook(sheet(Array.from({ length: rows }, () => [cell('甲')])));

const nothing: Made = { files: [], findings: [] };

/** Workers that note what they are sent. */
function workers(make: (task: Task) => Promise<Made> = () => Promise.resolve(nothing)) {
  const sent: string[][] = [];
  const closed: number[] = [];
  const start = (): Worker => {
    const own: string[] = [];
    const number = sent.push(own);
    return {
      make: (given) => {
        own.push(given.id);
        return make(given);
      },
      close: async () => void closed.push(number),
    };
  };
  return { sent, closed, start };
}

async function makeAll(crew: Crew, count: number): Promise<void> {
  crew.begin(count);
  await Promise.all(Array.from({ length: count }, (_, index) => crew.make(task(index))));
}

describe('a crew', () => {
  test('of one works alone, one task at a time', async () => {
    const { sent, start } = workers();
    const crew = new Crew(tools, 1, start);
    expect(crew.width).toBe(1);
    await makeAll(crew, 40);
    expect(sent).toEqual([]);
  });

  test('starts no workers for a few jobs', async () => {
    const { sent, start } = workers();
    await makeAll(new Crew(tools, 4, start), 10);
    expect(sent).toEqual([]);
  });

  test('of two starts its worker only for many jobs', async () => {
    const { sent, start } = workers();
    await makeAll(new Crew(tools, 2, start), 399);
    expect(sent).toEqual([]);
    await makeAll(new Crew(tools, 2, start), 400);
    expect(sent).toHaveLength(1);
  });

  test('keeps a list of very many rows on its own thread, so that it is not in memory twice', async () => {
    const { sent, start } = workers();
    const crew = new Crew(tools, 3, start);
    crew.begin(40);
    const long = { ...task(7), workbook: ledgerOf(5_001) };
    const short = { ...task(8), workbook: ledgerOf(1) };
    const rest = Array.from({ length: 20 }, (_, index) => task(100 + index));
    await Promise.all([...rest, short, long, ...rest].map((each) => crew.make(each)));
    expect(sent.flat()).not.toContain('7');
  });

  test('has a worker wait for nothing where there are many jobs, and queues no more than two of few', async () => {
    const underWay = async (jobs: number) => {
      const { sent, start } = workers(() => new Promise(() => undefined));
      const crew = new Crew(tools, 3, start);
      crew.begin(jobs, true);
      for (let index = 0; index < crew.width; index++) void crew.make(task(index));
      await setImmediate();
      return sent.map((own) => own.length);
    };
    expect(await underWay(40)).toEqual([2, 2]);
    expect(await underWay(4000)).toEqual([8, 8]);
  });

  test('starts one fewer than it has threads when there is enough to do, once', async () => {
    const { sent, closed, start } = workers();
    const crew = new Crew(tools, 3, start);
    await makeAll(crew, 40);
    await makeAll(crew, 40);
    expect(sent).toHaveLength(2);
    for (const own of sent) expect(own.length).toBeGreaterThan(5);
    await crew.close();
    expect(closed).toEqual([1, 2]);
  });

  test('starts them at once where everything will have to be made', () => {
    const { sent, start } = workers();
    const crew = new Crew(tools, 3, start);
    crew.begin(40, true);
    expect(sent).toHaveLength(2);
  });

  test('works alone where the program is not compiled', async () => {
    const crew = new Crew(tools, 4, null);
    expect(crew.width).toBe(1);
    await makeAll(crew, 40);
  });

  test('passes on what a worker fails with, and makes the rest', async () => {
    const { sent, start } = workers(() => Promise.reject(new Error('cannot')));
    const crew = new Crew(tools, 2, start);
    crew.begin(400);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) => crew.make(task(index))),
    );
    const failed = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [String(index)] : []));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed).toEqual(sent[0]);
  });
});
