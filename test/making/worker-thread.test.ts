import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startWorker } from '../../src/making/worker-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that runs a program. */
function running(program: string) {
  const file = join(folder, `${program.length}.mjs`);
  writeFileSync(file, program);
  const chains = { xiaobiaosong: [], fangsong: [], heiti: [], kaiti: [], songti: [], western: [] };
  const shelf = { folder, program: 'test' };
  return startWorker<string, number, number>(file, {
    program: { version: 'test', compiled: null },
    purpose: 'jobs',
    chains,
    shelf,
  });
}

test('a thread that dies at work fails its job', async () => {
  const worker = running(
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
  );
  await expect(worker.make(1)).rejects.toThrow('a worker ended');
});

test('one that died while it had nothing to do fails the next job, and keeps nobody waiting', async () => {
  const worker = running('process.exit(1);');
  await setTimeout(1_000);
  await expect(worker.make(1)).rejects.toThrow('a worker ended');
});

test('what a thread answers is of the job it was told to make', async () => {
  const worker = running(
    "import { parentPort } from 'node:worker_threads'; let plan = 0; parentPort.on('message', (told) => { if ('plan' in told) plan = told.plan.length; else parentPort.postMessage({ number: told.number, made: told.order * plan }); });",
  );
  worker.open('三个字');
  expect(await Promise.all([1, 2, 3].map((order) => worker.make(order)))).toEqual([3, 6, 9]);
  await worker.close();
});
