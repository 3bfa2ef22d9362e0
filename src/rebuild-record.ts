import { type ArchiveRecord, recordFolders } from './archiving/record.ts';
import { archivedPath, describingFiles, facesOf, stampedNotice } from './close-record.ts';
import { noticeId } from './composition/documents.ts';
import { sha256Of } from './delivery/sha256.ts';
import { formatsOf, pathOf, planJobs } from './jobs.ts';
import { make } from './making/make.ts';
import type { Tools } from './making/tools.ts';
import type { OpenComposition } from './open-composition.ts';

/** A closed record to be made again from what it holds. */
export interface RebuildOrder {
  readonly record: ArchiveRecord;
  /** Opened from the record's own data and templates. */
  readonly open: OpenComposition;
  /** Values of the files of the archive folder by path. */
  readonly standing: (path: string) => string | null;
  readonly program: ArchiveRecord['program'];
  readonly tools: Tools;
  /** Told before each job is made again. */
  readonly progress: (title: string) => void;
}

/** How many files came out the same, of how many that were made again. */
export interface Rebuilt {
  readonly made: number;
  readonly same: number;
}

/**
 * Makes a record again from its own data and templates and compares byte for byte. With other faces than the record
 * was made with, PDF files are left out of the comparison, and that is said.
 */
export async function rebuildRecord(order: RebuildOrder): Promise<Rebuilt> {
  const { record, open, tools, program, progress } = order;
  const { findings } = open.composition;
  const wanted = new Map(record.files.map((file) => [file.path, file]));
  const made = new Map<string, string>();
  for (const job of planJobs(open.loaded.plan, open)) {
    progress(job.title);
    const formats = formatsOf(job);
    const document = job.document?.() ?? null;
    const workbook = job.workbook?.() ?? null;
    if (findings.hasErrors) continue;
    const { files } = await make({ id: job.id, title: job.title, document, workbook, formats }, tools);
    for (const { format, sha256 } of files)
      made.set(archivedPath({ format, path: pathOf(job, format) }), sha256);
  }
  const notice = record.files.find(({ job, format }) => job === noticeId && format === 'pdf');
  const stamped = notice === undefined ? null : stampedNotice(open, record, tools);
  if (notice !== undefined && stamped !== null) made.set(notice.path, sha256Of(stamped));
  for await (const { path, content } of describingFiles(open, record, tools))
    made.set(path, sha256Of(content));

  const sameFaces = reportOthers(order);
  let same = 0;
  let compared = 0;
  for (const [path, sha256] of made) {
    if (wanted.get(path)?.edited === true || (!sameFaces && isPdf(path))) continue;
    compared += 1;
    if (order.standing(path) === sha256) same += 1;
    else findings.report('archive/rebuild-differs', `${path}：重新生成的不一样`);
  }
  for (const { path, edited } of record.files) {
    if (edited || made.has(path)) continue;
    compared += 1;
    findings.report('archive/rebuild-differs', `${path}：用归档里的数据和模板生成不出这个文件`);
  }
  if (program.code !== record.program.code && same < compared) {
    findings.report(
      'archive/other-program',
      `归档时的程序是 ${record.program.version}（${record.program.code}）`,
    );
  }
  return { made: compared, same };
}

const isPdf = (path: string): boolean => path.startsWith(recordFolders.pdf) || path.endsWith('.pdf');

/** Whether the record's faces are those of this machine; reports where they are not. */
function reportOthers({ record, open, tools }: RebuildOrder): boolean {
  const here = new Set(facesOf(tools).map(({ sha256 }) => sha256));
  const others = record.faces.filter(({ sha256 }) => !here.has(sha256));
  if (others.length === 0) return true;
  const names = others.map(({ role, name }) => `${role}（${name}）`).join('、');
  open.composition.findings.report('archive/other-faces', `归档时用的字体这里没有：${names}`);
  return false;
}
