import type { Format, ManifestFile } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';

/** What a file was made from: it is good as long as none of it changes. */
export interface Basis {
  /** Fingerprint of the composed document or workbook. */
  readonly content: string;
  /** Of the faces of the machine; empty where none is used. */
  readonly faces: string;
  /** Version of the program. */
  readonly program: string;
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

/** First line of a record. */
interface Head {
  readonly schema: number;
  readonly inputs: string;
  readonly count: number;
  readonly fonts: Readonly<Record<string, KnownFont>>;
}

/** Changes when records are laid out differently; others are as good as none. */
const schema = 1;

/**
 * What earlier builds into a folder made from what. One line a job, read when it is asked for: of many thousand
 * jobs only text is held.
 */
export class BuildRecord {
  readonly fonts: Map<string, KnownFont>;
  /** Hash of everything the last build went by; empty where none is known. */
  inputs = '';
  /** How many files it was asked for. */
  count = 0;
  readonly #lines: Map<string, string>;

  private constructor(fonts: Map<string, KnownFont>, lines: Map<string, string>) {
    this.fonts = fonts;
    this.#lines = lines;
  }

  /** Reads a record; an empty one for what is none or damaged. */
  static read(text: string): BuildRecord {
    const [head = '', ...lines] = text.split('\n');
    try {
      const { schema: stated, fonts, inputs, count } = JSON.parse(head) as Head;
      if (stated !== schema) return new BuildRecord(new Map(), new Map());
      const jobs = lines.flatMap((line): readonly [string, string][] => {
        const split = line.indexOf('\t');
        return split < 0 ? [] : [[line.slice(0, split), line.slice(split + 1)]];
      });
      const record = new BuildRecord(new Map(Object.entries(fonts)), new Map(jobs));
      record.inputs = inputs;
      record.count = count;
      return record;
    } catch {
      return new BuildRecord(new Map(), new Map());
    }
  }

  /** The record as text, of the jobs the plan still has. */
  text(jobs: Iterable<string>): string {
    const { inputs, count } = this;
    const head: Head = { schema, inputs, count, fonts: Object.fromEntries(this.fonts) };
    const lines = [JSON.stringify(head)];
    for (const id of jobs) {
      const line = this.#lines.get(id);
      if (line !== undefined) lines.push(`${id}\t${line}`);
    }
    return `${lines.join('\n')}\n`;
  }

  /** What is known of a job. */
  job(id: string): JobRecord {
    const line = this.#lines.get(id);
    try {
      return line === undefined ? {} : (JSON.parse(line) as JobRecord);
    } catch {
      return {};
    }
  }

  /** Enters what was made of a job, beside what is known of its other formats. */
  enter(id: string, files: JobRecord): void {
    this.#lines.set(id, JSON.stringify({ ...this.job(id), ...files }));
  }
}
