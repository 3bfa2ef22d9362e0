import { rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Project, records, second } from './project.ts';

let project: Project;
beforeEach(async () => {
  project = new Project(second);
  await project.build();
});
afterEach(() => project.remove());

const data = `data/${second}/任务和村庄.yaml`;
const output = `output/${second}`;

/** When each file of the set was written. */
const times = (): ReadonlyMap<string, number> =>
  new Map(project.files(output).map((path) => [path, statSync(project.path(output, path)).mtimeMs]));

/** Builds again; which files were written, and what was said. */
async function again(...args: readonly string[]) {
  const before = times();
  const outcome = await project.build(...args);
  const written = [...times()].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);
  return { ...outcome, written };
}

const remark = () => project.edit(data, '由三个自然村合并而成', '由四个自然村合并而成');

describe('a second build', () => {
  test('writes nothing where nothing changed, and says again what was found', async () => {
    const before = project.snapshot('output');
    const { code, out, err, written } = await again();
    expect([code, err, written]).toEqual([0, '', []]);
    expect(out).toContain('27 个文件都没有变，不用重新生成');
    expect(project.snapshot('output')).toEqual(before);
    expect(records(await project.build('--json'))).toEqual(project.manifest(output).findings);
  });

  test('makes the files that show a changed value, and no others', async () => {
    remark();
    const { out, written } = await again();
    expect(written).toEqual([
      '3-村任务书/02 上官庄子牛角湾新村2024年任务书.docx',
      '3-村任务书/02 上官庄子牛角湾新村2024年任务书.pdf',
      '4-村评价表/02 上官庄子牛角湾新村评价表.docx',
      '4-村评价表/02 上官庄子牛角湾新村评价表.pdf',
      'manifest.json',
    ]);
    expect(out).toContain('已生成 4 个文件（Word 2、PDF 2），其余 23 个没有变');
  });

  test('gives the same set as a build from nothing', async () => {
    remark();
    project.edit(data, '东泉', '西泉');
    await project.build();
    await project.build('--out', '新');
    expect(project.snapshot(output)).toEqual(project.snapshot(`新/${second}`));
  });

  test('does not mind where a value stands in the data', async () => {
    project.write(data, `# 一行说明\n${project.read(data)}`);
    const { out, written } = await again();
    // Where a face helps out for a rare name, the note in the manifest names the line where the name stands now.
    expect(written.filter((file) => file !== 'manifest.json')).toEqual([]);
    expect(out).toMatch(/(?:27 个文件都|其余 25 个)没有变/);
  });

  test('makes everything anew with --force, or by another version of the program', async () => {
    expect((await again('--force')).out).toContain('已生成 27 个文件');
    const { out } = await project.run('build', [], false, '另一版');
    expect(out).toContain('已生成 27 个文件');
  });

  test('makes everything anew when its record was deleted, and changes no file by it', async () => {
    rmSync(project.path('.cache/build'), { recursive: true });
    const { out, written } = await again();
    expect(out).toContain('已生成 27 个文件');
    expect(written).toEqual([]);
  });

  test('makes what somebody deleted', async () => {
    project.removeFile(`${output}/4-村评价表/01 东泉评价表.pdf`);
    const { out, written } = await again();
    expect(written).toEqual(['4-村评价表/01 东泉评价表.pdf']);
    expect(out).toContain('已生成 1 个文件（PDF 1），其余 26 个没有变');
  });

  test('of a part believes what the whole has made', async () => {
    const { out, written } = await again('--village', '东泉', '--format', 'pdf');
    expect(written).toEqual([]);
    expect(out).toContain('2 个文件都没有变');
    remark();
    expect((await again('--village', '东泉')).out).toContain('都没有变');
    expect((await again()).out).toContain('已生成 4 个文件');
  });
});

describe('a village', () => {
  test('that is renamed leaves nothing of its old name', async () => {
    project.edit(data, '名称: 东泉', '名称: 西泉');
    const { out } = await project.build();
    expect(project.files(output).filter((path) => path.includes('东泉'))).toEqual([]);
    expect(project.files(output).filter((path) => path.includes('西泉'))).toHaveLength(5);
    expect(out).toContain('删去不再需要的文件 5 个');
  });

  test('that is gone takes its files along, though they are not asked for; other people’s stay', async () => {
    project.write(`${output}/3-村任务书/会议记录.docx`, '别人的');
    project.edit(data, '名称: 柳林', '名称: 杨林');
    const { code } = await project.build('--only', 'task-ledger');
    expect(code).toBe(0);
    expect(project.files(output).filter((path) => path.includes('柳林'))).toEqual([]);
    expect(project.read(`${output}/3-村任务书/会议记录.docx`)).toBe('别人的');
  });
});

describe('a file edited by hand', () => {
  const sheet = '3-村任务书/01 东泉2024年任务书';
  const today = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const kept = `${sheet}（手改 ${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}）.docx`;

  test('is kept beside the one that belongs there, and named', async () => {
    const made = project.snapshot(output)?.get(`${sheet}.docx`);
    project.write(`${output}/${sheet}.docx`, '手改');
    const { code, out, err } = await project.build();
    expect(code).toBe(0);
    expect(err).toContain('警告：');
    expect(err).toContain(kept.split('/')[1]);
    expect(out).toContain('已生成 1 个文件');
    expect(project.read(`${output}/${kept}`)).toBe('手改');
    expect(project.snapshot(output)?.get(`${sheet}.docx`)).toBe(made);
    expect((await project.build()).out).toContain('27 个文件都没有变');
  });
});

describe('--why', () => {
  test('tells of each file why it was made, down to the value', async () => {
    remark();
    const { out } = await project.build('--why');
    const place = project.at(data, '由四个自然村').replace(/\d+$/, '');
    const lines = out.split('\n');
    const made = lines.findIndex((line) => line.startsWith('4-村评价表/02') && line.includes('.docx：'));
    expect(lines[made]).toMatch(/：重新生成，因为内容变了$/);
    expect(lines[made + 1]).toContain(place);
    expect(lines[made + 1]).toContain('由四个自然村合并而成');
    expect(lines.filter((line) => line.endsWith('：没有变，不重新生成'))).toHaveLength(23);
  });

  test('tells what was taken away', async () => {
    project.edit(data, '名称: 东泉', '名称: 西泉');
    const { out } = await project.build('--why');
    const removed = out.split('\n').filter((line) => line.includes('：删去，因为'));
    expect(removed).toHaveLength(5);
    expect(removed[0]).toBe('3-村任务书/01 东泉2024年任务书.docx：删去，因为现在的方案不再生成这个文件');
  });

  test('tells it when nothing changed', async () => {
    const { out } = await project.build('--why');
    expect(out.split('\n').filter((line) => line.endsWith('：没有变，不重新生成'))).toHaveLength(27);
  });
});
