import { setImmediate } from 'node:timers/promises';
import type { Delivery } from './delivery/delivery.ts';
import type { Format } from './delivery/manifest.ts';
import type { Findings } from './diagnostics/findings.ts';
import { formatsOf, type Job, pathOf } from './jobs.ts';
import { type JobOrder, type MadeJob, nothingMade } from './make-job.ts';
import type { Crew } from './making/crew.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Books } from './record/books.ts';
import type { Look } from './record/judge.ts';
import type { PlanOrder } from './workplace.ts';

/** What jobs are handed out by. */
export interface Handing {
  readonly open: OpenPlan;
  /** Jobs chosen from those of the plan, in its order. */
  readonly jobs: readonly Job[];
  readonly formats: readonly Format[];
  readonly crew: Crew<PlanOrder, JobOrder, MadeJob>;
  /** What was made from what by earlier builds. */
  readonly books: Books;
  readonly delivery: Delivery;
  /** Those the plan was opened with. */
  readonly findings: Findings;
  /** Told before each job is made. */
  readonly progress: (done: number, total: number, title: string) => void;
}

/** A job that was handed out, and what came of it. */
export interface HandedOut {
  readonly job: Job;
  /** It was not even composed: its files are good. */
  readonly standing: boolean;
  readonly result: MadeJob;
}

/**
 * Hands out jobs one by one, in the order of the plan: each is started when it is asked for. Once there are errors
 * jobs are only composed, to show what else is wrong.
 */
export function* handOut(handing: Handing): Generator<Promise<HandedOut>> {
  const { open, jobs, progress } = handing;
  let next = 0;
  for (const [number, job] of open.jobs.entries()) {
    if (job !== jobs[next]) continue;
    progress(next, jobs.length, job.title);
    next += 1;
    yield start(job, number, handing);
  }
}

async function start(
  job: Job,
  number: number,
  { open, formats, books, delivery, findings, crew }: Handing,
): Promise<HandedOut> {
  const look: Look = (file, changed) => delivery.look(file, changed);
  const asked = {
    id: job.id,
    formats: formatsOf(job).filter((format) => formats.includes(format)),
    basisOf: (allVillages: boolean) => open.basisOf(job.village, allVillages),
  };
  const composeOnly = findings.hasErrors;
  const standing = composeOnly ? null : books.standing(asked, (format) => pathOf(job, format), look);
  if (standing !== null) {
    // Where nothing is made, too, the process hears of an interruption between two jobs.
    return setImmediate({ job, standing: true, result: { ...nothingMade, ...standing } });
  }
  const order: JobOrder = {
    job: number,
    known: books.known(asked, look),
    staged: delivery.reserve(formats.length),
    composeOnly,
  };
  // Lists of all villages stay here: to make them takes the most memory, in one thread's heap rather than in each.
  const result = await crew.make(order, job.village === null);
  return { job, standing: false, result };
}
