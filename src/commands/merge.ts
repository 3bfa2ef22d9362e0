import { join, resolve } from 'node:path';
import { type BuildRequest, readArguments } from '../arguments.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { Disk } from '../delivery/disk.ts';
import { type Manifest, mergeJobs, readManifest } from '../delivery/manifest.ts';
import { joinShards, type ShardManifest, shardName, shardOf } from '../delivery/shards.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { chooseJobs, formatsOf } from '../jobs.ts';
import type { OpenPlan } from '../open-plan.ts';
import type { BuildRecord } from '../record/build-record.ts';
import { loadRecord, recordFile, saveRecord } from '../record/store.ts';
import type { TextFiles } from '../workspace.ts';
import { readAsked } from './asked.ts';
import { inputsOf } from './nothing-changed.ts';
import { openPlans, type PlanUnderWay } from './open-plans.ts';
import { exitCodeOf } from './plan-texts.ts';
import { shownFolder } from './report-built.ts';
import type { Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

const help = `用法：npm run merge:docs -- [与生成时相同的选项]

把分份生成（build:docs 的 --shard）的各份合成一套：核对每一项都恰好生成了一次、每个文件都完好，写出总清单，
删去各份的清单和不再需要的文件。`;

/** `npm run merge:docs`: joins what shards made into one set. Returns the exit code. */
export async function mergeDocs(args: readonly string[], setting: Setting): Promise<number> {
  const asked = readAsked(args, readArguments, help, setting);
  if (typeof asked === 'number') return asked;
  const { request, names, findings } = asked;
  const { plans, templates, sources } = openPlans(names, request, setting, findings);
  for (const plan of plans) await mergePlan(plan, templates, request, findings, setting);
  const found = findings.sorted();
  showFindings(found, sources, setting.terminal, request.json);
  return exitCodeOf(found);
}

async function mergePlan(
  plan: PlanUnderWay,
  templates: TextFiles,
  request: BuildRequest,
  findings: Findings,
  setting: Setting,
): Promise<void> {
  const { name, open, findings: about } = plan;
  const { root, disk, builder, terminal } = setting;
  const folder = resolve(root, request.out ?? 'output', name);
  if (open === null) {
    findings.add(about.sorted());
    return;
  }
  const delivery = await Delivery.open({ disk, folder, builder, shard: null }, findings);
  if (delivery === null) return;
  const own = new Findings();
  const record = loadRecord(disk, recordFile(root, folder, null));
  const shards = shardsIn(disk, folder);
  const expected = {
    jobs: chooseJobs(open.jobs, request).map(({ id }) => id),
    inputs: inputsOf(plan, templates, request, record, setting),
  };
  const jobs = joinShards(shards, expected, own);
  for (const file of (jobs ?? []).flatMap((job) => job.files)) {
    if (delivery.isWhole(file)) continue;
    own.report(
      'delivery/shards',
      `${join(folder, file.path)}：文件不在了，或者和它那一份的清单不符`,
      undefined,
      {
        hint: '重新生成它所在的那一份。',
      },
    );
  }
  findings.add(own.sorted());
  if (jobs === null || own.hasErrors) {
    delivery.abandon();
    return;
  }
  const manifest = wholeManifest(shards, jobs, open, delivery);
  if (!(await delivery.commit(manifest))) return;
  record.inputs = expected.inputs;
  record.count = jobs.reduce((sum, job) => sum + job.files.length, 0);
  const records = shards.map(({ shard }) => loadRecord(disk, recordFile(root, folder, shardName(shard))));
  joinRecords(record, records, expected.jobs);
  saveRecord(
    disk,
    recordFile(root, folder, null),
    record,
    open.jobs.map(({ id }) => id),
  );
  terminal.say(
    `“${name}”：${shards.length} 份合成一套，${jobs.length} 项、${record.count} 个文件，每项恰好生成一次，在 ${shownFolder(root, folder)}`,
  );
}

/** Manifests of shards in a plan's output folder. */
function shardsIn(disk: Disk, folder: string): readonly ShardManifest[] {
  return disk.list(folder).flatMap((name) => {
    if (shardOf(name) === null) return [];
    const manifest = readManifest(new TextDecoder().decode(disk.read(join(folder, name))));
    return manifest !== null && 'shard' in manifest ? [manifest as ShardManifest] : [];
  });
}

/** What is known on this machine of what shards made: the next build of all jobs need not make it again. */
function joinRecords(whole: BuildRecord, shards: readonly BuildRecord[], jobs: readonly string[]): void {
  for (const id of jobs) {
    const made = shards.map((shard) => shard.job(id)).find((files) => Object.keys(files).length > 0);
    if (made !== undefined) whole.enter(id, made);
  }
}

/** The manifest a build of all jobs would have written. */
function wholeManifest(
  shards: readonly ShardManifest[],
  jobs: Manifest['jobs'],
  open: OpenPlan,
  delivery: Delivery,
): Manifest {
  const [first] = shards;
  if (first === undefined) throw new Error('no shards to join');
  return {
    schema: 1,
    plan: first.plan,
    jobs: mergeJobs(jobs, delivery.present(), new Map(open.jobs.map((job) => [job.id, formatsOf(job)]))),
    findings: sortFindings(shards.flatMap(({ findings }) => findings)),
  };
}
