import { describe, expect, test } from 'vitest';
import { Delivery } from '../../src/delivery/delivery.ts';
import { sha256Of } from '../../src/delivery/sha256.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { testBuilder } from './builder.ts';
import { deliver, type FileSet, folder, manifestOf, standing } from './deliver.ts';
import { Death, MemoryDisk, systemFault } from './memory-disk.ts';

const first = { '任务书/01 甲.docx': '甲一', '任务书/02 乙.docx': '乙一', '评价/01 甲.docx': '评一' };
const later = { '任务书/01 甲.docx': '甲二', '任务书/02 丙.docx': '丙二', '通知/通知.docx': '通知' };

describe('a set of files', () => {
  test('is put in place with its manifest, and nothing else is left', async () => {
    const memory = new MemoryDisk();
    expect(await deliver(memory, first)).toEqual({ done: true, told: [] });
    expect(standing(memory)).toEqual(first);
    expect(JSON.parse(memory.files(folder)['manifest.json'] ?? '')).toEqual(manifestOf(first));
  });

  test('takes away what is no longer made, with folders that are empty then, and nothing of others', async () => {
    const memory = new MemoryDisk();
    await deliver(memory, first);
    memory.disk.write(`${folder}/任务书/会议记录.docx`, '别人的');
    await deliver(memory, later);
    expect(standing(memory)).toEqual({ ...later, '任务书/会议记录.docx': '别人的' });
    expect(memory.content.has(`${folder}/评价`)).toBe(false);
  });

  test('that is as it should be is not touched', async () => {
    const memory = new MemoryDisk();
    await deliver(memory, first);
    const acted: string[] = [];
    memory.before = (action, path) => void (path.includes('正在生成') || acted.push(`${action} ${path}`));
    await deliver(memory, first);
    expect(acted).toEqual([]);
  });

  test('is taken back when the build finds errors', async () => {
    const memory = new MemoryDisk();
    const delivery = await Delivery.open(
      { disk: memory.disk, folder, builder: testBuilder(), shard: null },
      new Findings(),
    );
    delivery?.stage('任务书/01 甲.docx', Buffer.from('甲'), sha256Of('甲'));
    delivery?.abandon();
    expect([...memory.content.keys()]).toEqual(['/']);
  });
});

test('a file that another program lets nobody read is named when it is to be replaced, and stays', async () => {
  const memory = new MemoryDisk();
  await deliver(memory, first);
  const path = '任务书/01 甲.docx';
  const read = (file: string): Uint8Array => {
    if (file.endsWith(path)) throw systemFault('EBUSY', 'open', file);
    return memory.disk.read(file);
  };
  const findings = new Findings();
  const destination = { disk: { ...memory.disk, read }, folder, builder: testBuilder(), shard: null };
  const delivery = await Delivery.open(destination, findings);
  const file = { path, format: 'docx', bytes: 1, sha256: sha256Of('甲一'), pages: null } as const;
  expect(delivery?.look(file, 0)).toBe('edited');
  delivery?.stage(path, Buffer.from('甲二'), sha256Of('甲二'));
  expect(await delivery?.commit(manifestOf({ ...first, [path]: '甲二' }))).toBe(false);
  expect(findings.sorted().map(({ message }) => message)).toEqual([
    `${folder}/${path}：文件正被别的程序打开，或者没有写入权限`,
  ]);
  expect(standing(memory)).toEqual(first);
});

describe('a file that was edited by hand', () => {
  const kept = '任务书/01 甲（手改 2026-11-20）.docx';
  const edited = async (): Promise<MemoryDisk> => {
    const memory = new MemoryDisk();
    await deliver(memory, first);
    memory.disk.write(`${folder}/任务书/01 甲.docx`, '手改');
    return memory;
  };

  test('is kept beside under the day it was saved, and reported', async () => {
    const memory = await edited();
    const { done, told } = await deliver(memory, { ...first, '任务书/01 甲.docx': '甲二' });
    expect(done).toBe(true);
    expect(told).toEqual([`${folder}/任务书/01 甲.docx：生成以后被人改过，改过的一份留作 ${folder}/${kept}`]);
    expect(standing(memory)).toEqual({ ...first, '任务书/01 甲.docx': '甲二', [kept]: '手改' });
  });

  test('is kept though nobody makes it any more', async () => {
    const memory = await edited();
    await deliver(memory, { '评价/01 甲.docx': '评一' });
    expect(standing(memory)).toEqual({ '评价/01 甲.docx': '评一', [kept]: '手改' });
  });

  test('twice on one day is kept twice', async () => {
    const memory = await edited();
    await deliver(memory, first);
    memory.disk.write(`${folder}/任务书/01 甲.docx`, '又改');
    await deliver(memory, first);
    expect(standing(memory)).toEqual({
      ...first,
      [kept]: '手改',
      '任务书/01 甲（手改 2026-11-20 2）.docx': '又改',
    });
  });

  test('and was there before any manifest is kept as well', async () => {
    const memory = new MemoryDisk();
    memory.content.set('/公文', null).set(folder, null).set(`${folder}/任务书`, null);
    memory.disk.write(`${folder}/任务书/01 甲.docx`, '别人的');
    await deliver(memory, first);
    expect(standing(memory)).toEqual({ ...first, [kept]: '别人的' });
  });
});

