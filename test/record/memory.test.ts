import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { machineDisk } from '../../src/delivery/disk.ts';
import type { FileRecord } from '../../src/record/build-record.ts';
import { loadRecord, saveRecord } from '../../src/record/store.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes held once everything that is no longer needed is gone. */
function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = (id: string): { readonly pdf: FileRecord } => ({
  pdf: {
    file: { path: `3-村任务书/${id}.pdf`, format: 'pdf', bytes: 3, sha256: '0'.repeat(64), pages: 1 },
    changed: 1,
    basis: { content: id, faces: '宋体', program: '一', data: '', allVillages: false },
    places: '',
    findings: [],
    parts: 'abcde'.repeat(400),
  },
});

test('of thousands of jobs the record holds a few hundred bytes each, whatever is known of them', () => {
  const jobs = Array.from({ length: 8000 }, (_, index) => `task-sheet/第${index}村`);
  const file = join(folder, '记录.txt');
  const start = held();
  const record = loadRecord(machineDisk, file);
  for (const id of jobs) record.enter(id, files(id));
  const entered = (held() - start) / jobs.length;
  saveRecord(machineDisk, file, record, jobs);
  const again = loadRecord(machineDisk, file);
  for (const id of jobs.slice(0, 3000)) expect(again.job(id).pdf?.basis.content).toBe(id);
  const both = (held() - start) / jobs.length;
  expect(Math.max(entered, both / 2)).toBeLessThan(400);
});
