import { codeOf } from '../delivery/faults.ts';
import type { Format, ManifestFile } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { LineFile } from './line-file.ts';

/** What a file was made from: it is good as long as none of it changes. */
export interface Basis {
  /** Fingerprint of the composed document or workbook. */
  readonly content: string;
  /** Of the faces of the machine; empty where none is used. */
  readonly faces: string;
  /** Version of the program. */
  readonly program: string;
  /**
   * Hash of all the data and templates that it was composed from, and whether these were those of all villages. Empty
   * where something was found when it or one before it was composed: then it has to be composed again.
   */
  readonly data: string;
  readonly allVillages: boolean;
}

/** A file of an earlier build. */
export interface FileRecord {
  readonly file: ManifestFile;
  /** When the disk says its content last changed. */
  readonly changed: number;
  readonly basis: Basis;
  /** Hash of the places of the composed document or workbook. */
  readonly places: string;
  /** What was found when it was made. */
  readonly findings: readonly Finding[];
  /** Marks of the parts of the composed document or workbook, one after another. */
  readonly parts: string;
}

/** Files of a job by format. */
export type JobRecord = Readonly<Partial<Record<Format, FileRecord>>>;

/** What is known of a font file: hashed anew when size or time differ. */
export interface KnownFont {
  readonly size: number;
  readonly changed: number;
  readonly hash: string;
}

/** What a record says of the build as a whole. */
interface Head {
  readonly schema: number;
  readonly inputs: string;
  readonly count: number;
  readonly fonts: Readonly<Record<string, KnownFont>>;
}

/** Changes when records are laid out differently; others are as good as none. */
const schema = 3;

/** Key of the line that says it: no job has none. */
const headKey = '';

/**
 * What earlier builds into a folder made from what: a line a job in a file, read when it is asked for. What this build
 * enters goes to a file beside it, which takes its place when the build is done.
 */
export class BuildRecord {
  readonly fonts: Map<string, KnownFont>;
  /** Hash of everything the last build went by; empty where none is known. */
  inputs = '';
  /** How many files it was asked for. */
  count = 0;
  readonly #before: LineFile;
  readonly #now: LineFile;
  /** The disk would not have it: the next build makes everything anew. */
  #lost = false;

  /** `now` is where the lines of this build go. */
  constructor(before: LineFile, now: LineFile) {
    this.#now = now;
    const head = headOf(before.line(headKey));
    this.#before = head === null ? now : before;
    this.fonts = new Map(Object.entries(head?.fonts ?? {}));
    this.inputs = head?.inputs ?? '';
    this.count = head?.count ?? 0;
  }

  /** What is known of a job. */
  job(id: string): JobRecord {
    try {
      const line = (this.#lost ? undefined : this.#now.line(id)) ?? this.#before.line(id);
      return line === undefined ? {} : (JSON.parse(line) as JobRecord);
    } catch {
      // Damaged, or the disk refuses it.
      return {};
    }
  }

  /** Enters what was made of a job, beside what is known of its other formats. */
  enter(id: string, files: JobRecord): void {
    const line = JSON.stringify({ ...this.job(id), ...files });
    this.#write(() => this.#now.add(id, line));
  }

  /** Completes what this build entered with what is known of the plan's other jobs; returns whether all is written. */
  finish(jobs: Iterable<string>): boolean {
    const { inputs, count } = this;
    this.#write(() => {
      for (const id of jobs) {
        const line = this.#now.has(id) ? undefined : this.#before.line(id);
        if (line !== undefined) this.#now.add(id, line);
      }
      const head: Head = { schema, inputs, count, fonts: Object.fromEntries(this.fonts) };
      this.#now.add(headKey, JSON.stringify(head));
      this.#now.flush();
    });
    return !this.#lost;
  }

  #write(action: () => void): void {
    if (this.#lost) return;
    try {
      action();
    } catch (error) {
      if (codeOf(error) === '') throw error;
      this.#lost = true;
    }
  }
}

/** The head of a record; null for what is none, or damaged, or laid out otherwise. */
function headOf(line: string | undefined): Head | null {
  try {
    const head = JSON.parse(line ?? 'null') as Head | null;
    return head?.schema === schema && typeof head.fonts === 'object' ? head : null;
  } catch {
    return null;
  }
}
