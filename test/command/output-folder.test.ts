import { linkSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLines, office, Project, records, second } from './project.ts';

let project: Project;
beforeEach(() => {
  project = new Project(second);
});
afterEach(() => project.remove());

const sheets = ['--only', 'task-sheet', '--format', 'docx'] as const;
const sheet = (name: string) => `output/${second}/3-村任务书/${name}2024年任务书.docx`;
const editVillage = () =>
  project.edit(`data/${second}/任务和村庄.yaml`, '由三个自然村合并而成', '由四个自然村合并而成');

describe('an output folder that cannot be written', () => {
  test.each([
    ['a file stands in its place', '占位'],
    ['a file stands further up', '占位/下面/再下面'],
  ])('%s', async (_, out) => {
    project.write('占位', '别人的文件');
    const before = project.files('.');
    const { code, err } = await project.build(...sheets, '--out', out);
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：${project.path('占位')}：要在这里建文件夹，但已经有一个同名的文件（delivery/unwritable）`,
    ]);
    expect(err).toContain('--out');
    expect(project.read('占位')).toBe('别人的文件');
    expect(project.files('.')).toEqual(before);
  });

  test('folders stand where files go: each is named, the other files stay as they were', async () => {
    await project.build(...sheets);
    for (const name of ['01 东泉', '03 垚堡']) {
      rmSync(project.path(sheet(name)));
      mkdirSync(project.path(sheet(name)));
    }
    const before = project.snapshot('output');
    editVillage();
    const { code, err } = await project.build(...sheets);
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual(
      ['01 东泉', '03 垚堡'].map(
        (name) => `错误：${project.path(sheet(name))}：这里已经有一个同名的文件夹（delivery/unwritable）`,
      ),
    );
    expect(err).toContain('没有写出任何文件。');
    expect(project.snapshot('output')).toEqual(before);
  });

  test('folders made on the way to a fault are removed', async () => {
    // The second file's folder cannot be made: the first one's is there by then.
    project.write(`output/${second}/4-村评价表`, '别人的文件');
    const { code } = await project.build('--village', '东泉', '--format', 'docx');
    expect(code).toBe(1);
    expect(project.files('output')).toEqual([`${second}/4-村评价表`]);
    expect(() => statSync(project.path(`output/${second}/3-村任务书`))).toThrow();
  });
});

describe('a file of an earlier build', () => {
  test('is replaced whole: whoever has it open keeps the old one', async () => {
    await project.build(...sheets);
    const old = project.path('旧的.docx');
    linkSync(project.path(sheet('02 上官庄子牛角湾新村')), old);
    const before = readFileSync(old);
    editVillage();
    expect((await project.build(...sheets)).code).toBe(0);
    expect(readFileSync(old)).toEqual(before);
    expect(readFileSync(project.path(sheet('02 上官庄子牛角湾新村')))).not.toEqual(before);
    expect(project.files('output').filter((path) => path.includes('未完成'))).toEqual([]);
  });

  test('is not touched where it is as it should be', async () => {
    await project.build(...sheets);
    const times = () =>
      ['01 东泉', '02 上官庄子牛角湾新村'].map((name) => statSync(project.path(sheet(name))).mtimeMs);
    const before = times();
    editVillage();
    await project.build(...sheets);
    expect(times()[0]).toBe(before[0]);
    expect(times()[1]).not.toBe(before[1]);
  });

  test('that is no longer foreign to us: other people’s files stay', async () => {
    project.write(`output/${second}/3-村任务书/会议记录.docx`, '别人的文件');
    await project.build(...sheets);
    expect(project.read(`output/${second}/3-村任务书/会议记录.docx`)).toBe('别人的文件');
  });
});

test('the same data saved by Notepad (CRLF, byte order mark) give the same bytes', async () => {
  const set = ['--only', 'notice,task-sheet,evaluation-form,evaluation-summary'] as const;
  await project.build(...set, '--out', '甲');
  for (const folder of ['data', 'templates']) {
    for (const file of project.files(folder)) {
      const text = project.read(`${folder}/${file}`);
      project.write(`${folder}/${file}`, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    }
  }
  const outcome = await project.build(...set, '--out', '乙');
  expect(outcome).toMatchObject({ code: 0, err: '' });
  expect(project.files('乙')).toHaveLength(24);
  expect(project.snapshot('乙')).toEqual(project.snapshot('甲'));
});

describe('progress', () => {
  test('on a terminal every job shows, and the line is gone at the end', async () => {
    const { progress } = await project.run('build', [...sheets], true);
    expect(progress).toEqual([
      '正在生成 1/4 东泉2024年任务书',
      '正在生成 2/4 上官庄子牛角湾新村2024年任务书',
      '正在生成 3/4 垚堡2024年任务书',
      '正在生成 4/4 柳林2024年任务书',
      null,
    ]);
  });

  test('faults on a terminal are coloured, elsewhere not', async () => {
    expect((await project.run('build', ['--plna'], true)).err).toContain('\u001B[31m错误\u001B[0m');
    expect((await project.run('build', ['--plna'])).err).not.toContain('\u001B');
  });
});

describe('what the clerk reads at the end', () => {
  test('how many files where, how long, what to look at', async () => {
    const { out } = await project.build('--format', 'docx');
    expect(out.replace(/[\d.]+ 秒/, 'n 秒').split('\n')).toEqual([
      `“${second}”：已生成 10 个文件（Word 10），放在 output/${second}`,
      '  印发前请先看 1-印发通知/禾政发〔2024〕12号 关于印发《禾泉镇农村人居环境整治提升工作方案》的通知.docx，核对红头、文号、日期、村名、页码',
      '用时 n 秒。',
      '',
    ]);
  });

  test('points the office to what it has to decide', async () => {
    project.remove();
    project = new Project(office);
    const { out } = await project.build('--only', 'task-ledger');
    expect(out).toMatch(/更正记录里有 \d+ 处请办公室确认，见 data\/2022-清廉村居创建\/更正记录\.yaml/);
  });

  test('--json prints records and nothing else', async () => {
    const outcome = await project.build('--only', 'notice', '--format', 'pdf', '--json');
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(records(outcome)).toEqual(project.manifest(`output/${second}`).findings);
    expect((await project.build(...sheets, '--json')).out).toBe('');
  });
});
