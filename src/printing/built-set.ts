import type { Format, Manifest, ManifestFile, ManifestJob } from '../delivery/manifest.ts';
import { sha256Of } from '../delivery/sha256.ts';
import type { Findings } from '../diagnostics/findings.ts';
import type { Place } from '../diagnostics/place.ts';
import { type Enclosure, type Recipient, workbooksOnly } from '../plan/distribution.ts';
import { jobIdOf } from './dispatch.ts';

/** A job with that of its files that goes out, which is whole and unchanged since the build. */
export interface BuiltJob {
  readonly job: ManifestJob;
  readonly file: ManifestFile;
}

/** What the build left, and what is told of it. */
export interface BuiltSet {
  /** Null where nothing was built yet. */
  readonly manifest: Manifest | null;
  /** The bytes of a file by its path in the manifest; null where it is gone. */
  readonly read: (path: string) => Uint8Array | null;
  /** What the plan says now, to be compared with what was built. */
  readonly plan: Pick<Manifest['plan'], 'title' | 'documentNumber'>;
  /** Whether a job's file says what the data say now; true also where nobody can tell. */
  readonly isCurrent: (job: string, file: ManifestFile) => boolean;
  /** Where a recipient stands in the data. */
  readonly placeOf: (recipient: Recipient) => Place;
  readonly findings: Findings;
}

const buildFirst = '先运行 npm run build:docs，再运行这个命令';

/**
 * The documents that somebody gets, in the order of the build, each checked against the manifest. Null, and everything
 * that is wrong reported, where one of them was not built, is gone, or was changed since.
 */
export function openBuiltSet(
  recipients: readonly Recipient[],
  set: BuiltSet,
): ReadonlyMap<string, BuiltJob> | null {
  const { manifest, findings, plan } = set;
  if (manifest === null) {
    findings.report('printing/not-built', '这个方案还没有生成', undefined, { hint: buildFirst });
    return null;
  }
  if (manifest.plan.title !== plan.title || manifest.plan.documentNumber !== plan.documentNumber) {
    const built = `${manifest.plan.documentNumber}《${manifest.plan.title}》`;
    const now = `${plan.documentNumber}《${plan.title}》`;
    const message = `数据改过以后还没有重新生成：生成的是${built}，现在是${now}`;
    findings.report('printing/stale', message, undefined, { actual: built, expected: now, hint: buildFirst });
    return null;
  }
  const jobs = new Map(manifest.jobs.map((job) => [job.id, job]));
  const wanted = wantedFiles(recipients, jobs, set);
  const opened = manifest.jobs.flatMap((job): readonly [string, BuiltJob][] => {
    const file = wanted.get(job.id);
    return file === undefined || !isGood(job.id, file, set) ? [] : [[job.id, { job, file }]];
  });
  return findings.hasErrors ? null : new Map(opened);
}

/** The file that goes out of each job somebody gets; what was not built is reported where the recipient stands. */
function wantedFiles(
  recipients: readonly Recipient[],
  jobs: ReadonlyMap<string, ManifestJob>,
  { findings, placeOf }: BuiltSet,
): ReadonlyMap<string, ManifestFile> {
  const wanted = new Map<string, ManifestFile>();
  const missing = new Set<string>();
  for (const recipient of recipients) {
    for (const enclosure of recipient.enclosures) {
      const id = jobIdOf(enclosure);
      const format = formatOf(enclosure);
      const file = jobs.get(id)?.files.find((each) => each.format === format);
      if (file !== undefined) wanted.set(id, file);
      else if (!missing.has(id)) {
        missing.add(id);
        const what = `${nameOf(enclosure)}还没有生成${format === 'pdf' ? ' PDF' : ''}`;
        findings.report('printing/not-built', `要发给“${recipient.name}”的${what}`, placeOf(recipient), {
          hint: buildFirst,
        });
      }
    }
  }
  return wanted;
}

/** What goes out of a job: its PDF, of one that is a workbook only the workbook. */
const formatOf = ({ kind }: Enclosure): Format =>
  kind === 'task-ledger' || kind === 'evaluation-summary' ? 'xlsx' : 'pdf';

const [taskLedger = '', evaluationSummary = ''] = workbooksOnly;

/** An enclosure as the clerk calls it. */
function nameOf(enclosure: Enclosure): string {
  switch (enclosure.kind) {
    case 'notice':
      return '通知';
    case 'attachment':
      return `附件${enclosure.number}`;
    case 'task-sheet':
      return `${enclosure.village}任务书`;
    case 'evaluation-form':
      return `${enclosure.village}评价表`;
    case 'task-ledger':
      return taskLedger;
    case 'evaluation-summary':
      return evaluationSummary;
  }
}

function isGood(job: string, file: ManifestFile, { read, isCurrent, findings }: BuiltSet): boolean {
  const bytes = read(file.path);
  if (bytes === null) {
    findings.report('printing/missing-file', `${file.path} 不在输出文件夹里`, undefined, {
      hint: buildFirst,
    });
    return false;
  }
  if (sha256Of(bytes) === file.sha256) {
    if (isCurrent(job, file)) return true;
    findings.report('printing/stale', `${file.path} 是数据或模板改动以前生成的`, undefined, {
      hint: buildFirst,
    });
    return false;
  }
  findings.report('printing/changed-file', `${file.path} 和生成时不一样`, undefined, {
    hint: '要改内容，请改数据或模板，再运行 npm run build:docs；要保留手改的这一份，先把它复制到别处',
  });
  return false;
}
