import { setImmediate } from 'node:timers/promises';
import type { Delivery } from './delivery/delivery.ts';
import type { Format, ManifestFile } from './delivery/manifest.ts';
import type { Findings } from './diagnostics/findings.ts';
import { formatsOf, type Job, pathOf } from './jobs.ts';
import type { Crew } from './making/crew.ts';
import type { Made, Task } from './making/task.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Books, Judged } from './record/books.ts';
import type { Look } from './record/judge.ts';

/** What jobs are made with. */
export interface Making {
  readonly open: OpenPlan;
  readonly formats: readonly Format[];
  readonly crew: Crew;
  /** What was made from what by earlier builds. */
  readonly books: Books;
  readonly delivery: Delivery;
  /** Those the plan was opened with. */
  readonly findings: Findings;
}

/** A job that was looked at, and what was made of it. */
export interface MadeJob {
  readonly job: Job;
  readonly judged: Judged;
  readonly made: Made;
}

/**
 * Composes a job, unless it can be told without that its files are good, and has made what is not; once there are errors
 * jobs are only composed, to show what else is wrong, and null is returned.
 */
export async function makeJob(job: Job, making: Making): Promise<MadeJob | null> {
  const { open, formats, findings, books, delivery, crew } = making;
  const basisOf = (allVillages: boolean) => open.basisOf(job.village, allVillages);
  const pathFor = (format: Format) => pathOf(job, format);
  const look: Look = (file, changed) => delivery.look(file, changed);
  const asked = formatsOf(job).filter((format) => formats.includes(format));
  const standing = findings.hasErrors
    ? null
    : books.standing({ id: job.id, formats: asked, basisOf }, pathFor, look);
  // Where nothing is made, too, the process hears of an interruption between two jobs.
  if (standing !== null) return setImmediate({ job, judged: standing, made: nothing });
  const before = findings.count;
  const { composed: task, allVillages } = open.watched(() => compose(job, formats));
  if (findings.hasErrors) return null;
  const quiet = findings.count === before;
  const judged = books.examine({ task, data: basisOf(allVillages), allVillages, quiet }, pathFor, look);
  if (judged.toMake.length === 0) return setImmediate({ job, judged, made: nothing });
  return { job, judged, made: await crew.make({ ...task, formats: judged.toMake }) };
}

const nothing: Made = { files: [], findings: [] };

function compose(job: Job, formats: readonly Format[]): Task {
  const paper = formats.includes('docx') || formats.includes('pdf');
  return {
    id: job.id,
    title: job.title,
    document: paper ? (job.document?.() ?? null) : null,
    workbook: formats.includes('xlsx') ? (job.workbook?.() ?? null) : null,
    formats,
  };
}

/** Stages what was made of a job, at the paths it is listed with; returns when the disk says each file last changed. */
export function stageMade(
  { files: made }: Made,
  listed: readonly ManifestFile[],
  delivery: Delivery,
): ReadonlyMap<Format, number> {
  const changed = new Map<Format, number>();
  for (const { format, content, sha256 } of made) {
    const path = listed.find((file) => file.format === format)?.path;
    if (path === undefined) throw new Error(`a file that is not listed: ${format}`);
    const time = delivery.stage(path, content, sha256);
    if (time !== null) changed.set(format, time);
  }
  return changed;
}
