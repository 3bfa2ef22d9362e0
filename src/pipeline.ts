import { setImmediate } from 'node:timers/promises';
import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { Delivery } from './delivery/delivery.ts';
import { type Format, inOrder, type Manifest, type ManifestJob, mergeJobs } from './delivery/manifest.ts';
import type { ShardManifest } from './delivery/shards.ts';
import { Findings, sortFindings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import { type BasisOf, jobBasis } from './job-basis.ts';
import { formatsOf, type Job, planJobs, reportUnfitNames } from './jobs.ts';
import { noShelf, type Shelf } from './keeping/shelf.ts';
import { ahead } from './making/ahead.ts';
import type { Crew } from './making/crew.ts';
import type { Made, Task } from './making/task.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from './plan/loading/read-plan.ts';
import type { Plan } from './plan/schema.ts';
import { proofread } from './proofreading/proofread.ts';
import { type Books, findingsOf, type Judged } from './record/books.ts';
import type { Look } from './record/judge.ts';
import type { TextFiles } from './workspace.ts';

/** A plan that is read, with everything that can be made from it. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly placeOf: LoadedPlan['placeOf'];
  /** All jobs, in the order of use. */
  readonly jobs: readonly Job[];
  readonly basisOf: BasisOf;
  /** Composes something; tells whether the data of all villages were read for it. */
  readonly watched: <T>(compose: () => T) => { readonly composed: T; readonly allVillages: boolean };
}

