import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
  // Node lets a script import only by an experiment, of which it warns whoever runs it.
  expect(project.read('dist/program.cjs')).not.toMatch(/[^\w.$]import\(/);
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

test('believes no code kept beside the program that is damaged or of another version', () => {
  const file = 'dist/program.explain.code';
  const first = node('explain');
  const kept = readFileSync(project.path(file));
  const flipped = Uint8Array.from(kept, (byte, index) => (index === kept.length >> 1 ? byte ^ 1 : byte));
  for (const damaged of [
    flipped,
    kept.subarray(0, kept.length >> 1),
    kept.subarray(0, 8),
    new Uint8Array(0),
  ]) {
    project.write(file, damaged);
    expect(node('explain')).toEqual(first);
    expect(readFileSync(project.path(file)).length).toBeGreaterThan(kept.length / 2);
    expect(readFileSync(project.path(file)).equals(damaged)).toBe(false);
  }

  const before = readFileSync(project.path(file));
  expect(node('explain')).toEqual(first);
  expect(readFileSync(project.path(file)).equals(before)).toBe(true);
  project.edit('dist/stamp.json', '"program":"', '"program":"f');
  expect(node('explain')).toEqual(first);
  expect(readFileSync(project.path(file)).equals(before)).toBe(false);
});

test('compiles anew where a compiled file is gone or was cut off', () => {
  const first = node('explain');
  const whole = readFileSync(project.path('dist/program.cjs'));
  rmSync(project.path('dist/program.cjs'));
  expect(node('explain')).toEqual(first);
  project.write('dist/program.cjs', whole.subarray(0, whole.length >> 1));
  expect(node('explain')).toEqual(first);
  expect(readFileSync(project.path('dist/program.cjs')).equals(whole)).toBe(true);
  expect(readdirSync(project.path('dist')).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('says in Chinese where it cannot compile', () => {
  rmSync(project.path('dist'), { recursive: true });
  project.write('dist', '占位');
  const { code, err } = node('explain');
  rmSync(project.path('dist'));
  expect(code).toBe(1);
  expect(err).toContain('写不进去');
  expect(err).not.toContain('at compile');
});

test('keeps no code of a command that was misused', () => {
  rmSync(project.path('dist/program.explain.code'), { force: true });
  expect(node('explain', 'no/such-rule').code).toBe(2);
  expect(existsSync(project.path('dist/program.explain.code'))).toBe(false);
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