describe('killed at any moment', () => {
  /** Lets a delivery die before its nth action; false when it had fewer. */
  async function dieAt(memory: MemoryDisk, moment: number): Promise<boolean> {
    memory.actions = 0;
    memory.before = () => {
      if (memory.actions >= moment) throw new Death();
    };
    try {
      await deliver(memory, later);
      return false;
    } catch (error) {
      if (!(error instanceof Death)) throw error;
      return true;
    } finally {
      memory.before = () => undefined;
    }
  }

  const prepared = async (): Promise<MemoryDisk> => {
    const memory = new MemoryDisk();
    await deliver(memory, first);
    memory.disk.write(`${folder}/任务书/02 乙.docx`, '手改');
    return memory;
  };
  const survivor = testBuilder({ process: 202, isRunning: (id) => id === 202 });
  const expected = { ...later, '任务书/02 乙（手改 2026-11-20）.docx': '手改' };

  test('every file is the old one or the new one, and the next build completes the set', async () => {
    let moments = 0;
    for (let moment = 1; ; moment++) {
      const memory = await prepared();
      if (!(await dieAt(memory, moment))) break;
      moments += 1;
      const old: FileSet = { ...first, '任务书/02 乙.docx': '手改' };
      for (const [path, text] of Object.entries(standing(memory))) {
        if (path.startsWith('.')) continue;
        expect([old[path], expected[path as keyof typeof expected]], `${path} at ${moment}`).toContain(text);
      }
      expect(await deliver(memory, later, survivor), `after ${moment}`).toMatchObject({ done: true });
      expect(standing(memory), `after ${moment}`).toEqual(expected);
      expect(memory.content.has(`${folder}/评价`)).toBe(false);
    }
    expect(moments).toBeGreaterThan(20);
  });

  test('even when the next build is killed as well', async () => {
    for (let one = 1; one <= 30; one += 3) {
      for (let two = 1; two <= 30; two += 2) {
        const memory = await prepared();
        await dieAt(memory, one);
        await dieAt(memory, two);
        await deliver(memory, later, survivor);
        expect(standing(memory), `after ${one} and ${two}`).toEqual(expected);
      }
    }
  });

  test('what the clerk saves meanwhile is kept', async () => {
    for (let moment = 1; moment <= 30; moment++) {
      const memory = await prepared();
      await dieAt(memory, moment);
      memory.disk.write(`${folder}/任务书/01 甲.docx`, '刚存的');
      await deliver(memory, later, survivor);
      expect(Object.values(standing(memory)), `after ${moment}`).toContain('刚存的');
    }
  });
});

describe('a disk that refuses', () => {
  const delivered = async (): Promise<MemoryDisk> => {
    const memory = new MemoryDisk();
    await deliver(memory, first);
    return memory;
  };

  test.each([
    ['is full while files are staged', 'write', '.未完成/2', 'ENOSPC', '磁盘已满'],
    ['is full when the journal is written', 'write', 'journal', 'ENOSPC', '磁盘已满'],
    ['holds a file open', 'probe', '任务书/01 甲.docx', 'EBUSY', '文件正被别的程序打开'],
    ['holds open a file that is to go', 'probe', '任务书/02 乙.docx', 'EPERM', '文件正被别的程序打开'],
    ['is read-only', 'create', '正在生成', 'EROFS', '文件夹是只读的'],
    ['lets nobody in', 'create', '正在生成', 'EACCES', '没有写入权限'],
    ['has no room for a long name', 'makeFolder', '通知', 'ENAMETOOLONG', '路径太长'],
  ])('%s: it is said, and everything is as it was', async (_, action, path, code, message) => {
    const memory = await delivered();
    const old = memory.files(folder);
    memory.before = (now, at) => {
      if (now === action && at.includes(path)) throw systemFault(code, 'open', at);
    };
    const { done, told } = await deliver(memory, later);
    expect(done).toBe(false);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(message);
    expect(memory.files(folder)).toEqual(old);
    expect(memory.content.has(`${folder}/通知`)).toBe(false);
  });

  test('every file that is held open is named', async () => {
    const memory = await delivered();
    memory.before = (action, path) => {
      if (action === 'probe') throw systemFault('EBUSY', 'open', path);
    };
    const { told } = await deliver(memory, later);
    expect(told.map((message) => message.split('：')[0]?.split('/').at(-1))).toEqual([
      'manifest.json',
      '01 甲.docx',
      '02 乙.docx',
      '01 甲.docx',
    ]);
  });

  test('for a moment is asked again', async () => {
    const memory = await delivered();
    let refusals = 0;
    memory.before = (action, path) => {
      if (action === 'rename' && path.endsWith('甲.docx') && refusals++ < 4)
        throw systemFault('EPERM', 'rename', path);
    };
    expect(await deliver(memory, later)).toEqual({ done: true, told: [] });
    expect(refusals).toBe(5);
    expect(standing(memory)).toEqual(later);
  });

  test('in the midst of putting files in place: the rest is done by the next build', async () => {
    const memory = await delivered();
    memory.before = (action, path) => {
      if (action === 'rename' && path.endsWith('甲.docx')) throw systemFault('EBUSY', 'rename', path);
    };
    const { done, told } = await deliver(memory, later);
    expect([done, told]).toEqual([
      false,
      [
        '/公文/方案：还有 1 个文件没有换成新的，其余的已经换好',
        expect.stringContaining('任务书/01 甲.docx：文件正被别的程序打开'),
      ],
    ]);
    expect(standing(memory)['任务书/01 甲.docx']).toBe('甲一');
    expect(JSON.parse(memory.files(folder)['manifest.json'] ?? '')).toEqual(manifestOf(first));
    memory.before = () => undefined;
    expect(await deliver(memory, later)).toEqual({ done: true, told: [] });
    expect(standing(memory)).toEqual(later);
  });
});
