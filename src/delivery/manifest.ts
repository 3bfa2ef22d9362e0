import type { Finding } from '../diagnostics/finding.ts';

/** Kinds of jobs, in the order of use. */
export const jobKinds = [
  'notice',
  'attachment',
  'task-sheet',
  'task-ledger',
  'evaluation-form',
  'evaluation-summary',
] as const;

/** Kind of a job. */
export type JobKind = (typeof jobKinds)[number];

/** Formats of files, in the order of use. */
export const formats = ['docx', 'pdf', 'xlsx'] as const;

/** Format of a file. */
export type Format = (typeof formats)[number];

/** A file that left the build. */
export interface ManifestFile {
  /** From the manifest's folder, with `/`. */
  readonly path: string;
  readonly format: Format;
  readonly bytes: number;
  readonly sha256: string;
  /** Pages of a PDF; null for the other formats, whose pages the reader's program decides. */
  readonly pages: number | null;
}

/** A job with its files; what is joined for printing has a kind of its own. */
export interface ManifestJob<Kind extends string = JobKind> {
  /** Stable between builds: `task-sheet/东姚庄`. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly village: string | null;
  readonly files: readonly ManifestFile[];
}

/** `manifest.json`: everything that left the build, and everything found on the way. */
export interface Manifest<Kind extends string = JobKind> {
  readonly schema: 1;
  readonly plan: { readonly id: string; readonly title: string; readonly documentNumber: string };
  readonly jobs: readonly ManifestJob<Kind>[];
  readonly findings: readonly Finding[];
}

/** A manifest as it is written: its jobs, of which there may be many thousand, come one by one, and as often as they are asked for. */
export interface ManifestToWrite extends Omit<Manifest<string>, 'jobs'> {
  readonly jobs: Iterable<ManifestJob<string>>;
}

/** The manifest as JSON, two blanks in, ending with a new line: a job or finding at a time. */
export function* manifestPieces(manifest: ManifestToWrite): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(manifest)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (isList(value)) {
      let bracket = '[';
      for (const item of value) {
        yield `${bracket}\n    ${inside(item, 4)}`;
        bracket = ',';
      }
      yield bracket === '[' ? '[]' : '\n  ]';
    } else yield inside(value, 2);
  }
  yield '\n}\n';
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** A value as JSON, all lines but the first so many blanks in. */
const inside = (value: unknown, blanks: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(blanks)}`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a value is a job as far as merging needs it. */
const isJob = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  Array.isArray(value.files) &&
  value.files.every((file: unknown) => isRecord(file) && typeof file.path === 'string');

/** Reads a manifest written earlier; null for anything else. */
export function readManifest(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      isRecord(value) && value.schema === 1 && Array.isArray(value.jobs) && value.jobs.every(isJob);
    return known ? (value as unknown as Manifest) : null;
  } catch {
    return null;
  }
}

/** Files of a job in the order of formats. */
export const inOrder = (files: readonly ManifestFile[]): readonly ManifestFile[] =>
  files.toSorted((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format));

/**
 * Jobs of a build that made only some of them, with those an earlier build left: per job the files of formats
 * not made now are kept. `makes` is what each job of the plan makes, in the order of use; all else is dropped.
 */
export function mergeJobs(
  now: readonly ManifestJob[],
  before: readonly ManifestJob[],
  makes: ReadonlyMap<string, readonly Format[]>,
): readonly ManifestJob[] {
  const made = new Map(now.map((job) => [job.id, job]));
  const kept = new Map(before.map((job) => [job.id, job]));
  return [...makes].flatMap(([id, makeable]) => mergeJob(made.get(id), kept.get(id), makeable) ?? []);
}

/** The same for one job, which makes files of some formats; null where nothing is left of it. */
export function mergeJob(
  now: ManifestJob | undefined,
  before: ManifestJob | undefined,
  makeable: readonly Format[],
): ManifestJob | null {
  const job = now ?? before;
  const own = now?.files ?? [];
  const earlier = (before?.files ?? []).filter(
    ({ format }) => makeable.includes(format) && !own.some((file) => file.format === format),
  );
  if (job === undefined || own.length + earlier.length === 0) return null;
  return { ...job, files: inOrder([...own, ...earlier]) };
}
