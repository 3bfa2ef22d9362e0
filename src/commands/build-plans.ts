import { resolve } from 'node:path';
import type { BuildRequest } from '../arguments.ts';
import { Delivery } from '../delivery/delivery.ts';
import { isIn, shardName } from '../delivery/shards.ts';
import { Findings } from '../diagnostics/findings.ts';
import { facesFingerprint } from '../fonts/fingerprint.ts';
import { chooseJobs, type Job } from '../jobs.ts';
import { Crew } from '../making/crew.ts';
import { Tools } from '../making/tools.ts';
import { build } from '../pipeline.ts';
import { Books } from '../record/books.ts';
import type { BuildRecord } from '../record/build-record.ts';
import { explainRemoval } from '../record/explain.ts';
import { discardRecord, hashFont, loadRecord, recordFile, saveRecord } from '../record/store.ts';
import type { TextFiles } from '../workspace.ts';
import { inputsOf, type Outcome } from './nothing-changed.ts';
import { openTexts, type PlanUnderWay } from './open-plans.ts';
import type { Texts } from './plan-texts.ts';
import { reportBuilt, shownFolder } from './report-built.ts';
import type { Setting } from './setting.ts';

/**
 * From so many jobs of a plan on garbage is cleared away sooner, when as much has come as is held, or half of that: its lists
 * grow with it, whatever is asked for.
 */
const manyJobs = [
  { from: 10_000, percent: 50 },
  { from: 1000, percent: 100 },
] as const;
/** Data of so many characters or bytes are those of thousands of villages: to read them is what takes most memory at once. */
const longData = { from: 200_000, percent: 100 } as const;

/** Who makes files for a request. */
export const crewFor = ({ threads }: BuildRequest, { faces, shelf, cores, startWorker }: Setting): Crew =>
  new Crew(new Tools(faces, shelf), threads ?? cores, startWorker);

/** Opens plans and makes what is asked for of each; nothing where `findings` has errors about the request itself. */
export async function buildPlans(
  texts: Texts,
  request: BuildRequest,
  findings: Findings,
  setting: Setting,
  crew: Crew,
): Promise<Outcome> {
  const lengths = texts.plans.flatMap(({ files }) => Array.from(files.values(), (data) => data?.length ?? 0));
  if (lengths.reduce((sum, length) => sum + length, 0) >= longData.from)
    setting.spareMemory(longData.percent);
  const { plans, templates } = openTexts(texts, request, findings, setting);
  const reports: string[] = [];
  for (const plan of plans) {
    const report = findings.hasErrors ? null : await buildPlan(plan, templates, request, crew, setting);
    if (report !== null) reports.push(report);
  }
  return { reports, plans };
}

/** Makes and delivers what is asked for of a plan; returns what to tell the clerk, null where nothing was written. */
async function buildPlan(
  { name, findings, open: whole, files, beside }: PlanUnderWay,
  templates: TextFiles,
  request: BuildRequest,
  crew: Crew,
  setting: Setting,
): Promise<string | null> {
  if (whole === null || chooseJobs(whole.jobs, request).length === 0) return null;
  const { shard } = request;
  const open = shard === null ? whole : { ...whole, jobs: whole.jobs.filter(({ id }) => isIn(shard, id)) };
  const jobs = chooseJobs(open.jobs, request);
  const { root, terminal, disk, builder, signal } = setting;
  const folder = resolve(root, request.out ?? 'output', name);
  const delivering = new Findings();
  const part = shard === null ? null : shardName(shard);
  const delivery = await Delivery.open({ disk, folder, builder, shard: part }, delivering);
  const file = recordFile(root, folder, part);
  let unfinished = delivery !== null;
  try {
    if (delivery === null) return null;
    const record = loadRecord(disk, file);
    const why = request.why && !request.json ? terminal.say : null;
    const books = new Books({
      record,
      program: setting.program,
      faces: faceBasis(setting, record),
      force: request.force,
      why,
    });
    const inputs = inputsOf({ files, beside }, templates, request, record, setting);
    const stamp = shard === null ? null : { shard, inputs };
    const many = manyJobs.find(({ from }) => whole.jobs.length >= from);
    if (many !== undefined) setting.spareMemory(many.percent);
    crew.begin(jobs.length, request.force || record.inputs === '');
    const { formats } = request;
    const progress = (done: number, total: number, title: string) =>
      terminal.progress?.(`正在生成 ${done + 1}/${total} ${title}`);
    const built = await build({
      name,
      open,
      jobs,
      formats,
      crew,
      books,
      delivery,
      findings,
      stamp,
      signal,
      progress,
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

/** Fingerprint of the faces of the machine, taken when first asked for. */
function faceBasis({ chains, disk }: Setting, record: BuildRecord): () => string {
  let basis: string | null = null;
  return () => {
    basis ??= facesFingerprint(chains(), (file) => hashFont(disk, record.fonts, file));
    return basis;
  };
}
