import type { Format } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Made, Task } from '../making/task.ts';
import type { BuildRecord, FileRecord } from './build-record.ts';
import { explain } from './explain.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { judge, type Look, namesPlaces, type Verdict, type Wanted } from './judge.ts';

/** A file of a job as it would be made now, beside what is known of it. */
interface Examined extends Wanted {
  readonly format: Format;
  readonly verdict: Verdict;
  readonly record: FileRecord | undefined;
}

/** What a build goes by beside the jobs themselves. */
export interface Circumstances {
  readonly record: BuildRecord;
  /** Version of the program. */
  readonly program: string;
  /** Fingerprint of the faces that PDF files are set with. */
  readonly faces: () => string;
  /** Everything is made anew. */
  readonly force: boolean;
  /** Told why each file is made or not; null where nobody asks. */
  readonly why: ((text: string) => void) | null;
}

/** A job before it is composed. */
export interface Uncomposed {
  readonly id: string;
  /** Formats asked for of which it makes a file. */
  readonly formats: readonly Format[];
  /** Hash of what it is composed from, which may be the data of all villages. */
  readonly basisOf: (allVillages: boolean) => string;
}

/** A job that was composed. */
export interface Composed {
  readonly task: Task;
  /** Hash of what it was composed from, and whether this was the data of all villages. */
  readonly data: string;
  readonly allVillages: boolean;
  /** Nothing was found when it was composed. */
  readonly quiet: boolean;
}

/** A job that was looked at: what is still good, and what has to be made. */
export interface Judged {
  readonly id: string;
  readonly good: readonly FileRecord[];
  readonly toMake: readonly Format[];
  readonly examined: readonly Examined[];
}

/** Keeps account of what was made from what. */
export class Books {
  readonly #circumstances: Circumstances;
  /** Nothing was found yet when jobs were composed: what is found in a job is not found again in those that come after it. */
  #quiet = true;

  constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances;
  }

  /**
   * A job whose files are all still good, as far as that can be told before it is composed: nothing it was composed from has
   * changed, and nothing was found that would have to be found anew. Null where it has to be composed.
   */
  standing(
    { id, formats, basisOf }: Uncomposed,
    pathOf: (format: Format) => string,
    look: Look,
  ): Judged | null {
    const { record, program, faces, force, why } = this.#circumstances;
    if (force) return null;
    const known = record.job(id);
    const good: FileRecord[] = [];
    for (const format of formats) {
      const file = known[format];
      if (file === undefined) return null;
      const { basis } = file;
      const path = pathOf(format);
      const same =
        basis.data === basisOf(basis.allVillages) &&
        basis.program === program &&
        basis.faces === (format === 'pdf' ? faces() : '') &&
        file.file.path === path &&
        !namesPlaces(file) &&
        look(file.file, file.changed) === 'whole';
      if (!same) return null;
      good.push(file);
    }
    for (const { file } of good) why?.(explain(file.path, { kind: 'good' }));
    return { id, good, toMake: [], examined: [] };
  }

  /** Looks at the files a composed job makes: which are still good. */
  examine(
    { task, data, allVillages, quiet }: Composed,
    pathOf: (format: Format) => string,
    look: Look,
  ): Judged {
    const { record, program, faces, force, why } = this.#circumstances;
    this.#quiet &&= quiet;
    const known = record.job(task.id);
    const document = task.document === null ? null : fingerprintOf(task.document);
    const workbook = task.workbook === null ? null : fingerprintOf(task.workbook);
    const examined = task.formats.flatMap((format): readonly Examined[] => {
      const fingerprint: Fingerprint | null = format === 'xlsx' ? workbook : document;
      if (fingerprint === null) return [];
      const basis = {
        content: fingerprint.content,
        faces: format === 'pdf' ? faces() : '',
        program,
        data: this.#quiet ? data : '',
        allVillages,
      };
      const wanted = { path: pathOf(format), basis, fingerprint };
      const verdict: Verdict = force ? { kind: 'forced' } : judge(known[format], wanted, look);
      why?.(explain(wanted.path, verdict));
      return [{ ...wanted, format, verdict, record: known[format] }];
    });
    return {
      id: task.id,
      good: examined.flatMap(({ verdict, record: old }) =>
        verdict.kind === 'good' && old !== undefined ? [old] : [],
      ),
      toMake: examined.flatMap(({ verdict, format }) => (verdict.kind === 'good' ? [] : [format])),
      examined,
    };
  }

  /** What was found when a file that is not asked for now was made. */
  findingsOf(id: string, format: Format): readonly Finding[] {
    return this.#circumstances.record.job(id)[format]?.findings ?? [];
  }

  /** Enters what was made, and what is still good though composed from other data; `changed` tells when the disk says a file last changed. */
  enter(judged: Judged, made: Made, changed: ReadonlyMap<Format, number>): void {
    if (judged.examined.length === 0) return;
    const bearer = findingsBearer(judged.toMake);
    const kept = judged.examined.flatMap(({ format, basis, verdict, record }) =>
      verdict.kind === 'good' && record !== undefined ? [[format, { ...record, basis }] as const] : [],
    );
    const entries = made.files.flatMap(({ format, content, sha256, pages }) => {
      const examined = judged.examined.find((each) => each.format === format);
      const time = changed.get(format);
      if (examined === undefined || time === undefined) return [];
      const { path, basis, fingerprint } = examined;
      const entry: FileRecord = {
        file: { path, format, bytes: content.length, sha256, pages },
        changed: time,
        basis,
        places: fingerprint.places,
        findings: format === bearer ? made.findings : [],
        parts: fingerprint.marks(),
      };
      return [[format, entry] as const];
    });
    this.#circumstances.record.enter(judged.id, Object.fromEntries([...kept, ...entries]));
  }
}

/** Findings come with the pages, so they are kept with the PDF where there is one. */
const findingsBearer = (made: readonly Format[]): Format | undefined =>
  made.includes('pdf') ? 'pdf' : made[0];

/** What was found when the files that are still good were made. */
export const findingsOf = ({ good }: Judged): readonly Finding[] => good.flatMap(({ findings }) => findings);
