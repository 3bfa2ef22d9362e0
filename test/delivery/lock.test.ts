import { describe, expect, test } from 'vitest';
import { type Lock, lockName, type Owner, takeLock } from '../../src/delivery/lock.ts';
import { testBuilder } from './builder.ts';
import { MemoryDisk, systemFault } from './memory-disk.ts';

const folder = '/输出';
const start = new Date(2026, 10, 25, 9, 30);

function emptyFolder(): MemoryDisk {
  const memory = new MemoryDisk();
  memory.content.set(folder, null);
  return memory;
}

const isLock = (taken: Lock | Owner): taken is Lock => 'release' in taken;

/** Another process that builds there. */
const other = testBuilder({ process: 7, isRunning: () => true });

describe('two builds at once', () => {
  test('the second waits a moment, then knows who builds since when', async () => {
    const memory = emptyFolder();
    await takeLock(memory.disk, folder, other);
    memory.changed.set(`${folder}/${lockName}`, start.getTime());
    let waited = 0;
    const second = testBuilder({
      isRunning: () => true,
      pause: (milliseconds) => {
        waited += milliseconds;
        return Promise.resolve();
      },
    });
    expect(await takeLock(memory.disk, folder, second)).toEqual({
      process: 7,
      host: '办公室',
      since: start.toISOString(),
    });
    expect(waited).toBe(8_000);
  });

  test('the second goes on when the first has done', async () => {
    const memory = emptyFolder();
    const first = await takeLock(memory.disk, folder, other);
    memory.changed.set(`${folder}/${lockName}`, start.getTime());
    const second = testBuilder({
      isRunning: () => true,
      pause: () => {
        if (isLock(first)) first.release();
        return Promise.resolve();
      },
    });
    const taken = await takeLock(memory.disk, folder, second);
    expect(isLock(taken)).toBe(true);
    if (isLock(taken)) taken.release();
    expect(memory.files(folder)).toEqual({});
  });
});

describe('a disk that refuses', () => {
  test('does not end a build that has done: its lock is left, and grows old', async () => {
    const memory = emptyFolder();
    let beat: () => void = () => undefined;
    const builder = testBuilder({
      every: (_, action) => {
        beat = action;
        return () => undefined;
      },
    });
    const lock = await takeLock(memory.disk, folder, builder);
    memory.before = (action, path) => {
      throw systemFault('EPERM', action, path);
    };
    beat();
    if (isLock(lock)) lock.release();
    memory.before = () => undefined;
    expect(Object.keys(memory.files(folder))).toEqual([lockName]);
    expect(isLock(await takeLock(memory.disk, folder, { ...builder, process: 102 }))).toBe(true);
  });
});

describe('a lock that is not whole', () => {
  test.each([
    { age: 3_000, taken: true, says: 'was left by a process killed while it wrote it' },
    { age: 1_000, taken: false, says: 'may be being written' },
  ])('$says: $age milliseconds old', async ({ age, taken }) => {
    const memory = emptyFolder();
    memory.disk.create(`${folder}/${lockName}`, '');
    memory.changed.set(`${folder}/${lockName}`, start.getTime() - age);
    expect(isLock(await takeLock(memory.disk, folder, testBuilder()))).toBe(taken);
  });
});

describe('a lock whose owner is gone', () => {
  const breaks = async (owner: Partial<Owner>, age: number): Promise<boolean> => {
    const memory = emptyFolder();
    const text = JSON.stringify({ process: 7, host: '办公室', since: '', ...owner });
    memory.disk.create(`${folder}/${lockName}`, text);
    memory.changed.set(`${folder}/${lockName}`, start.getTime() - age);
    return isLock(
      await takeLock(memory.disk, folder, testBuilder({ isRunning: (id) => id === 8 || id === 101 })),
    );
  };
  const minute = 60_000;

  test.each<[string, Partial<Owner>, number, boolean]>([
    ['a process of this machine that ended', {}, 0, true],
    ['a process of this machine that runs', { process: 8 }, 0, false],
    ['a number that another program got since', { process: 8 }, 11 * minute, true],
    ['this process’s own number, which another one had before', { process: 101 }, 0, true],
    ['that number on another machine', { host: '三楼', process: 101 }, minute, false],
    ['another machine that builds', { host: '三楼', process: 8 }, minute, false],
    ['another machine not heard of for long', { host: '三楼', process: 8 }, 11 * minute, true],
  ])('%s', async (_, owner, age, broken) => expect(await breaks(owner, age)).toBe(broken));

  test('that is no lock at all is broken when it is old', async () => {
    const memory = emptyFolder();
    memory.disk.create(`${folder}/${lockName}`, '');
    memory.changed.set(`${folder}/${lockName}`, start.getTime() - 11 * minute);
    expect(isLock(await takeLock(memory.disk, folder, testBuilder()))).toBe(true);
  });
});

describe('shards', () => {
  const taken = async (...shards: readonly (string | null)[]): Promise<readonly boolean[]> => {
    const memory = emptyFolder();
    const results: boolean[] = [];
    for (const [index, shard] of shards.entries()) {
      const builder = testBuilder({ process: index + 1, isRunning: () => true, now: () => new Date(0) });
      const lock = await takeLock(memory.disk, folder, builder, shard);
      for (const path of memory.content.keys()) memory.changed.set(path, 0);
      results.push(isLock(lock));
    }
    return results;
  };

  test('build beside each other, not beside themselves or a build of all jobs', async () => {
    expect(await taken('1-4', '2-4')).toEqual([true, true]);
    expect(await taken('1-4', '1-4')).toEqual([true, false]);
    expect(await taken('1-4', null)).toEqual([true, false]);
    expect(await taken(null, '1-4')).toEqual([true, false]);
  });
});
