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
