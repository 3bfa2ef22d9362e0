import { describe, expect, test } from 'vitest';
import type { FileRecord, KnownFont } from '../../src/record/build-record.ts';
import { discardRecord, hashFont, loadRecord, saveRecord } from '../../src/record/store.ts';
import { MemoryDisk, systemFault } from '../delivery/memory-disk.ts';

const file = '/.cache/build/甲方案.txt';

const made = (name: string): FileRecord => ({
  file: { path: `${name}.pdf`, format: 'pdf', bytes: 3, sha256: 'x', pages: 1 },
  changed: 1,
  basis: { content: name, faces: '宋体', program: '一', data: '', allVillages: false },
  places: '',
  findings: [],
  parts: 'abcde'.repeat(40),
});

/** A disk with the record of a build that made a PDF of each job. */
function recorded(...jobs: readonly string[]): MemoryDisk {
  const memory = new MemoryDisk();
  const record = loadRecord(memory.disk, file);
  record.inputs = 'abc';
  record.count = jobs.length;
  for (const id of jobs) record.enter(id, { pdf: made(id) });
  saveRecord(memory.disk, file, record, jobs);
  return memory;
}

describe('the record of a build', () => {
  test('is read as it was written', () => {
    const { disk } = recorded('甲', '乙');
    const record = loadRecord(disk, file);
    expect([record.inputs, record.count]).toEqual(['abc', 2]);
    expect(record.job('乙').pdf).toEqual(made('乙'));
    expect(record.job('甲').pdf).toEqual(made('甲'));
    expect(record.job('丙')).toEqual({});
  });

  test('keeps other formats of a job, other jobs of the plan, and nothing else', () => {
    const { disk } = recorded('甲', '乙', '丙');
    const record = loadRecord(disk, file);
    record.enter('甲', { docx: made('别') });
    expect(Object.keys(record.job('甲'))).toEqual(['pdf', 'docx']);
    saveRecord(disk, file, record, ['甲', '乙']);
    const again = loadRecord(disk, file);
    expect(Object.keys(again.job('甲'))).toEqual(['pdf', 'docx']);
    expect(again.job('乙').pdf).toEqual(made('乙'));
    expect(again.job('丙')).toEqual({});
  });

  test('holds many thousand jobs, in whatever order they are asked for', () => {
    const jobs = Array.from({ length: 3000 }, (_, index) => `第${index}村`);
    const record = loadRecord(recorded(...jobs).disk, file);
    for (const id of [...jobs.slice(0, 500), ...jobs.toReversed().slice(0, 20)]) {
      expect(record.job(id).pdf?.basis.content).toBe(id);
    }
  });

  test('of a build that did not come to its end leaves the one before', () => {
    const { disk } = recorded('甲');
    loadRecord(disk, file).enter('甲', { pdf: made('别') });
    expect(loadRecord(disk, file).job('甲').pdf).toEqual(made('甲'));
  });

  test('of a build that was stopped leaves nothing else', () => {
    const memory = recorded('甲');
    const before = memory.files('/.cache/build');
    const record = loadRecord(memory.disk, file);
    for (let index = 0; index < 500; index++) record.enter(`第${index}村`, { pdf: made('别') });
    expect(memory.files('/.cache/build')).not.toEqual(before);
    discardRecord(memory.disk, file);
    expect(memory.files('/.cache/build')).toEqual(before);
  });

  test('that cannot be written is no fault: the one before stays', () => {
    const memory = recorded('甲');
    memory.before = (action, path) => {
      if (action === 'write') throw systemFault('ENOSPC', 'write', path);
    };
    const record = loadRecord(memory.disk, file);
    record.enter('甲', { pdf: made('别') });
    saveRecord(memory.disk, file, record, ['甲']);
    memory.before = () => undefined;
    expect(loadRecord(memory.disk, file).job('甲').pdf).toEqual(made('甲'));
  });

  test.each([
    '',
    '{',
    'null',
    '{"schema":99}',
    '\t{"schema":2}\n',
    '\tnull\n',
    '甲\t{"pdf":1}\n\t{"schema":1,"fonts":{}}\n',
  ])('that is none, old or damaged knows nothing: %j', (source) => {
    const { disk } = recorded();
    disk.write(file, source);
    expect(loadRecord(disk, file).job('甲')).toEqual({});
  });

  test('that was cut off knows nothing', () => {
    const { disk } = recorded('甲', '乙');
    disk.write(file, new TextDecoder().decode(disk.read(file)).slice(0, -9));
    expect(loadRecord(disk, file).job('甲')).toEqual({});
  });
});

test('a font file is read once as long as it stays; one that cannot be read has no hash, and is asked for again', () => {
  const memory = new MemoryDisk();
  memory.disk.write('/宋体.ttf', '字');
  let reads = 0;
  let refused = true;
  const read = (path: string): Uint8Array => {
    reads += 1;
    if (refused) throw systemFault('EACCES', 'open', path);
    return memory.disk.read(path);
  };
  const known = new Map<string, KnownFont>();
  const hash = () => hashFont({ ...memory.disk, read }, known, '/宋体.ttf');
  expect(hash()).toBe('');
  refused = false;
  expect(hash()).toMatch(/^[\w-]{22}$/);
  hash();
  expect(reads).toBe(2);
  expect(hashFont(memory.disk, known, '/没有.ttf')).toBe('');
});
