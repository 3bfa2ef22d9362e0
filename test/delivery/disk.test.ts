import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { machineDisk } from '../../src/delivery/disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(join(folder, '任务书.pdf'), 'abc');
mkdirSync(join(folder, '附件'));

const kindOf = (name: string): string | null => machineDisk.standing(join(folder, name))?.kind ?? null;

describe('what stands at a path', () => {
  test('a file, with its size', () => {
    expect(machineDisk.standing(join(folder, '任务书.pdf'))).toMatchObject({ kind: 'file', size: 3 });
  });

  test('a folder', () => expect(kindOf('附件')).toBe('folder'));

  test('nothing', () => expect(kindOf('没有')).toBeNull());

  test('nothing below a file', () => expect(kindOf(join('任务书.pdf', '没有'))).toBeNull());

  // Windows lets only some users make links.
  describe.skipIf(process.platform === 'win32')('links', () => {
    test('count as what they lead to', () => {
      symlinkSync('任务书.pdf', join(folder, '指向文件'));
      symlinkSync('附件', join(folder, '指向文件夹'));
      expect(machineDisk.standing(join(folder, '指向文件'))).toMatchObject({ kind: 'file', size: 3 });
      expect(kindOf('指向文件夹')).toBe('folder');
    });

    test('stand in the way where they lead nowhere', () => {
      symlinkSync('没有', join(folder, '断了的'));
      expect(kindOf('断了的')).toBe('file');
    });
  });
});
