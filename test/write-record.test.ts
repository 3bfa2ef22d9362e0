import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchiveFile } from '../src/close-record.ts';
import { Findings } from '../src/diagnostics/findings.ts';
import { holdingArchive, writeRecord } from '../src/write-record.ts';
import { testBuilder } from './delivery/builder.ts';
import { MemoryDisk, systemFault } from './delivery/memory-disk.ts';

let memory: MemoryDisk;
let findings: Findings;
let stop: AbortController;

beforeEach(() => {
  memory = new MemoryDisk();
  findings = new Findings();
  stop = new AbortController();
});

const base = '/归档';
const folder = `${base}/2022/甲-0001`;
const place = () => ({ disk: memory.disk, builder: testBuilder(), signal: stop.signal });
const faults = () => findings.sorted().map(({ rule, message }) => `${rule} ${message}`);

async function* record(before: (path: string) => void = () => undefined): AsyncGenerator<ArchiveFile> {
  for (const path of ['归档件/PDF/通知.pdf', '元数据.xml', '校验值.sha256']) {
    before(path);
    yield { path, content: Buffer.from(path) };
  }
}

/** Closes a record as the command does. */
const close = (files: AsyncIterable<ArchiveFile> = record(), at = folder) =>
  holdingArchive(base, place(), findings, () => writeRecord(at, files, place(), findings));

test('a record is there in one step, with nothing besides', async () => {
  const folders: string[] = [];
  memory.before = (action, path) => {
    if (action === 'rename') folders.push(path);
  };
  expect(await close()).toMatch(/^[0-9a-f]{64}$/);
  expect(folders).toEqual([folder]);
  expect(Object.keys(memory.files(base))).toEqual([
    '2022/甲-0001/元数据.xml',
    '2022/甲-0001/归档件/PDF/通知.pdf',
    '2022/甲-0001/校验值.sha256',
  ]);
});

test('what an interrupted closing left is cleared away', async () => {
  for (const path of [base, `${base}/2022`, `${base}/2022/.未归档完`]) memory.content.set(path, null);
  memory.content.set(`${base}/2022/.未归档完/半份.pdf`, '半');
  await close();
  expect(Object.keys(memory.files(base)).filter((path) => path.includes('半'))).toEqual([]);
});

describe('nothing is lost and nothing left where the disk refuses', () => {
  test.each([
    ['ENOSPC', '磁盘已满'],
    ['EROFS', '文件夹是只读的'],
    ['EACCES', '文件正被别的程序打开，或者没有写入权限'],
    ['EBUSY', '文件正被别的程序打开，或者没有写入权限'],
  ])('%s at any moment', async (code, said) => {
    await close();
    const whole = memory.content;
    const actions = memory.actions;
    for (let at = 1; at <= actions; at++) {
      memory = new MemoryDisk();
      for (const [path, text] of whole) memory.content.set(path, text);
      findings = new Findings();
      let from = 0;
      // The disk is full, or a folder read-only, from some action on: what removes still works.
      memory.before = (action, path) => {
        if (['remove', 'removeFolder', 'probe'].includes(action)) return;
        from += 1;
        if (from >= at) throw systemFault(code, action === 'makeFolder' ? 'mkdir' : 'open', path);
      };
      const list = await close(record(), `${folder} 第2版`);
      if (list !== null) break;
      expect(faults().join('\n')).toContain(said);
      expect(new Map([...memory.content].sort())).toEqual(new Map([...whole].sort()));
    }
  });

  test('a first closing leaves not even the folders it made', async () => {
    memory.before = (action, path) => {
      if (action === 'write' && path.endsWith('.xml')) throw systemFault('ENOSPC', 'write', path);
    };
    expect(await close()).toBeNull();
    expect([...memory.content.keys()]).toEqual(['/']);
    expect(faults()).toEqual([`delivery/unwritable ${folder}：磁盘已满`]);
  });

  test('a file held for a moment only holds nothing up', async () => {
    let refusals = 3;
    memory.before = (action, path) => {
      if (action === 'rename' && refusals-- > 0) throw systemFault('EPERM', 'rename', path);
    };
    expect(await close()).not.toBeNull();
  });
});

test('Ctrl-C in the middle leaves nothing behind', async () => {
  const files = record((path) => {
    if (path === '元数据.xml') stop.abort(new Error('stopped'));
  });
  await expect(close(files)).rejects.toThrow('stopped');
  expect([...memory.content.keys()]).toEqual(['/']);
});

test('a closed record is never written over', async () => {
  await close();
  const before = new Map(memory.content);
  expect(await close()).toBeNull();
  expect(faults()).toEqual([`archive/closed ${folder}：已经归档了`]);
  expect(memory.content).toEqual(before);
});

test('a file where the folder should be is said to be in the way', async () => {
  memory.content.set(base, '是个文件');
  expect(await close()).toBeNull();
  expect(faults()[0]).toContain('已经有一个同名的文件');
});

test('of two closings at once the second is told who closes, and changes nothing', async () => {
  memory.content.set(base, null);
  memory.content.set(
    `${base}/.正在生成`,
    JSON.stringify({ process: 7, host: '档案室', since: '2026-11-25T01:00:00Z' }),
  );
  memory.changed.set(`${base}/.正在生成`, new Date(2026, 10, 25, 9, 29).getTime());
  expect(await close()).toBeNull();
  expect(faults()[0]).toContain('delivery/busy /归档：电脑 档案室 上的程序（进程号 7）正在往这里生成');
  expect(Object.keys(memory.files(base))).toEqual(['.正在生成']);
});
