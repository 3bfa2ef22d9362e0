import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { machineDisk } from '../../src/delivery/disk.ts';
import { systemFault } from './memory-disk.ts';

/** Whether the disk is full: files can be made, but nothing be written to them. */
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeFileSync: typeof fs.writeFileSync = (file, ...rest) => {
    if (disk.full) throw systemFault('ENOSPC', 'write', String(file));
    fs.writeFileSync(file, ...rest);
  };
  return { ...fs, writeFileSync };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterEach(() => {
  disk.full = false;
  rmSync(folder, { recursive: true });
});

test('a file that must not be there yet is made once', () => {
  const file = join(folder, '锁');
  machineDisk.create(file, '甲');
  expect(() => machineDisk.create(file, '乙')).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('甲');
});

test('of one that a full disk takes no word of nothing stays', () => {
  disk.full = true;
  expect(() => machineDisk.create(join(folder, '锁'), '甲')).toThrow('ENOSPC');
  expect(readdirSync(folder)).toEqual([]);
});
