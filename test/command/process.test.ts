import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatPlace } from '../../src/diagnostics/place.ts';
import { Project, records, second } from './project.ts';

// The command as a clerk starts it: a process of its own, in a project that was just unpacked.
const source = join(import.meta.dirname, '..', '..');
const project = new Project(second);
beforeAll(() => {
  for (const name of ['src', 'package.json'])
    cpSync(join(source, name), project.path(name), { recursive: true });
});
afterAll(() => project.remove());

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: project.root,
    encoding: 'utf8',
    // npm is a script on Windows.
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (error !== undefined) throw error;
  return { code: status ?? -1, out: stdout, err: stderr, progress: [] };
}

const node = (...args: readonly string[]) => run(process.execPath, [project.path('src', 'run.mjs'), ...args]);

test('compiles itself in a folder with Chinese and blanks in its path, and is quiet in a pipe', () => {
  const { code, out, err } = node('build');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('已生成 27 个文件（Word 10、PDF 10、Excel 7）');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(out).not.toMatch(/[\r\u001B]/);
  expect(project.manifest(`output/${second}`).jobs).toHaveLength(12);
});

test('npm run build:docs -- …', () => {
  const args = ['--plan', `data/${second}/`, '--only', 'task-ledger', '--out', '别处'];
  const { code, out } = run('npm', ['run', '--silent', 'build:docs', '--', ...args]);
  expect(code).toBe(0);
  expect(out).toContain('已生成 1 个文件（Excel 1）');
  expect(project.files('别处')).toHaveLength(2);
});

test('exit codes and streams', () => {
  expect(node('build', '--plna')).toMatchObject({ code: 2, out: '' });
  expect(node('fax').code).toBe(2);
  expect(node('build', '--help')).toMatchObject({ code: 0, err: '' });
  expect(node('fonts', '--list')).toMatchObject({ code: 0, err: '' });
  expect(node('fonts', '--lsit').code).toBe(2);

  project.edit(`data/${second}/公文.yaml`, '紧急程度: 加急', '紧急程度: 火急');
  const failed = node('build', '--out', '没有');
  expect(failed).toMatchObject({ code: 1, out: '' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(failed.err).not.toMatch(/[\r\u001B]/);
  expect(project.snapshot('没有')).toBeNull();
  const json = node('build', '--json');
  expect(json).toMatchObject({ code: 1, err: '' });
  const [finding] = records(json);
  expect(finding?.rule).toBe('data/value');
  expect(finding && formatPlace(finding.place)).toBe(project.at(`data/${second}/公文.yaml`, '火急'));
});

test('goes on when nobody reads the output any more', async () => {
  const args = [project.path('src', 'run.mjs'), 'explain'];
  const child = spawn(process.execPath, args, { cwd: project.root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([0, '']);
});
