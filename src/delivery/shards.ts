import type { Findings } from '../diagnostics/findings.ts';
import type { Manifest, ManifestJob } from './manifest.ts';
import { sha256Of } from './sha256.ts';

/** One of several parts the jobs of a build are split into, to be made by as many processes or machines. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** As it stands in names of files: `1-4`. */
export const shardName = ({ index, of }: Shard): string => `${index}-${of}`;

/** Reads `1/4`; null for anything else. */
export function readShard(text: string): Shard | null {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : null;
}

/** Whether a job belongs to a shard: by the hash of its id alone, so that every machine splits alike. */
export const isIn = ({ index, of }: Shard, id: string): boolean =>
  Number.parseInt(sha256Of(id).slice(0, 8), 16) % of === index - 1;

/** What a shard writes in place of the manifest. */
export interface ShardManifest extends Manifest {
  readonly shard: Shard;
  /** Hash of all it went by: data, templates, faces, program, options. */
  readonly inputs: string;
}

const manifestFile = /^manifest\.(\d+)-(\d+)\.json$/;

/** The shard whose manifest has a name; null for other files. */
export function shardOf(fileName: string): Shard | null {
  const [, index, of] = manifestFile.exec(fileName) ?? [];
  return index === undefined || of === undefined ? null : { index: Number(index), of: Number(of) };
}

/** What shards have to add up to. */
export interface Expected {
  /** Ids of the jobs, each with whether it makes anything, in the order of use. */
  readonly jobs: readonly string[];
  readonly inputs: string;
}

/**
 * Joins what shards made; null, with everything that is amiss reported, unless every job was made exactly once, all from
 * the same data with the same program.
 */
export function joinShards(
  manifests: readonly ShardManifest[],
  expected: Expected,
  findings: Findings,
): readonly ManifestJob[] | null {
  const report = (message: string, hint: string): void =>
    findings.report('delivery/shards', message, undefined, { hint });
  const sizes = [...new Set(manifests.map(({ shard }) => shard.of))];
  const [of = 0] = sizes;
  if (sizes.length !== 1) {
    const found = manifests.map(({ shard }) => `${shard.index}/${shard.of}`).join('、');
    const hint = '按同一个份数把每一份都生成一遍（--shard 1/4、2/4……），再合并。';
    report(manifests.length === 0 ? '输出文件夹里没有分份生成的清单' : `各份的份数不一样：${found}`, hint);
    return null;
  }
  const present = new Set(manifests.map(({ shard }) => shard.index));
  for (let index = 1; index <= of; index++) {
    if (!present.has(index))
      report(`缺少第 ${index}/${of} 份`, `运行 npm run build:docs -- --shard ${index}/${of}`);
  }
  for (const { shard, inputs } of manifests) {
    if (inputs === expected.inputs) continue;
    const hint = '各份和这里的数据、模板、字体、程序版本和选项要完全一样；改成一样后重新生成这一份。';
    report(`第 ${shard.index}/${shard.of} 份用的数据、模板、字体、程序或选项与这里的不同`, hint);
  }
  const made = new Map<string, ManifestJob[]>();
  for (const job of manifests.flatMap(({ jobs }) => jobs)) {
    made.set(job.id, [...(made.get(job.id) ?? []), job]);
  }
  const known = new Set(expected.jobs);
  for (const [id, jobs] of made) {
    if (jobs.length > 1) report(`“${id}”生成了 ${jobs.length} 次`, '删去多余的份的清单，或者重新生成各份。');
    if (!known.has(id)) report(`“${id}”不是方案里的`, '数据改过以后，各份都要重新生成。');
  }
  if (present.size === of) {
    for (const id of expected.jobs) {
      if (!made.has(id)) report(`“${id}”没有生成`, '重新生成它所在的那一份。');
    }
  }
  return findings.hasErrors ? null : expected.jobs.flatMap((id) => made.get(id) ?? []);
}
