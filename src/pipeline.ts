import { createHash } from 'node:crypto';
import type { BuildRequest } from './arguments.ts';
import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { Format, ManifestFile, ManifestJob } from './delivery/manifest.ts';
import type { OutputFile } from './delivery/write-files.ts';
import type { Findings } from './diagnostics/findings.ts';
import { didYouMean } from './diagnostics/nearest.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { Workbook } from './document/workbook.ts';
import { embedFaces } from './fonts/embed.ts';
import type { FaceSet } from './fonts/face-set.ts';
import type { Subsetter } from './fonts/harfbuzz.ts';
import { type Job, planJobs } from './jobs.ts';
import { readPlan } from './plan/loading/read-plan.ts';
import type { Plan } from './plan/schema.ts';
import type { TypesetDocument } from './typesetting/page.ts';
import { typeset } from './typesetting/typeset.ts';
import { writeDocx } from './writers/docx/write-docx.ts';
import { type PdfFaces, preparePdfFaces } from './writers/pdf/pdf-faces.ts';
import { usedCharacters } from './writers/pdf/used-characters.ts';
import { writePdf } from './writers/pdf/write-pdf.ts';
import { writeXlsx } from './writers/xlsx/write-xlsx.ts';

/** Everything a build works from; files, faces and the machine come in from `main`. */
export interface BuildInput {
  /** Data files of the plan by name, and templates by path below `templates/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
  readonly request: Pick<BuildRequest, 'kinds' | 'villages' | 'formats'>;
  /** Opens the faces of this machine; called only when a PDF is wanted. */
  readonly faces: () => FaceSet;
  readonly subsetter: () => Subsetter;
  readonly findings: Findings;
  /** Told before each job is written. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/** What a build made, nothing of it on the disk yet. */
export interface Built {
  readonly plan: Plan;
  readonly files: readonly OutputFile[];
  readonly jobs: readonly ManifestJob[];
  /** Ids of all jobs of the plan, in the order of use. */
  readonly order: readonly string[];
}

/** A job composed and set: all that can go wrong in data and templates has shown by now. */
interface Composed {
  readonly job: Job;
  readonly document: OfficialDocument | null;
  readonly typeset: TypesetDocument | null;
  readonly workbook: Workbook | null;
}

/** Plan jobs, compose, typeset, write: the whole set of files of a plan; null when there are errors. */
export async function build(input: BuildInput): Promise<Built | null> {
  const { files, templates, findings, request } = input;
  const loaded = readPlan(files, findings);
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings);
  if (loaded === null || findings.hasErrors) return null;

  const { plan, placeOf } = loaded;
  const view = planView(plan, placeOf);
  const composition: Composition = { plan, view, wording, tables: tables.composeTable, findings };
  const jobs = planJobs(plan, { composition, workbooks: { plan, view, wording, tables, findings } });
  const chosen = chooseJobs(jobs, plan, input);
  if (findings.hasErrors) return null;

  const composed = chosen.map((job) => compose(job, request.formats));
  if (findings.hasErrors) return null;
  const set = request.formats.includes('pdf') ? typesetAll(composed, input) : composed;
  if (findings.hasErrors) return null;

  const made = await writeAll(set, input);
  return { plan, ...made, order: jobs.map((job) => job.id) };
}

/** The jobs asked for. A village the plan does not know is reported. */
function chooseJobs(jobs: readonly Job[], plan: Plan, { request, findings }: BuildInput): readonly Job[] {
  const { kinds, villages } = request;
  const known = plan.villages.map((village) => village.name);
  for (const name of villages) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known) ?? `方案里的村居：${known.join('、')}。`;
    findings.report('command/usage', `方案里没有“${name}”这个村居`, undefined, { actual: name, hint });
  }
  return jobs.filter(
    (job) =>
      (kinds.length === 0 || kinds.includes(job.kind)) &&
      (villages.length === 0 || (job.village !== null && villages.includes(job.village))),
  );
}

function compose(job: Job, formats: readonly Format[]): Composed {
  const paper = formats.includes('docx') || formats.includes('pdf');
  return {
    job,
    document: paper ? (job.document?.() ?? null) : null,
    typeset: null,
    workbook: formats.includes('xlsx') ? (job.workbook?.() ?? null) : null,
  };
}

function typesetAll(composed: readonly Composed[], { faces, findings }: BuildInput): readonly Composed[] {
  if (composed.every(({ document }) => document === null)) return composed;
  const metrics = faces();
  return composed.map((each) =>
    each.document === null ? each : { ...each, typeset: typeset(each.document, metrics, findings) },
  );
}

/** One set of subset faces for each kind of document: its files use nearly the same characters. */
function facesByKind(
  composed: readonly Composed[],
  { faces, subsetter }: BuildInput,
): ReadonlyMap<string, PdfFaces> {
  const kinds = new Map<string, TypesetDocument[]>();
  for (const { job, typeset: pages } of composed) {
    if (pages === null) continue;
    const key = job.kind === 'attachment' ? job.id : job.kind;
    const documents = kinds.get(key);
    if (documents === undefined) kinds.set(key, [pages]);
    else documents.push(pages);
  }
  return new Map(
    [...kinds].map(([key, documents]) => [
      key,
      preparePdfFaces(embedFaces(faces(), usedCharacters(documents), subsetter())),
    ]),
  );
}

async function writeAll(
  composed: readonly Composed[],
  input: BuildInput,
): Promise<Pick<Built, 'files' | 'jobs'>> {
  const { formats } = input.request;
  const faces = facesByKind(composed, input);
  const files: OutputFile[] = [];
  const jobs: ManifestJob[] = [];
  for (const [index, { job, document, typeset: pages, workbook }] of composed.entries()) {
    input.progress(index, composed.length, job.title);
    const entries: ManifestFile[] = [];
    const add = (format: Format, bytes: Uint8Array, pageCount: number | null) => {
      const path = `${job.path}.${format}`;
      files.push({ path, bytes });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      entries.push({ path, format, bytes: bytes.length, sha256, pages: pageCount });
    };
    if (document !== null && formats.includes('docx')) add('docx', await writeDocx(document), null);
    if (pages !== null) {
      const embedded = faces.get(job.kind === 'attachment' ? job.id : job.kind);
      if (embedded === undefined) throw new Error(`no faces for ${job.id}`);
      add('pdf', await writePdf(pages, embedded), pages.pages.length);
    }
    if (workbook !== null) add('xlsx', await writeXlsx(workbook), null);
    if (entries.length > 0) {
      jobs.push({ id: job.id, kind: job.kind, title: job.title, village: job.village, files: entries });
    }
  }
  return { files, jobs };
}
