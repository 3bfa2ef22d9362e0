import type { Format } from './delivery/manifest.ts';
import { Findings } from './diagnostics/findings.ts';
import { type Handing, handOut } from './hand-out.ts';
import { type BuiltJob, filesOf, type Listing, manifestOf } from './list-built.ts';
import { ahead } from './making/ahead.ts';

/** What is made of a plan, and with what. */
export interface BuildInput extends Handing, Listing {
  /** Told why each file is made or not; null where nobody asks. */
  readonly why: ((text: string) => void) | null;
  /** Tells that the build is to stop. */
  readonly signal: AbortSignal;
}

/** What a build did. */
export interface Built {
  /** Jobs with the files that were asked for, in the order of the plan. */
  readonly jobs: readonly BuiltJob[];
  /** Formats of the files that were made; the others were still good. */
  readonly made: readonly Format[];
}

/**
 * From a plan that is open (`open-plan.ts`: data read → checked → proofread → jobs) to files in their places: hands out the jobs
 * whose files are no longer good to whatever thread has a hand free, which composes, typesets, checks, writes and stages each
 * (`make-job.ts`), takes in what comes back in the order of the plan, and puts all in place at the end; null when
 * there are errors, and everything is as it was.
 */
export async function build(input: BuildInput): Promise<Built | null> {
  const { crew, delivery, books, findings, why, signal } = input;
  const built: BuiltJob[] = [];
  const found = new Findings();
  const formatsMade: Format[] = [];
  try {
    for await (const { job, standing, result } of ahead(handOut(input), crew.width)) {
      signal.throwIfAborted();
      findings.hear(result.composing);
      if (findings.hasErrors) continue;
      const { good, made, reasons } = result;
      for (const reason of reasons) why?.(reason);
      found.add([...good.flatMap((file) => file.findings), ...result.findings]);
      for (const { record, number, staged } of made)
        delivery.takeIn(record.file.path, number, record.file.sha256, staged);
      const records = [...good, ...made.map(({ record }) => record)];
      if (!standing) books.enter(job.id, { files: records, quiet: result.composing.length === 0 });
      if (records.length > 0) built.push({ job, files: filesOf(records) });
      formatsMade.push(...made.map(({ record }) => record.file.format));
    }
  } catch (error) {
    // No other thread may go on staging files where they are cleared away.
    await crew.close();
    delivery.abandon();
    throw error;
  }
  findings.add(found.sorted());
  if (findings.hasErrors) {
    delivery.abandon();
    return null;
  }
  return (await delivery.commit(manifestOf(built, input))) ? { jobs: built, made: formatsMade } : null;
}
