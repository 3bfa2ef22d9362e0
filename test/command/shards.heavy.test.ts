import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CompiledProject } from './compiled.ts';
import { office } from './project.ts';

const project = new CompiledProject(office);
afterAll(() => project.remove());

/** Builds all four shards at once, each in a process of its own. */
const buildShards = (...args: readonly string[]) =>
  Promise.all(
    [1, 2, 3, 4].map((index) => project.process(['build', '--shard', `${index}/4`, '--jobs', '1', ...args])),
  );

const merge = (...args: readonly string[]) => project.process(['merge', ...args]);

beforeAll(async () => {
  expect((await project.process(['build', '--out', '整套'])).code).toBe(0);
});

describe('four processes, each with a shard', () => {
  test('make together what one makes alone, byte for byte', async () => {
    for (const { code, err } of await buildShards()) expect([code, err]).toEqual([0, '']);
    const manifests = project.files('output').filter((path) => path.includes('/manifest'));
    expect(manifests).toEqual([1, 2, 3, 4].map((index) => `${office}/manifest.${index}-4.json`));
    const { code, out } = await merge();
    expect(code).toBe(0);
    expect(out).toContain('4 份合成一套，26 项、62 个文件，每项恰好生成一次');
    const [whole, merged] = [project.snapshot('整套'), project.snapshot('output')];
    expect([...(merged?.keys() ?? [])]).toEqual([...(whole?.keys() ?? [])]);
    for (const [path, content] of whole ?? []) expect(merged?.get(path) === content, path).toBe(true);
    expect((await project.process(['build'])).out).toContain('62 个文件都没有变');
  });

  test('are not joined while one is missing or a file is not what was made', async () => {
    await buildShards('--out', '缺');
    const second = `缺/${office}/manifest.2-4.json`;
    const kept = project.read(second);
    project.removeFile(second);
    const missing = await merge('--out', '缺');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('缺少第 2/4 份');

    project.write(second, kept);
    const file = project.files(`缺/${office}`).find((path) => path.endsWith('.docx'));
    project.write(`缺/${office}/${file}`, '坏了');
    const spoilt = await merge('--out', '缺');
    expect(spoilt.code).toBe(1);
    expect(spoilt.err).toContain(`${file}：文件不在了，或者和它那一份的清单不符`);

    project.write(second, kept.replace('"evaluation-form', '"task-sheet'));
    expect((await merge('--out', '缺')).err).toMatch(/生成了 2 次|不是方案里的/);
  });

  test('leave to a build of all jobs what was not joined', async () => {
    await buildShards('--out', '未合');
    const data = `data/${office}/村居.yaml`;
    const before = project.read(data);
    project.edit(data, '名称: 新庄', '名称: 新新庄');
    const { code, err } = await project.process(['build', '--out', '未合']);
    expect([code, err]).toEqual([0, '']);
    await project.process(['build', '--out', '全新']);
    project.write(data, before);
    expect(project.snapshot('未合')).toEqual(project.snapshot('全新'));
  });

  test('take along what no longer belongs to the set', async () => {
    await buildShards();
    project.edit(`data/${office}/村居.yaml`, '名称: 黄家庄', '名称: 黄家新庄');
    for (const { code } of await buildShards()) expect(code).toBe(0);
    expect((await merge()).code).toBe(0);
    expect(project.files('output').filter((path) => path.includes('黄家庄'))).toEqual([]);
    expect((await project.process(['build', '--out', '改后'])).code).toBe(0);
    expect(project.snapshot('output')).toEqual(project.snapshot('改后'));
  });
});
