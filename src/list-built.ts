import type { Delivery } from './delivery/delivery.ts';
import {
  type Format,
  inOrder,
  type ManifestFile,
  type ManifestJob,
  type ManifestToWrite,
  mergeJob,
} from './delivery/manifest.ts';
import type { ShardManifest } from './delivery/shards.ts';
import { type Findings, sortFindings } from './diagnostics/findings.ts';
import { formatsOf, type Job } from './jobs.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Books } from './record/books.ts';
import type { FileRecord } from './record/build-record.ts';

/** What a manifest tells of beside the files themselves. */
export interface Listing {
  /** Name of the plan's folder. */
  readonly name: string;
  readonly open: OpenPlan;
  readonly books: Books;
  readonly delivery: Delivery;
  readonly findings: Findings;
  /** What the manifest says besides: of a shard, which it is. */
  readonly stamp: Pick<ShardManifest, 'shard' | 'inputs'> | null;
}

/** A job with the files it has after a build; nothing else is held of it. */
export interface BuiltJob {
  readonly job: Job;
  /** In the order of formats. */
  readonly files: readonly ManifestFile[];
}

/** The files of records, in the order of formats. */
export const filesOf = (records: readonly FileRecord[]): readonly ManifestFile[] =>
  inOrder(records.map(({ file }) => file));

const entryOf = ({ job: { id, kind, title, village }, files }: BuiltJob): ManifestJob => ({
  id,
  kind,
  title,
  village,
  files,
});

/** The jobs of a plan after a build, one by one: those of the build, in the order of the plan, and what an earlier one left. */
class ListedJobs implements Iterable<ManifestJob> {
  readonly #all: readonly Job[];
  readonly #built: readonly BuiltJob[];
  readonly #before: ReadonlyMap<string, ManifestJob>;

  constructor(all: readonly Job[], built: readonly BuiltJob[], before: readonly ManifestJob[]) {
    this.#all = all;
    this.#built = built;
    this.#before = new Map(before.map((job) => [job.id, job]));
  }

  *[Symbol.iterator](): Generator<ManifestJob> {
    for (const { now, before, makes } of this.#pairs()) {
      const listed = mergeJob(now, before, makes);
      if (listed !== null) yield listed;
    }
  }

  /** Files that this build was not asked for, with their jobs. */
  *kept(): Generator<{ readonly id: string; readonly format: Format }> {
    if (this.#before.size === 0) return;
    for (const { now, before, makes } of this.#pairs()) {
      const own = new Set(now?.files.map(({ path }) => path));
      for (const { path, format } of mergeJob(now, before, makes)?.files ?? [])
        if (before !== undefined && !own.has(path)) yield { id: before.id, format };
    }
  }

  *#pairs() {
    let next = 0;
    for (const job of this.#all) {
      const built = this.#built[next]?.job === job ? this.#built[next++] : undefined;
      const now = built === undefined ? undefined : entryOf(built);
      const before = this.#before.size === 0 ? undefined : this.#before.get(job.id);
      yield { now, before, makes: formatsOf(job) };
    }
  }
}

/**
 * The manifest after a build, which keeps what earlier builds left and this one was not asked for. `built` are in the order of
 * the plan.
 */
export function manifestOf(built: readonly BuiltJob[], listing: Listing): ManifestToWrite {
  const { name, open, delivery, books, stamp, findings } = listing;
  const { scheme, notice } = open.plan;
  const jobs = new ListedJobs(open.jobs, built, delivery.present());
  const kept = [...jobs.kept()].flatMap(({ id, format }) => books.findingsOf(id, format));
  return {
    schema: 1,
    plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
    jobs,
    findings: sortFindings([...findings.sorted(), ...kept]),
    ...stamp,
  };
}
