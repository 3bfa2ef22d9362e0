import type { Format } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { BuildRecord, FileRecord } from './build-record.ts';
import type { Circumstances, Known } from './examine.ts';
import { explain } from './explain.ts';
import { type Look, namesPlaces, type Standing } from './judge.ts';

/** A job before it is composed. */
export interface Uncomposed {
  readonly id: string;
  /** Formats asked for of which it makes a file. */
  readonly formats: readonly Format[];
  /** Hash of what it is composed from, which may be the data of all villages. */
  readonly basisOf: (allVillages: boolean) => string;
}

/** The files of a job that are all still good, and why, where somebody asks. */
export interface StandingJob {
  readonly good: readonly FileRecord[];
  readonly reasons: readonly string[];
}

/** What came of a job's files: those still good and those made now, in the order of formats. */
export interface EnteredJob {
  readonly files: readonly FileRecord[];
  /** Nothing was found when it was composed. */
  readonly quiet: boolean;
}

/** Keeps account of what was made from what. */
export class Books {
  readonly #record: BuildRecord;
  readonly #circumstances: Circumstances;
  /** Nothing was found yet when jobs were composed: what is found in a job is not found again in those that come after it. */
  #quiet = true;

  constructor(record: BuildRecord, circumstances: Circumstances) {
    this.#record = record;
    this.#circumstances = circumstances;
  }

  /**
   * A job whose files are all still good, as far as that can be told before it is composed: nothing it was composed from has
   * changed, and nothing was found that would have to be found anew. Null where it has to be composed.
   */
  standing(
    { id, formats: asked, basisOf }: Uncomposed,
    pathOf: (format: Format) => string,
    look: Look,
  ): StandingJob | null {
    const { program, faces, force, why } = this.#circumstances;
    if (force) return null;
    const known = this.#record.job(id);
    const good: FileRecord[] = [];
    for (const format of asked) {
      const file = known[format];
      if (file === undefined) return null;
      const { basis } = file;
      const path = pathOf(format);
      const same =
        basis.data === basisOf(basis.allVillages) &&
        basis.program === program &&
        basis.faces === (format === 'pdf' ? faces : '') &&
        file.file.path === path &&
        !namesPlaces(file) &&
        look(file.file, file.changed) === 'whole';
      if (!same) return null;
      good.push(file);
    }
    const reasons = why ? good.map(({ file }) => explain(file.path, { kind: 'good' })) : [];
    return { good, reasons };
  }

  /** What is known from earlier builds of the files of a job that are asked for, for whoever is to make it. */
  known({ id, formats: asked }: Uncomposed, look: Look): Known {
    if (this.#circumstances.force) return { record: {}, standing: {} };
    const record = this.#record.job(id);
    const standing: Partial<Record<Format, Standing>> = {};
    for (const format of asked) {
      const file = record[format];
      if (file !== undefined) standing[format] = look(file.file, file.changed);
    }
    return { record, standing };
  }

  /** What was found when a file that is not asked for now was made. */
  findingsOf(id: string, format: Format): readonly Finding[] {
    return this.#record.job(id)[format]?.findings ?? [];
  }

  /** Enters the files of a job that was composed. Jobs are entered in their order. */
  enter(id: string, { files, quiet }: EnteredJob): void {
    this.#quiet &&= quiet;
    if (files.length === 0) return;
    const entries = files.map((file) => [file.file.format, this.#quiet ? file : uncertain(file)] as const);
    this.#record.enter(id, Object.fromEntries(entries));
  }
}

/** A file whose job has to be composed again to tell whether it is good. */
const uncertain = (file: FileRecord): FileRecord => ({ ...file, basis: { ...file.basis, data: '' } });
