import { beforeEach, describe, expect, test } from 'vitest';
import { closedRecords, latestRecords, recordFoldersIn } from '../src/closed-records.ts';
import { Findings } from '../src/diagnostics/findings.ts';
import { MemoryDisk } from './delivery/memory-disk.ts';

let memory: MemoryDisk;

beforeEach(() => {
  memory = new MemoryDisk();
  for (const folder of ['/归档', '/归档/2021', '/归档/2022']) memory.content.set(folder, null);
});

function close(folder: string, number: string, version = 1, text?: string): void {
  const own = {
    ...{ schema: 1, number, version, plan: '甲', title: '通知', documentNumber: '甲发〔2022〕1号' },
    ...{
      codes: {},
      dateOfIssue: { year: 2022, month: 1, day: 1 },
      files: [],
      faces: [],
      substitutes: [],
      fallbacks: [],
    },
  };
  memory.content.set(folder, null);
  memory.content.set(`${folder}/归档信息.json`, text ?? JSON.stringify(own));
}

function look() {
  const findings = new Findings();
  const records = closedRecords(memory.disk, '/归档', findings);
  return { records, faults: findings.sorted().map(({ rule, message }) => `${rule} ${message}`) };
}

test('of each number the latest version counts, in the order of the numbers', () => {
  close('/归档/2022/甲-0002', '甲-0002');
  close('/归档/2022/甲-0002 第2版', '甲-0002', 2);
  close('/归档/2021/甲-0001', '甲-0001');
  const { records, faults } = look();
  expect(faults).toEqual([]);
  expect(latestRecords(records).map(({ folder }) => folder)).toEqual([
    '/归档/2021/甲-0001',
    '/归档/2022/甲-0002 第2版',
  ]);
});

test('what an interrupted closing left is no record, and neither are other folders', () => {
  close('/归档/2022/.未归档完', '甲-0001');
  memory.content.set('/归档/2022/手工整理', null);
  expect(recordFoldersIn(memory.disk, '/归档')).toEqual([]);
  expect(recordFoldersIn(memory.disk, '/没有')).toEqual([]);
});

describe('what is wrong is told', () => {
  test('a version without those before it', () => {
    close('/归档/2022/甲-0002 第3版', '甲-0002', 3);
    close('/归档/2022/甲-0002', '甲-0002');
    expect(look().faults).toEqual(['archive/version-missing 甲-0002 第2版：有第3版，没有第2版']);
  });

  test('a record that cannot be read', () => {
    close('/归档/2022/甲-0002', '甲-0002', 1, '{"schema": 1');
    memory.content.set('/归档/2022/甲-0003', null);
    memory.content.set('/归档/2022/甲-0003/校验值.sha256', '');
    expect(look().faults).toEqual([
      'archive/record-unreadable /归档/2022/甲-0002/归档信息.json：没有，或者读不出来',
      'archive/record-unreadable /归档/2022/甲-0003/归档信息.json：没有，或者读不出来',
    ]);
  });
});
