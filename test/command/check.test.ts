import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changed } from '../inspection/tampering.ts';
import { faultLines, Project, records, second } from './project.ts';

let project: Project;
beforeEach(() => {
  project = new Project(second);
});
afterEach(() => project.remove());

const village = ['--village', '东泉'] as const;
const check = (...args: string[]) => project.run('check', args);

test('a sound plan that was never built is sound; nothing is written', async () => {
  const before = project.files('.');
  const { code, out, err } = await check();
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('还没有生成过文件');
  expect(out).toContain('没有发现需要改的问题。');
  expect(project.files('.')).toEqual(before);
});

test('files that are what the data make are sound', async () => {
  await project.build(...village);
  const before = project.snapshot('output');
  const { code, out, err } = await check();
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('重读了 5 个已经生成的文件');
  expect(project.snapshot('output')).toEqual(before);
});

test('files of a village that has another name now are strays', async () => {
  await project.build(...village, '--only', 'task-sheet', '--format', 'docx');
  project.edit(`data/${second}/任务和村庄.yaml`, '名称: 东泉', '名称: 东皋');
  const { code, err } = await check();
  expect(code).toBe(0);
  expect(faultLines(err)).toEqual([
    '警告：3-村任务书/01 东泉2024年任务书.docx：方案里已经没有这一份（written/stray） “东泉2024年任务书”',
  ]);
});

test('a changed template makes every file of it differ, as warnings', async () => {
  await project.build(...village, '--only', 'task-sheet');
  project.edit('templates/村任务书.md', '年任务书]', '年任务单]');
  const { code, err, out } = await check('--json');
  expect([code, err]).toEqual([0, '']);
  // Which faces help out for a rare name is the machine's matter.
  const found = records({ code, out, err, progress: [] }).filter(({ rule }) => rule !== 'fonts/fallback');
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['written/differs']));
  expect(found.map(({ paper }) => paper?.document)).toContain('task-sheet/东泉');
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('a file whose look was changed by hand is told as such, one that is only old as old', async () => {
  await project.build(...village, '--only', 'task-sheet');
  const [docx = ''] = project.files('output').filter((file) => file.endsWith('.docx'));
  const path = `output/${docx}`;
  const edited = changed(readFileSync(project.path(path)), 'word/styles.xml', (xml) =>
    xml.replaceAll('w:line="592"', 'w:line="400"'),
  );
  project.write(path, edited);
  const { code, err } = await check('--format', 'docx');
  expect(code).toBe(1);
  expect(faultLines(err)[0]).toMatch(/^错误：.*行距不对.*“固定值 20 磅”，现在应当是“固定值 29.6 磅”/u);
  expect(err).toContain('办法：这个文件生成以后有人改过。');
  await project.build(...village, '--only', 'task-sheet');
  project.edit('templates/村任务书.md', '年任务书]', '年任务单]');
  expect((await check('--format', 'docx')).err).toContain('还没有重新生成，运行 npm run build:docs。');
});

test('a file that is gone, and one that is damaged', async () => {
  await project.build(...village, '--only', 'task-sheet');
  const [docx = '', pdf = ''] = project.files('output').filter((file) => /\.(?:docx|pdf)$/.test(file));
  project.removeFile(`output/${docx}`);
  project.write(`output/${pdf}`, '不是 PDF');
  const { code, err } = await check();
  expect(code).toBe(1);
  const lines = faultLines(err);
  expect(lines.filter((line) => line.startsWith('错误'))).toEqual([
    expect.stringContaining('（written/unreadable）'),
  ]);
  expect(lines.filter((line) => line.startsWith('警告'))).toEqual([
    expect.stringContaining('（written/missing）'),
  ]);
});

test('faults of the data are told as the build tells them', async () => {
  project.edit(`data/${second}/方案.yaml`, '标题:', '标提:');
  const [checked, built] = [await check(), await project.build()];
  expect(checked.code).toBe(1);
  expect(faultLines(checked.err)).toEqual(faultLines(built.err));
  expect(project.files('output')).toEqual([]);
});

test('help, and options that make no sense', async () => {
  expect((await check('--help')).out).toContain('npm run check:docs');
  expect((await check('--plan', '没有')).code).toBe(2);
});
