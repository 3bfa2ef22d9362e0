import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLines, office, Project } from './project.ts';

const folder = `data/${office}`;
const workbook = `${folder}/数据.xlsx`;

describe('npm run data:workbook', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project(office);
  });
  afterEach(() => project.remove());
  const run = (...args: readonly string[]) => project.run('data-workbook', args);

  test('writes the workbook and tells what to take out of which file', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(project.files(folder)).toContain('数据.xlsx');
    expect(out).toContain(`从 ${folder}/村居.yaml 删去“村居:”这一项`);
    expect(out).toContain(`从 ${folder}/评价.yaml 删去“评价”里的“领域:”这一项`);
  });

  test('a table in both places is a fault that names both', async () => {
    await run('--table', '村居');
    const { code, err } = await project.build('--only', 'notice');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([`错误：“村居”在两处都写了（data/duplicate-key） ${workbook}[村居]!A1`]);
    expect(err).toContain(`另一处在 ${folder}/村居.yaml:5:1`);
  });

  test('takes the tables out of the YAML files itself, keeps these, and the same set is built', async () => {
    await project.build('--only', 'attachment', '--format', 'docx,xlsx');
    const before = project.snapshot(`output/${office}/2-附件`);
    const { code, out } = await run('--switch');
    expect([code, out]).toEqual([0, expect.stringContaining('以后只在工作簿里改')]);
    expect(project.read(`${folder}/村居.yaml`)).not.toContain('东姚庄');
    expect(project.read(`${folder}/村居.yaml.bak`)).toContain('东姚庄');
    const built = await project.build('--only', 'attachment', '--format', 'docx,xlsx');
    expect(built.code).toBe(0);
    expect(project.snapshot(`output/${office}/2-附件`)).toEqual(before);
  });

  test('never overwrites a changed workbook by itself; with --replace it keeps the old one', async () => {
    await run('--switch');
    expect((await run()).out).toContain('没有变化');
    project.edit(`${folder}/公文.yaml`, '成文日期: 2022-05-24', '成文日期: 2022-05-23');
    const before = project.snapshot(folder);
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('数据.xlsx 已经有了，与现在要写的不一样');
    expect(project.snapshot(folder)).toEqual(before);
    expect((await run('--replace')).code).toBe(0);
    expect(project.snapshot(folder)?.get('数据.xlsx.bak')).toBe(before?.get('数据.xlsx'));
  });

  test('what a cell cannot hold stays where it is', async () => {
    project.edit(`${folder}/工作任务.yaml`, '- 农经', '- 农经、经管站');
    const before = project.snapshot(folder);
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('“责任单位”里有单元格写不下的内容');
    expect(project.snapshot(folder)).toEqual(before);
  });

  test('data with faults are shown, nothing is written; misuse ends with 2', async () => {
    project.edit(`${folder}/村居.yaml`, '达标年度: 2022', '达标年度: 明年');
    expect((await run()).code).toBe(1);
    expect(project.files(folder)).not.toContain('数据.xlsx');
    const misused = await run('--table', '村局');
    expect([misused.code, misused.err]).toEqual([2, expect.stringContaining('是不是“村居”？')]);
  });
});
