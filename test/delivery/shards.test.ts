import { describe, expect, test } from 'vitest';
import type { ManifestJob } from '../../src/delivery/manifest.ts';
import { isIn, joinShards, readShard, type ShardManifest, shardOf } from '../../src/delivery/shards.ts';
import { Findings } from '../../src/diagnostics/findings.ts';

const ids = Array.from({ length: 400 }, (_, index) => `task-sheet/第${index + 1}村`);

describe('jobs are split', () => {
  test.each([1, 2, 4, 7])('into %i shards, each job into one, about as many into each', (of) => {
    const sizes = Array.from(
      { length: of },
      (_, at) => ids.filter((id) => isIn({ index: at + 1, of }, id)).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(ids.length);
    for (const size of sizes) expect(Math.abs(size - ids.length / of)).toBeLessThan(ids.length / of / 2);
  });

  test.each([
    ['1/4', { index: 1, of: 4 }],
    [' 4/4 ', { index: 4, of: 4 }],
    ['0/4', null],
    ['5/4', null],
    ['1', null],
    ['1/0', null],
    ['a/b', null],
  ])('%j is %j', (text, shard) => expect(readShard(text)).toEqual(shard));

  test('a shard’s manifest is known by its name', () => {
    expect(shardOf('manifest.2-4.json')).toEqual({ index: 2, of: 4 });
    expect(shardOf('manifest.json')).toBeNull();
  });
});

const jobOf = (id: string): ManifestJob => ({ id, kind: 'task-sheet', title: id, village: id, files: [] });

const manifest = (index: number, of: number, jobs: readonly string[], inputs = '同'): ShardManifest => ({
  schema: 1,
  plan: { id: '', title: '', documentNumber: '' },
  jobs: jobs.map(jobOf),
  findings: [],
  shard: { index, of },
  inputs,
});

/** Joins shards of a plan with the jobs 甲 乙 丙; what is amiss, or the jobs in order. */
function join(...manifests: readonly ShardManifest[]): readonly string[] {
  const findings = new Findings();
  const joined = joinShards(manifests, { jobs: ['甲', '乙', '丙'], inputs: '同' }, findings);
  return joined?.map(({ id }) => id) ?? findings.sorted().map(({ message }) => message);
}

describe('shards are joined', () => {
  test('in the order of the plan', () => {
    expect(join(manifest(2, 2, ['丙']), manifest(1, 2, ['乙', '甲']))).toEqual(['甲', '乙', '丙']);
  });

  test.each<[string, readonly ShardManifest[], readonly string[]]>([
    ['there are none', [], ['输出文件夹里没有分份生成的清单']],
    ['one is missing', [manifest(1, 3, ['甲']), manifest(3, 3, ['乙'])], ['缺少第 2/3 份']],
    ['a job is missing', [manifest(1, 2, ['甲']), manifest(2, 2, ['丙'])], ['“乙”没有生成']],
    [
      'a job was made twice',
      [manifest(1, 2, ['甲', '乙']), manifest(2, 2, ['乙', '丙'])],
      ['“乙”生成了 2 次'],
    ],
    [
      'one comes from other data',
      [manifest(1, 2, ['甲', '乙'], '异'), manifest(2, 2, ['丙'])],
      ['第 1/2 份用的数据、模板、字体、程序或选项与这里的不同'],
    ],
    [
      'they are parts of different wholes',
      [manifest(1, 2, ['甲', '乙']), manifest(2, 3, ['丙'])],
      ['各份的份数不一样：1/2、2/3'],
    ],
    [
      'one has a job the plan has not',
      [manifest(1, 2, ['甲', '乙', '丁']), manifest(2, 2, ['丙'])],
      ['“丁”不是方案里的'],
    ],
  ])('not when %s', (_, manifests, told) => expect(join(...manifests)).toEqual(told));
});
