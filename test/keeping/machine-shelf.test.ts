import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machineShelf } from '../../src/keeping/machine-shelf.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'shelf-')), '缓存 kept');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const read = (program: string, name: string): readonly number[] | null => {
  const content = machineShelf({ folder, program }).read(name);
  return content === null ? null : [...content];
};

test('what was put there is there for other runs, and grows', () => {
  const shelf = machineShelf({ folder, program: 'one' });
  expect(shelf.read('a')).toBeNull();
  shelf.append('a', bytes(1, 2));
  shelf.append('a', bytes(3));
  shelf.write('b', bytes(9));
  shelf.write('b', bytes(8));
  expect(read('one', 'a')).toEqual([1, 2, 3]);
  expect(read('one', 'b')).toEqual([8]);
});

test('another version of the program finds nothing, and clears away what the first kept', () => {
  machineShelf({ folder, program: 'one' }).write('a', bytes(1));
  expect(read('two', 'a')).toBeNull();
  machineShelf({ folder, program: 'two' }).write('a', bytes(2));
  expect(readdirSync(folder)).toHaveLength(1);
  expect(read('one', 'a')).toBeNull();
});

test('where nothing can be written nothing is kept, and nobody complains', () => {
  mkdirSync(join(folder, '..'), { recursive: true });
  writeFileSync(folder, 'in the way');
  const shelf = machineShelf({ folder, program: 'one' });
  shelf.write('a', bytes(1));
  shelf.append('a', bytes(1));
  expect(shelf.read('a')).toBeNull();
  expect(existsSync(folder)).toBe(true);
});

test('what was left half-written is cleared away when it is old; of a write that fails nothing is left', () => {
  machineShelf({ folder, program: 'one' }).write('a', bytes(1));
  const [own = ''] = readdirSync(folder);
  for (const [name, hours] of [
    ['b.1-0.new', 2],
    ['c.2-0.new', 0],
  ] as const) {
    const time = Date.now() / 1000 - hours * 3600;
    writeFileSync(join(folder, own, name), 'x');
    utimesSync(join(folder, own, name), time, time);
  }
  mkdirSync(join(folder, own, 'd'));
  machineShelf({ folder, program: 'one' }).write('d', bytes(1));
  expect(readdirSync(join(folder, own)).sort()).toEqual(['a', 'c.2-0.new', 'd']);
});
