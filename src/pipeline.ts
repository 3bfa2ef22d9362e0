import { createHash } from 'node:crypto';
import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { Format, ManifestFile, ManifestJob } from './delivery/manifest.ts';
import type { OutputFile } from './delivery/write-files.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { Workbook } from './document/workbook.ts';
import { embedFaces } from './fonts/embed.ts';
import type { FaceSet } from './fonts/face-set.ts';
import type { Subsetter } from './fonts/harfbuzz.ts';
import { type Job, planJobs } from './jobs.ts';
import { type LoadedPlan, readPlan } from './plan/loading/read-plan.ts';
import type { Plan } from './plan/schema.ts';
import { preflight } from './preflight/preflight.ts';
import type { TypesetDocument } from './typesetting/page.ts';
import { typeset } from './typesetting/typeset.ts';
import type { TextFiles } from './workspace.ts';
import { writeDocx } from './writers/docx/write-docx.ts';
import { type PdfFaces, preparePdfFaces } from './writers/pdf/pdf-faces.ts';
import { usedCharacters } from './writers/pdf/used-characters.ts';
import { writePdf } from './writers/pdf/write-pdf.ts';
import { writeXlsx } from './writers/xlsx/write-xlsx.ts';

/** A plan that is read, with everything that can be made from it. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly placeOf: LoadedPlan['placeOf'];
  /** All jobs, in the order of use. */
  readonly jobs: readonly Job[];
}

/** What is made of a plan, and with what; faces and subsetter come in from `main`. */
export interface BuildInput {
  /** Jobs chosen from those of the plan. */
  readonly jobs: readonly Job[];
  readonly formats: readonly Format[];
  /** Opens the faces of this machine; called only when a PDF is wanted. */
  readonly faces: () => FaceSet;
  readonly subsetter: () => Subsetter;
  /** Those the plan was opened with. */
  readonly findings: Findings;
  /** Told before each job is written. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/** What a build made, nothing of it on the disk yet. */
export interface Built {
  readonly files: readonly OutputFile[];
  readonly jobs: readonly ManifestJob[];
}

/** A job composed and set: all that can go wrong in data and templates has shown by now. */
interface Composed {
  readonly job: Job;
  readonly document: OfficialDocument | null;
  readonly typeset: TypesetDocument | null;
  readonly workbook: Workbook | null;
}

/**
 * Reads a plan and plans its jobs. `files` are its data by name, `templates` by path below `templates/`. Null when
 * the data have errors; broken templates show all their errors when the jobs are composed.
 */
export function openPlan(files: TextFiles, templates: TextFiles, findings: Findings): OpenPlan | null {
  const loaded = readPlan(files, findings);
  const sound = !findings.hasErrors;
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings);
  if (loaded === null || !sound) return null;
  const { plan, placeOf } = loaded;
  const view = planView(plan, placeOf);
  const composition: Composition = { plan, view, wording, tables: tables.composeTable, findings };
  const jobs = planJobs(plan, { composition, workbooks: { plan, view, wording, tables, findings } });
  return { plan, placeOf, jobs };
}

/** Composes, typesets, writes: the files of the jobs; null when there are errors. */
export async function build(input: BuildInput): Promise<Built | null> {
  const { jobs, formats, findings } = input;
  const composed = jobs.map((job) => compose(job, formats));
  if (findings.hasErrors) return null;
  const set = formats.includes('pdf') ? typesetAll(composed, input) : composed;
  if (findings.hasErrors) return null;
  return writeAll(set, input);
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
  return composed.map((each) => {
    if (each.document === null) return each;
    const pages = typeset(each.document, metrics);
    preflight(each.document, pages, findings);
    return { ...each, typeset: pages };
  });
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

async function writeAll(composed: readonly Composed[], input: BuildInput): Promise<Built> {
  const { formats } = input;
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
