import type { Format, ManifestJob } from './delivery/manifest.ts';
import { sha256Of } from './delivery/sha256.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import type { Workbook } from './document/workbook.ts';
import type { FaceSet } from './fonts/face-set.ts';
import { inspectDocx } from './inspection/docx/inspect-docx.ts';
import type { WrittenFault } from './inspection/fault.ts';
import { inspectXlsx } from './inspection/inspect-xlsx.ts';
import { inspectPdf } from './inspection/pdf/inspect-pdf.ts';
import type { Job } from './jobs.ts';
import { setAndCheck } from './making/make.ts';
import { fitPages } from './typesetting/fit-pages.ts';
import type { TypesetDocument } from './typesetting/page.ts';
import type { WrittenFiles } from './written-files.ts';

/** What is checked, and with what. */
export interface CheckInput {
  readonly jobs: readonly Job[];
  /** Ids of all jobs of the plan, chosen or not. */
  readonly known: ReadonlySet<string>;
  readonly formats: readonly Format[];
  readonly faces: () => FaceSet;
  /** What an earlier build left; null where there was none. */
  readonly written: WrittenFiles | null;
  /** Those the plan was opened with. */
  readonly findings: Findings;
  readonly signal: AbortSignal;
  /** Told before each job is checked. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/** A job as the present data make it. */
interface Present {
  readonly document: OfficialDocument | null;
  readonly typeset: TypesetDocument | null;
  readonly workbook: Workbook | null;
}

/** Composes, typesets and checks jobs, and reads their files again; returns how many files were read. */
export async function check(input: CheckInput): Promise<number> {
  const { jobs, faces, written, findings, signal, progress } = input;
  let read = 0;
  for (const [index, job] of jobs.entries()) {
    signal.throwIfAborted();
    progress(index, jobs.length, job.title);
    const document = job.document?.() ?? null;
    const workbook = job.workbook?.() ?? null;
    const typeset = document === null ? null : setAndCheck(document, job.title, { faces }, findings);
    const entry = written?.manifest.jobs.find(({ id }) => id === job.id);
    if (written === null || entry === undefined) continue;
    read += await inspect({ document, typeset, workbook }, entry, { ...input, written });
  }
  reportStrays(input);
  return read;
}

/** Reports files of jobs the plan no longer has. */
function reportStrays({ written, known, findings }: CheckInput): void {
  for (const { id, title, files } of written?.manifest.jobs ?? []) {
    if (known.has(id)) continue;
    const paper = { document: id, title, page: null };
    const hint = '重新运行 npm run build:docs。';
    for (const { path } of files) {
      findings.report('written/stray', `${path}：方案里已经没有这一份`, undefined, { paper, hint });
    }
  }
}

/** What to do about a file, by whether it is still what the build wrote. */
const hints = {
  edited:
    '这个文件生成以后有人改过。改动不要的，重新运行 npm run build:docs，改过的这份会改名留作“（手改 日期）”；改动要留的，先写回数据再生成。',
  old: '数据、模板或者程序改过以后还没有重新生成，运行 npm run build:docs。',
  missing: '重新运行 npm run build:docs 生成。',
} as const;

/** Reads the files of a job and reports what is wrong with them; returns how many there were. */
async function inspect(
  present: Present,
  { id, title, files }: ManifestJob,
  { written, formats, findings, faces }: CheckInput & { readonly written: WrittenFiles },
): Promise<number> {
  let read = 0;
  for (const { path, format, sha256 } of files) {
    if (!formats.includes(format)) continue;
    const bytes = written.read(path);
    const faults: Iterable<WrittenFault> =
      bytes === null
        ? [{ rule: 'written/missing', message: '清单里有，文件夹里没有', page: null }]
        : await faultsOf(format, bytes, present, faces);
    if (bytes !== null) read++;
    for (const { rule, message, page, ...details } of faults) {
      const paper = { document: id, title, page: page === null ? null : page + 1 };
      const state = bytes === null ? 'missing' : sha256Of(bytes) === sha256 ? 'old' : 'edited';
      const hint = hints[state];
      findings.report(rule, `${path}：${message}${quoting(details)}`, undefined, { ...details, paper, hint });
    }
  }
  return read;
}

const quoting = ({ actual, expected }: { readonly actual?: string; readonly expected?: string }): string =>
  actual === undefined || expected === undefined ? '' : `（文件上是“${actual}”，现在应当是“${expected}”）`;

async function faultsOf(
  format: Format,
  bytes: Uint8Array,
  { document, typeset, workbook }: Present,
  faces: () => FaceSet,
): Promise<Iterable<WrittenFault>> {
  switch (format) {
    case 'docx':
      return document === null || typeset === null
        ? []
        : inspectDocx(bytes, document, typeset, fitPages(document));
    case 'pdf':
      return typeset === null ? [] : inspectPdf(bytes, typeset, (id) => faces().face(id).font.postScriptName);
    case 'xlsx':
      return workbook === null ? [] : inspectXlsx(bytes, workbook);
  }
}
