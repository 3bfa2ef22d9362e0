import { afterAll, describe, expect, test } from 'vitest';
import { Project, second } from './project.ts';

const project = new Project(second);
afterAll(() => project.remove());

describe('the list of jobs', () => {
  test('tells what each is made from and what it makes, and makes nothing', async () => {
    const { code, out, err } = await project.run('plan', ['--village', '东泉']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'task-sheet/东泉　东泉2024年任务书',
      `    用到 data/${second}/任务和村庄.yaml`,
      `    用到 data/${second}/方案.yaml`,
      '    用到 templates/村任务书.md',
      '    用到 templates/表格/村任务书.yaml',
      '    生成 3-村任务书/01 东泉2024年任务书.docx',
      '    生成 3-村任务书/01 东泉2024年任务书.pdf',
      ...out.split('\n').slice(7),
    ]);
    expect(out).toContain(`“${second}”：共 2 项，5 个文件`);
    expect(project.snapshot('output')).toBeNull();
  });

  test('names every template that is rendered, also one whose words all come from the data', async () => {
    const { out } = await project.run('plan', ['--only', 'notice,evaluation-form,task-ledger', '--json']);
    const inputs = new Map(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; inputs: readonly string[] })
        .map(({ id, inputs: files }) => [id, files.filter((file) => file.startsWith('templates/'))]),
    );
    expect(inputs.get('notice')).toEqual(
      expect.arrayContaining([
        'templates/通知.md',
        'templates/实施方案.md',
        'templates/方案内容/工作任务.md',
        'templates/附件/任务清单.md',
        'templates/表格/任务清单.yaml',
      ]),
    );
    expect(inputs.get('evaluation-form/东泉')).toEqual([
      'templates/村评价表.md',
      'templates/表格/村评价表.yaml',
    ]);
    expect(inputs.get('task-ledger')).toEqual([
      'templates/表格/任务台账.yaml',
      'templates/表格/任务台账汇总.yaml',
    ]);
  });

  test('tells what is wrong in the data, with the line', async () => {
    const file = `data/${second}/公文.yaml`;
    project.edit(file, '紧急程度: 加急', '紧急程度: 火急');
    const { code, out, err } = await project.run('plan', []);
    project.edit(file, '紧急程度: 火急', '紧急程度: 加急');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('│   紧急程度: 火急');
  });

  test('as JSON, a line a job, split as the build splits', async () => {
    const lines = async (...args: readonly string[]) =>
      (await project.run('plan', ['--json', ...args])).out.split('\n').filter((line) => line !== '');
    const all = await lines();
    const parts = [...(await lines('--shard', '1/2')), ...(await lines('--shard', '2/2'))];
    expect(all).toHaveLength(12);
    expect(parts.toSorted()).toEqual(all.toSorted());
    expect(JSON.parse(all[0] ?? '')).toMatchObject({ plan: second, id: 'notice', village: null });
  });

  test('tells what is wrong with the request', async () => {
    expect((await project.run('plan', ['--shard', '3/2'])).code).toBe(2);
    expect((await project.run('plan', ['--village', '东全'])).err).toContain('是不是“东泉”？');
  });
});
