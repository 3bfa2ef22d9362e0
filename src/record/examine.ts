import type { Format } from '../delivery/manifest.ts';
import type { Task } from '../making/task.ts';
import type { FileRecord, JobRecord } from './build-record.ts';
import { explain } from './explain.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { judge, type Standing, type Verdict, type Wanted } from './judge.ts';

/** What a build goes by beside the jobs themselves; plain data. */
export interface Circumstances {
  /** Version of the program. */
  readonly program: string;
  /** Fingerprint of the faces that PDF files are set with; empty where none are asked for. */
  readonly faces: string;
  /** Everything is made anew. */
  readonly force: boolean;
  /** Somebody asked why each file is made or not. */
  readonly why: boolean;
}

/** What is known of the files of a job from earlier builds; plain data. */
export interface Known {
  readonly record: JobRecord;
  /** How each of them stands now. */
  readonly standing: Readonly<Partial<Record<Format, Standing>>>;
}

/** A job that was composed. */
export interface Composed {
  readonly task: Task;
  /** Hash of what it was composed from, and whether this was the data of all villages. */
  readonly data: string;
  readonly allVillages: boolean;
}

/** A file of a job as it would be made now, beside what is known of it. */
export interface Examined extends Wanted {
  readonly format: Format;
  readonly verdict: Verdict;
  readonly record: FileRecord | undefined;
}

/** Looks at the files a composed job makes: which are still good. */
export function examine(
  { task, data, allVillages }: Composed,
  pathOf: (format: Format) => string,
  { record, standing }: Known,
  { faces, program, force }: Circumstances,
): readonly Examined[] {
  const document = task.document === null ? null : fingerprintOf(task.document);
  const workbook = task.workbook === null ? null : fingerprintOf(task.workbook);
  return task.formats.flatMap((format): readonly Examined[] => {
    const fingerprint: Fingerprint | null = format === 'xlsx' ? workbook : document;
    if (fingerprint === null) return [];
    const { content } = fingerprint;
    const basis = { content, faces: format === 'pdf' ? faces : '', program, data, allVillages };
    const wanted = { path: pathOf(format), basis, fingerprint };
    const verdict: Verdict = force
      ? { kind: 'forced' }
      : judge(record[format], wanted, standing[format] ?? 'gone');
    return [{ ...wanted, format, verdict, record: record[format] }];
  });
}

/** The record of a file that is still good, composed from other data perhaps; undefined where it is not. */
export const stillGood = ({ verdict, record, basis }: Examined): FileRecord | undefined =>
  verdict.kind === 'good' && record !== undefined ? { ...record, basis } : undefined;

/** Why files are made or not, a text for each. */
export const reasons = (examined: readonly Examined[]): readonly string[] =>
  examined.map(({ path, verdict }) => explain(path, verdict));
