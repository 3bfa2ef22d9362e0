import { afterAll, describe, expect, test } from 'vitest';
import { Project } from './project.ts';

const project = new Project();
afterAll(() => project.remove());
const explain = (...args: readonly string[]) => project.run('explain', args);

describe('npm run explain', () => {
  test.each([
    ['an id', 'data/missing'],
    ['an id in the brackets it is printed in', '（data/missing）'],
    ['the last part of an id', 'missing-field', '模板用到的数据不存在（template/missing-field）'],
    ['a title', '缺少必填项'],
  ])('of %s', async (_, typed, first = '缺少必填项（data/missing）') => {
    const { code, out, err } = await explain(typed);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe(first);
    expect(out).toContain('依据：');
  });

  test('of several', async () => {
    const { out } = await explain('data/date', 'data/marks');
    expect(out).toContain('（data/date）');
    expect(out).toContain('（data/marks）');
  });

  test('without an id lists them all', async () => {
    const { code, out } = await explain();
    expect(code).toBe(0);
    expect(out).toContain('\n数据\n');
    expect(out).toContain('npm run explain -- <规则名>');
  });

  test('a misspelt id brings the nearest, and what is known is told all the same', async () => {
    const { code, out, err } = await explain('data/mising', 'data/date');
    expect(code).toBe(2);
    expect(err).toBe('没有“data/mising”这条规则。是不是“data/missing”？\n');
    expect(out).toContain('（data/date）');
  });

  test('what is like nothing', async () => {
    expect(await explain('颜色')).toMatchObject({
      code: 2,
      out: '',
      err: '没有“颜色”这条规则。不写规则名可以看到全部规则。\n',
    });
  });

  test('--help', async () => {
    expect((await explain('--help')).out).toContain('结束代码');
  });
});
