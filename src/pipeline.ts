import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { Delivery } from './delivery/delivery.ts';
import { type Format, type Manifest, type ManifestJob, mergeJobs } from './delivery/manifest.ts';
import type { Finding } from './diagnostics/finding.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import { formatsOf, type Job, planJobs } from './jobs.ts';
import { ahead } from './making/ahead.ts';
import type { Maker } from './making/maker.ts';
import type { Made, Task } from './making/task.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from './plan/loading/read-plan.ts';
import type { Plan } from './plan/schema.ts';
import { proofread } from './proofreading/proofread.ts';
import type { TextFiles } from './workspace.ts';

/** A plan that is read, with everything that can be made from it. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly placeOf: LoadedPlan['placeOf'];
  /** All jobs, in the order of use. */
  readonly jobs: readonly Job[];
}

/** What is made of a plan, and with what. */
export interface BuildInput {
  /** Name of the plan's folder. */
  readonly name: string;
  readonly open: OpenPlan;
  /** Jobs chosen from those of the plan. */
  readonly jobs: readonly Job[];
  readonly formats: readonly Format[];
  readonly maker: Maker;
  readonly delivery: Delivery;
  /** Those the plan was opened with. */
  readonly findings: Findings;
  /** Tells that the build is to stop. */
  readonly signal: AbortSignal;
  /** Told before each job is made. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/**
 * Reads a plan and plans its jobs. `files` are its data by name, `templates` by path below `templates/`. Null when
 * the data have errors; broken templates show all their errors when the jobs are composed.
 */
export function openPlan(
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
): OpenPlan | null {
  const loaded = readPlan(files, findings);
  const sound = !findings.hasErrors;
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings);
  if (loaded === null || !sound) return null;
  const readJoined = proofread({ source: loaded.source, templates }, findings);
  const { plan, placeOf } = loaded;
  const view = planView(plan, placeOf);
  const composition: Composition = { plan, view, wording, tables: tables.composeTable, findings };
  const jobs = planJobs(plan, { composition, workbooks: { plan, view, wording, tables, findings } });
  return { plan, placeOf, jobs: jobs.map((job) => proofreading(job, readJoined)) };
}

/** A job whose document is proofread when it is composed. */
function proofreading(job: Job, read: (document: OfficialDocument) => void): Job {
  const { document: composeDocument } = job;
  if (composeDocument === null) return job;
  const document = (): OfficialDocument | null => {
    const composed = composeDocument();
    if (composed !== null) read(composed);
    return composed;
  };
  return { ...job, document };
}

/**
 * Composes each job here, has it typeset, checked and written wherever there is a hand free, stages what comes back,
 * and puts all in place at the end; null when there are errors, and everything is as it was.
 */
export async function build(input: BuildInput): Promise<readonly ManifestJob[] | null> {
  const { jobs, maker, delivery, findings, signal } = input;
  const built: ManifestJob[] = [];
  const found: Finding[] = [];
  try {
    for await (const { job, made } of ahead(jobs.entries(), maker.width, (entry) => start(entry, input))) {
      signal.throwIfAborted();
      found.push(...made.findings);
      for (const { format, content, sha256 } of made.files)
        delivery.stage(pathOf(job, format), content, sha256);
      if (made.files.length > 0) built.push(entryOf(job, made));
    }
  } catch (error) {
    delivery.abandon();
    throw error;
  }
  findings.add(found);
  if (findings.hasErrors) {
    delivery.abandon();
    return null;
  }
  return (await delivery.commit(manifestOf(built, input))) ? built : null;
}

const nothing: Made = { files: [], findings: [] };

/** Composes a job and has it made; once there are errors jobs are only composed, to show what else is wrong. */
async function start([index, job]: readonly [number, Job], input: BuildInput) {
  input.progress(index, input.jobs.length, job.title);
  const task = compose(job, input.formats);
  return { job, made: input.findings.hasErrors ? nothing : await input.maker.make(task) };
}

function compose(job: Job, formats: readonly Format[]): Task {
  const paper = formats.includes('docx') || formats.includes('pdf');
  return {
    id: job.id,
    title: job.title,
    document: paper ? (job.document?.() ?? null) : null,
    workbook: formats.includes('xlsx') ? (job.workbook?.() ?? null) : null,
    formats,
  };
}

const pathOf = (job: Job, format: Format): string => `${job.path}.${format}`;

/** A job as the manifest lists it. */
function entryOf(job: Job, { files }: Made): ManifestJob {
  return {
    id: job.id,
    kind: job.kind,
    title: job.title,
    village: job.village,
    files: files.map(({ format, content, sha256, pages }) => ({
      path: pathOf(job, format),
      format,
      bytes: content.length,
      sha256,
      pages,
    })),
  };
}

/** The manifest after this build, which keeps what earlier builds left and this one did not make. */
function manifestOf(built: readonly ManifestJob[], { name, open, delivery, findings }: BuildInput): Manifest {
  const { scheme, notice } = open.plan;
  return {
    schema: 1,
    plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
    jobs: mergeJobs(built, delivery.present(), new Map(open.jobs.map((job) => [job.id, formatsOf(job)]))),
    findings: findings.sorted(),
  };
}
