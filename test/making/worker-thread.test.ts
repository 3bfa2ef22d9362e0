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
  return startWorker(file, { program: { version: 'test', compiled: null }, chains, shelf });
}

const task = { id: 'a', title: '例', document: null, workbook: null, formats: [] };

test('a thread that dies at work fails its task', async () => {
  const worker = running(
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
  );
  await expect(worker.make(task)).rejects.toThrow('a worker ended');
});

test('one that died while it had nothing to do fails the next task, and keeps nobody waiting', async () => {
  const worker = running('process.exit(1);');
  await setTimeout(1_000);
  await expect(worker.make(task)).rejects.toThrow('a worker ended');
});
