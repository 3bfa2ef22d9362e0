import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from '../making/crew.ts';
import type { LetterOrder } from './letter-thread.ts';
import { median } from './measure.ts';
import { onOneProcessor } from './office.ts';

/** Letters a thread makes in a round, rounds that count, and for how long rounds that do not go before, in seconds. */
const size = { round: 200, rounds: 5, warmUp: 6 } as const;

/**
 * Has threads make letters whenever the process that started this one asks for a round; tells it the seconds each took. Each
 * thread makes as many, and no letter comes twice.
 */
export async function makeRounds(
  threads: number,
  start: () => Worker<never, LetterOrder, number>,
): Promise<void> {
  const workers = Array.from({ length: threads }, start);
  let next = 0;
  process.on('message', async () => {
    const begun = performance.now();
    await Promise.all(
      workers.map((worker) => {
        next += size.round;
        return worker.make({ first: next - size.round, count: size.round });
      }),
    );
    process.send?.((performance.now() - begun) / 1000);
  });
  await once(process, 'disconnect');
  await Promise.all(workers.map((worker) => worker.close()));
}

/** A process with so many threads that make letters. */
class Threads {
  readonly #threads: number;
  readonly #child: ChildProcess;

  constructor(project: string, threads: number, under: readonly string[]) {
    const start = [...under, process.execPath, join(project, 'src', 'run.mjs')];
    const [program = '', ...rest] = [...start, 'bench', '--threads', String(threads)];
    this.#threads = threads;
    this.#child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  /** Letters a second in a round. */
  async round(): Promise<number> {
    this.#child.send('round');
    const [seconds] = (await once(this.#child, 'message')) as [number];
    return (this.#threads * size.round) / seconds;
  }

  async warmUp(): Promise<void> {
    const begun = performance.now();
    while (performance.now() - begun < 1000 * size.warmUp) await this.round();
  }

  close(): void {
    this.#child.disconnect();
  }
}

/**
 * What a second thread adds: letters a second, warm, of one thread that has one processor for all it does (or, where that
 * cannot be had, as many as it likes), and of two threads.
 */
export async function reportThreads(project: string): Promise<string> {
  const one = new Threads(project, 1, onOneProcessor ?? []);
  const two = new Threads(project, 2, []);
  try {
    for (const threads of [one, two]) await threads.warmUp();
    const rates: (readonly [number, number])[] = [];
    for (let round = 0; round < size.rounds; round++) rates.push([await one.round(), await two.round()]);
    const [first, second] = [0, 1].map((which) => median(rates.map((each) => each[which] ?? 0)).toFixed(0));
    const gain = median(rates.map(([a, b]) => b / a)).toFixed(2);
    const where = onOneProcessor === null ? '' : '、一个处理器';
    return `同样内容的 Word 和 PDF/A，一个线程${where}每秒 ${first} 份，两个线程 ${second} 份：${gain} 倍`;
  } finally {
    one.close();
    two.close();
  }
}
