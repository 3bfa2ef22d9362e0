import { resolve } from 'node:path';
import type { BuildRequest } from '../arguments.ts';
import { Delivery } from '../delivery/delivery.ts';
import { shardName } from '../delivery/shards.ts';
import { Stager } from '../delivery/staging.ts';
import { Findings } from '../diagnostics/findings.ts';
import { chooseJobs, type Job } from '../jobs.ts';
import { type JobOrder, type MadeJob, makeJob, type Workplace } from '../make-job.ts';
import { Crew } from '../making/crew.ts';
import { Tools } from '../making/tools.ts';
import { type OpenPlan, ofShard } from '../open-plan.ts';
import { build } from '../pipeline.ts';
import { Books } from '../record/books.ts';
import type { Circumstances } from '../record/examine.ts';
import { explainRemoval } from '../record/explain.ts';
import { discardRecord, loadRecord, recordFile, saveRecord } from '../record/store.ts';
import type { PlanOrder } from '../workplace.ts';
import type { TextFiles } from '../workspace.ts';
import { facesFor, inputsOf, type Outcome } from './nothing-changed.ts';
import { openTexts, type PlanUnderWay } from './open-plans.ts';
import type { Texts } from './plan-texts.ts';
import { reportBuilt, shownFolder } from './report-built.ts';
import type { Setting } from './setting.ts';

/**
 * From so many jobs of a plan on garbage is cleared away sooner, when as much has come as is held, half or a fifth of that: its lists
 * grow with it, whatever is asked for.
 */
const manyJobs = [
  { from: 30_000, percent: 20 },
  { from: 10_000, percent: 50 },
  { from: 1000, percent: 100 },
] as const;
/** Data of so many characters or bytes are those of thousands of villages: to read them is what takes most memory at once. */
const longData = { from: 200_000, percent: 100 } as const;

/** Who makes the files of a request, and with what. */
export interface Workforce {
  readonly crew: Crew<PlanOrder, JobOrder, MadeJob>;
  /** What this thread makes files with. */
  readonly tools: Tools;
}

export const workforceFor = (
  { threads }: BuildRequest,
  { faces, shelf, cores, startWorker }: Setting,
): Workforce => ({
  crew: new Crew(threads ?? cores, startWorker === null ? null : () => startWorker('jobs')),
  tools: new Tools(faces, shelf),
});

/** Opens plans and makes what is asked for of each; nothing where `findings` has errors about the request itself. */
export async function buildPlans(
  texts: Texts,
  request: BuildRequest,
  findings: Findings,
  setting: Setting,
  workforce: Workforce,
): Promise<Outcome> {
  const lengths = texts.plans.flatMap(({ files }) => Array.from(files.values(), (data) => data?.length ?? 0));
  if (lengths.reduce((sum, length) => sum + length, 0) >= longData.from)
    setting.spareMemory(longData.percent);
  const { plans, templates } = openTexts(texts, request, findings, setting, () => new Findings());
  const reports: string[] = [];
  for (const plan of plans) {
    const report = findings.hasErrors ? null : await buildPlan(plan, templates, request, workforce, setting);
    if (report !== null) reports.push(report);
  }
  return { reports, plans };
}

/** Makes and delivers what is asked for of a plan; returns what to tell the clerk, null where nothing was written. */
async function buildPlan(
  plan: PlanUnderWay,
  templates: TextFiles,
  request: BuildRequest,
  workforce: Workforce,
  setting: Setting,
): Promise<string | null> {
  const { name, findings, open: whole } = plan;
  if (whole === null || chooseJobs(whole.jobs, request).length === 0) return null;
  const { shard } = request;
  const open = ofShard(whole, shard);
  const jobs = chooseJobs(open.jobs, request);
  const { root, terminal, disk, builder } = setting;
  const folder = resolve(root, request.out ?? 'output', name);
  const part = shard === null ? null : shardName(shard);
  const file = recordFile(root, folder, part);
  const many = manyJobs.find(({ from }) => whole.jobs.length >= from);
  if (many !== undefined) setting.spareMemory(many.percent);
  workforce.crew.begin(jobs.length, request.force || disk.standing(file) === null);
  const delivering = new Findings();
  const delivery = await Delivery.open({ disk, folder, builder, shard: part }, delivering);
  let unfinished = delivery !== null;
  try {
    if (delivery === null) return null;
    const record = loadRecord(disk, file);
    const inputs = inputsOf(plan, templates, request, record, setting);
    const { formats, force } = request;
    const { program } = setting;
    const why = request.why && !request.json ? terminal.say : null;
    const circumstances = { program, faces: facesFor(formats, record, setting), force, why: why !== null };
    openJobs({ ...plan, open }, templates, request, circumstances, delivery, workforce, setting);
    const built = await build({
      name,
      open,
      jobs,
      formats,
      crew: workforce.crew,
      books: new Books(record, circumstances),
      delivery,
      findings,
      stamp: shard === null ? null : { shard, inputs },
      why,
      signal: setting.signal,
      progress: (done, total, title) => terminal.progress?.(`正在生成 ${done + 1}/${total} ${title}`),
    });
    if (built === null) return null;
    unfinished = false;
    record.inputs = inputs;
    record.count = built.jobs.reduce((sum, job) => sum + job.files.length, 0);
    saveRecord(disk, file, record, idsOf(open.jobs));
    for (const path of delivery.removed) why?.(explainRemoval(path));
    const removed = delivery.removed.length;
    return reportBuilt({ name, folder: shownFolder(root, folder), built, removed, open });
  } finally {
    if (unfinished) discardRecord(disk, file);
    findings.add(delivering.sorted());
    terminal.progress?.(null);
  }
}

function* idsOf(jobs: readonly Job[]): Generator<string> {
  for (const { id } of jobs) yield id;
}

/** Says where the jobs of a plan are made: here, and in other threads, which open the plan themselves. */
function openJobs(
  { files, open, composing }: PlanUnderWay & { readonly open: OpenPlan },
  templates: TextFiles,
  { shard, formats }: BuildRequest,
  circumstances: Circumstances,
  delivery: Delivery,
  { crew, tools }: Workforce,
  { disk }: Setting,
): void {
  const staging = delivery.stagingPlace;
  const here: Workplace = {
    open,
    composing,
    tools,
    stager: new Stager(disk, staging),
    formats,
    circumstances,
  };
  crew.open({
    plan: { files, templates, shard, formats, circumstances, staging },
    here: (order) => makeJob(order, here),
  });
}