/** What is made of a plan, and with what. */
export interface BuildInput {
  /** Name of the plan's folder. */
  readonly name: string;
  readonly open: OpenPlan;
  /** Jobs chosen from those of the plan. */
  readonly jobs: readonly Job[];
  readonly formats: readonly Format[];
  readonly crew: Crew;
  /** What was made from what by earlier builds. */
  readonly books: Books;
  readonly delivery: Delivery;
  /** Those the plan was opened with. */
  readonly findings: Findings;
  /** What the manifest says besides: of a shard, which it is. */
  readonly stamp: Pick<ShardManifest, 'shard' | 'inputs'> | null;
  /** Tells that the build is to stop. */
  readonly signal: AbortSignal;
  /** Told before each job is made. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/**
 * Reads a plan and plans its jobs. `files` are its data by name, `templates` by path below `templates/`; what is read of those that
 * did not change comes from the shelf. Null when
 * the data have errors; broken templates show all their errors when the jobs are composed.
 */
export function openPlan(
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
  shelf: Shelf = noShelf,
): OpenPlan | null {
  const loaded = readPlan(files, findings, shelf);
  const sound = !findings.hasErrors;
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings, shelf);
  if (loaded === null || !sound) return null;
  const joined = proofread({ source: loaded.source, templates }, findings, shelf);
  const { plan, placeOf } = loaded;
  let allVillages = false;
  const view = planView(plan, placeOf, () => {
    allVillages = true;
  });
  const composition: Composition = { plan, view, wording, tables: tables.composeTable, findings };
  reportUnfitNames(plan, placeOf, findings);
  const jobs = planJobs(plan, { composition, workbooks: { plan, view, wording, tables, findings } });
  return {
    plan,
    placeOf,
    jobs: jobs.map((job) => proofreading(job, joined.read)),
    basisOf: jobBasis(plan, templates, joined.basis),
    watched: (compose) => {
      allVillages = false;
      const composed = compose();
      return { composed, allVillages };
    },
  };
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

/** What a build did. */
export interface Built {
  /** Jobs with the files that were asked for. */
  readonly jobs: readonly ManifestJob[];
  /** Formats of the files that were made; the others were still good. */
  readonly made: readonly Format[];
}

/**
 * Composes each job here, has what is no longer good typeset, checked and written wherever there is a hand free,
 * stages what comes back, and puts all in place at the end; null when there are errors, and everything is as it was.
 */
export async function build(input: BuildInput): Promise<Built | null> {
  const { jobs, crew, delivery, books, findings, signal } = input;
  const built: ManifestJob[] = [];
  const found = new Findings();
  const formatsMade: Format[] = [];
  try {
    for await (const work of ahead(jobs.entries(), crew.width, (entry) => start(entry, input))) {
      signal.throwIfAborted();
      if (work === null) continue;
      const { job, judged, made } = work;
      found.add(findingsOf(judged));
      found.add(made.findings);
      const changed = stageAll(job, made, delivery);
      books.enter(judged, made, changed);
      built.push(...entryOf(job, judged, made));
      formatsMade.push(...made.files.map(({ format }) => format));
    }
  } catch (error) {
    delivery.abandon();
    throw error;
  }
  findings.add(found.sorted());
  if (findings.hasErrors) {
    delivery.abandon();
    return null;
  }
  return (await delivery.commit(manifestOf(built, input))) ? { jobs: built, made: formatsMade } : null;
}

/**
 * Composes a job, unless it can be told without that its files are good, and has it made; once there are errors jobs are only
 * composed, to show what else is wrong.
 */
async function start([index, job]: readonly [number, Job], input: BuildInput) {
  const { open, jobs, formats, findings, books, delivery, crew } = input;
  input.progress(index, jobs.length, job.title);
  const basisOf = (allVillages: boolean) => open.basisOf(job.village, allVillages);
  const pathFor = (format: Format) => pathOf(job, format);
  const look: Look = (file, changed) => delivery.look(file, changed);
  const asked = formatsOf(job).filter((format) => formats.includes(format));
  const standing = findings.hasErrors
    ? null
    : books.standing({ id: job.id, formats: asked, basisOf }, pathFor, look);
  // Where nothing is made, too, the process hears of an interruption between two jobs.
  if (standing !== null) return setImmediate({ job, judged: standing, made: nothing });
  const before = findings.count;
  const { composed: task, allVillages } = open.watched(() => compose(job, formats));
  if (findings.hasErrors) return null;
  const quiet = findings.count === before;
  const judged = books.examine({ task, data: basisOf(allVillages), allVillages, quiet }, pathFor, look);
  if (judged.toMake.length === 0) return setImmediate({ job, judged, made: nothing });
  return { job, judged, made: await crew.make({ ...task, formats: judged.toMake }) };
}

const nothing: Made = { files: [], findings: [] };

/** Stages what was made of a job; returns when the disk says each file last changed. */
function stageAll(job: Job, { files }: Made, delivery: Delivery): ReadonlyMap<Format, number> {
  const changed = new Map<Format, number>();
  for (const { format, content, sha256 } of files) {
    const time = delivery.stage(pathOf(job, format), content, sha256);
    if (time !== null) changed.set(format, time);
  }
  return changed;
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

/** A job as the manifest lists it; none where nothing was made of it. */
function entryOf(job: Job, { good }: Judged, { files }: Made): readonly ManifestJob[] {
  const made = files.map(({ format, content, sha256, pages }) => ({
    path: pathOf(job, format),
    format,
    bytes: content.length,
    sha256,
    pages,
  }));
  const all = [...good.map(({ file }) => file), ...made];
  if (all.length === 0) return [];
  return [{ id: job.id, kind: job.kind, title: job.title, village: job.village, files: inOrder(all) }];
}

/** The manifest after this build, which keeps what earlier builds left and this one was not asked for. */
function manifestOf(built: readonly ManifestJob[], input: BuildInput): Manifest {
  const { name, open, delivery, books, stamp, findings } = input;
  const { scheme, notice } = open.plan;
  const makes = new Map(open.jobs.map((job) => [job.id, formatsOf(job)]));
  const jobs = mergeJobs(built, delivery.present(), makes);
  const asked = new Set(built.flatMap(({ files }) => files.map(({ path }) => path)));
  const kept = jobs.flatMap(({ id, files }) =>
    files.filter(({ path }) => !asked.has(path)).flatMap(({ format }) => books.findingsOf(id, format)),
  );
  return {
    schema: 1,
    plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
    jobs,
    findings: sortFindings([...findings.sorted(), ...kept]),
    ...stamp,
  };
}
