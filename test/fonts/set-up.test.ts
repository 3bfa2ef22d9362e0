import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunProgram, setUpFonts } from '../../src/fonts/set-up.ts';

let root: string;
let said: string[];
const say = (line: string) => said.push(line);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set-up-'));
  said = [];
});
afterEach(() => rmSync(root, { recursive: true }));

const present: RunProgram = async () => ({ code: 0, output: '' });
const absent: RunProgram = async () => ({ code: 127, output: '' });

test('on Windows nothing is downloaded and the reason is said', async () => {
  expect(await setUpFonts({ root, platform: 'win32', say, run: present })).toBe(0);
  expect(said[0]).toContain('直接使用系统的仿宋');
});

test('without apt the build goes on with other faces', async () => {
  expect(await setUpFonts({ root, platform: 'linux', say, run: absent })).toBe(0);
  expect(said[0]).toContain('本机没有 apt-get');
});

test('a download that fails is tried with lists of its own, then told, and leaves nothing behind', async () => {
  const commands: string[] = [];
  const run: RunProgram = async (program, options) => {
    commands.push(
      [program, options.find((option) => !option.startsWith('-') && !option.includes('='))].join(' '),
    );
    return { code: 100, output: 'E: Unable to locate package' };
  };
  expect(await setUpFonts({ root, platform: 'linux', say, run })).toBe(1);
  expect(commands.slice(2)).toEqual(['apt-get download', 'apt-get update', 'apt-get download']);
  expect(said.at(-2)).toContain('下载没有成功');
  expect(readdirSync(join(root, '.cache/fonts'))).toEqual([]);
});

test('a package without whole fonts is refused', async () => {
  const run: RunProgram = async (program, options, folder) => {
    if (options[0] === 'download') writeFileSync(join(folder, 'fonts.deb'), '');
    if (program === 'dpkg-deb' && options[0] === '--extract') {
      mkdirSync(join(folder, 'package/fandol'), { recursive: true });
      writeFileSync(join(folder, 'package/fandol/FandolSong-Bold.otf'), 'cut short');
    }
    return { code: 0, output: '' };
  };
  expect(await setUpFonts({ root, platform: 'linux', say, run })).toBe(1);
  expect(existsSync(join(root, '.cache/fonts/FandolSong-Bold.otf'))).toBe(false);
});
