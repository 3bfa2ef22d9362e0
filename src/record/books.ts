import type { Format } from '../delivery/manifest.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Made, Task } from '../making/task.ts';
import type { BuildRecord, FileRecord } from './build-record.ts';
import { explain } from './explain.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { judge, type Look, type Verdict, type Wanted } from './judge.ts';

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

  constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances;
  }

  /** Looks at the files a composed job makes: which are still good. */
  examine(task: Task, pathOf: (format: Format) => string, look: Look): Judged {
    const { record, program, faces, force, why } = this.#circumstances;
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

  /** Enters what was made; `changed` tells when the disk says a file last changed. */
  enter(judged: Judged, made: Made, changed: ReadonlyMap<Format, number>): void {
    const bearer = findingsBearer(judged.toMake);
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
    this.#circumstances.record.enter(judged.id, Object.fromEntries(entries));
  }
}

/** Findings come with the pages, so they are kept with the PDF where there is one. */
const findingsBearer = (made: readonly Format[]): Format | undefined =>
  made.includes('pdf') ? 'pdf' : made[0];

/** What was found when the files that are still good were made. */
export const findingsOf = ({ good }: Judged): readonly Finding[] => good.flatMap(({ findings }) => findings);
