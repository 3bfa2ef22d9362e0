import type { Format } from './delivery/manifest.ts';
import { Findings } from './diagnostics/findings.ts';
import type { Job } from './jobs.ts';
import { type BuiltJob, builtJob, type Listing, manifestOf } from './list-built.ts';
import { type Making, makeJob, stageMade } from './make-job.ts';
import { ahead } from './making/ahead.ts';
import { findingsOf } from './record/books.ts';

/** What is made of a plan, and with what. */
export interface BuildInput extends Making, Listing {
  /** Jobs chosen from those of the plan. */
  readonly jobs: readonly Job[];
  /** Tells that the build is to stop. */
  readonly signal: AbortSignal;
  /** Told before each job is made. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/** What a build did. */
export interface Built {
  /** Jobs with the files that were asked for, in the order of the plan. */
  readonly jobs: readonly BuiltJob[];
  /** Formats of the files that were made; the others were still good. */
  readonly made: readonly Format[];
}

/**
 * From a plan that is open (`open-plan.ts`: data read → checked → proofread → jobs) to files in their places: composes each
 * job here, has what is no longer good typeset, checked and written wherever there is a hand free, stages what comes
 * back, and puts all in place at the end; null when there are errors, and everything is as it was.
 */
export async function build(input: BuildInput): Promise<Built | null> {
  const { jobs, crew, delivery, books, findings, signal, progress } = input;
  const built: BuiltJob[] = [];
  const found = new Findings();
  const formatsMade: Format[] = [];
  const start = ([index, job]: readonly [number, Job]) => {
    progress(index, jobs.length, job.title);
    return makeJob(job, input);
  };
  try {
    for await (const work of ahead(jobs.entries(), crew.width, start)) {
      signal.throwIfAborted();
      if (work === null) continue;
      found.add(findingsOf(work.judged));
      found.add(work.made.findings);
      const job = builtJob(work);
      books.enter(work.judged, work.made, stageMade(work.made, job.files, delivery));
      if (job.files.length > 0) built.push(job);
      formatsMade.push(...work.made.files.map(({ format }) => format));
    }
  } catch (error) {
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
