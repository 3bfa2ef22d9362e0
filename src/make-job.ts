import type { Format } from './delivery/manifest.ts';
import type { Staged, Stager } from './delivery/staging.ts';
import type { Finding } from './diagnostics/finding.ts';
import type { Findings, Told } from './diagnostics/findings.ts';
import { formatsOf, type Job, pathOf } from './jobs.ts';
import { make } from './making/make.ts';
import type { MadeFile, Task } from './making/task.ts';
import type { Tools } from './making/tools.ts';
import type { OpenPlan } from './open-plan.ts';
import type { FileRecord } from './record/build-record.ts';
import {
  type Circumstances,
  type Examined,
  examine,
  type Known,
  reasons,
  stillGood,
} from './record/examine.ts';

/** What the jobs of a plan are made with in one thread. */
export interface Workplace {
  readonly open: OpenPlan;
  /** What is found when something is composed: handed over job by job. */
  readonly composing: Findings;
  readonly tools: Tools;
  readonly stager: Stager;
  /** Formats that are asked for. */
  readonly formats: readonly Format[];
  readonly circumstances: Circumstances;
}

/** A job to be made, in whatever thread; plain data. */
export interface JobOrder {
  /** Which of the plan's jobs. */
  readonly job: number;
  readonly known: Known;
  /** Its files are staged under this number and those that follow, one a format. */
  readonly staged: number;
  /** It is only composed, to show what else is wrong. */
  readonly composeOnly: boolean;
}

/** A file that was made and staged, or could not be. */
export interface StagedFile {
  /** What the record will say of it. */
  readonly record: FileRecord;
  readonly number: number;
  readonly staged: Staged;
}

/** What came of a job; plain data. */
export interface MadeJob {
  /** What was found when it was composed. */
  readonly composing: readonly Told[];
  /** Files of an earlier build that are still good. */
  readonly good: readonly FileRecord[];
  readonly made: readonly StagedFile[];
  /** What was found when files were made. */
  readonly findings: readonly Finding[];
  /** Why each file was made or not, where somebody asks. */
  readonly reasons: readonly string[];
}

/** Composes a job, and has what is no longer good typeset, checked, written and staged. Different threads do so for different jobs. */
export async function makeJob(order: JobOrder, place: Workplace): Promise<MadeJob> {
  const { open, composing, formats, circumstances, tools } = place;
  const job = open.jobs[order.job];
  if (job === undefined) throw new RangeError(`the plan has no job ${order.job}`);
  const { composed: task, allVillages } = open.watched(() => compose(job, formats));
  const faulty = composing.hasErrors;
  const told = composing.handOver();
  if (order.composeOnly || faulty) return { ...nothingMade, composing: told };
  const data = open.basisOf(job.village, allVillages);
  const pathFor = (format: Format) => pathOf(job, format);
  const examined = examine({ task, data, allVillages }, pathFor, order.known, circumstances);
  const good = examined.flatMap((each) => stillGood(each) ?? []);
  const why = circumstances.why ? reasons(examined) : [];
  const toMake = examined.filter(({ verdict }) => verdict.kind !== 'good');
  if (toMake.length === 0) return { ...nothingMade, composing: told, good, reasons: why };
  const wanted = toMake.map(({ format }) => format);
  const { files, findings } = await make({ ...task, formats: wanted }, tools);
  // Findings come with the pages, so they are kept with the PDF where there is one.
  const bearer = wanted.includes('pdf') ? 'pdf' : wanted[0];
  const made = files.map((file) => {
    const known = toMake.find(({ format }) => format === file.format);
    if (known === undefined) throw new Error(`a file nobody asked for: ${file.format}`);
    return stageFile(file, known, file.format === bearer ? findings : [], order, place);
  });
  return { composing: told, good, made, findings, reasons: why };
}

/** Of a job no file was made of. */
export const nothingMade: MadeJob = { composing: [], good: [], made: [], findings: [], reasons: [] };

function compose(job: Job, formats: readonly Format[]): Task {
  const asked = formatsOf(job).filter((format) => formats.includes(format));
  const paper = asked.includes('docx') || asked.includes('pdf');
  return {
    id: job.id,
    title: job.title,
    document: paper ? (job.document?.() ?? null) : null,
    workbook: asked.includes('xlsx') ? (job.workbook?.() ?? null) : null,
    formats: asked,
  };
}

function stageFile(
  { format, content, sha256, pages }: MadeFile,
  { path, basis, fingerprint }: Examined,
  findings: readonly Finding[],
  { staged: first }: JobOrder,
  { stager, formats }: Workplace,
): StagedFile {
  const number = first + formats.indexOf(format);
  const staged = stager.stage(path, number, content, sha256);
  const record: FileRecord = {
    file: { path, format, bytes: content.length, sha256, pages },
    changed: staged.kind === 'refused' ? 0 : staged.changed,
    basis,
    places: fingerprint.places,
    findings,
    parts: fingerprint.marks(),
  };
  return { record, number, staged };
}
