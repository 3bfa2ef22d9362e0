import type { Delivery } from './delivery/delivery.ts';
import { inOrder, type Manifest, type ManifestJob, mergeJobs } from './delivery/manifest.ts';
import type { ShardManifest } from './delivery/shards.ts';
import { type Findings, sortFindings } from './diagnostics/findings.ts';
import { formatsOf, pathOf } from './jobs.ts';
import type { MadeJob } from './make-job.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Books } from './record/books.ts';

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

/** A job as the manifest lists it, with the files still good and those made now; none where it has no file. */
export function entryOf({ job, judged, made }: MadeJob): readonly ManifestJob[] {
  const { id, kind, title, village } = job;
  const fresh = made.files.map(({ format, content, sha256, pages }) => ({
    path: pathOf(job, format),
    format,
    bytes: content.length,
    sha256,
    pages,
  }));
  const files = [...judged.good.map(({ file }) => file), ...fresh];
  return files.length === 0 ? [] : [{ id, kind, title, village, files: inOrder(files) }];
}

/** The manifest after a build, which keeps what earlier builds left and this one was not asked for. */
export function manifestOf(built: readonly ManifestJob[], listing: Listing): Manifest {
  const { name, open, delivery, books, stamp, findings } = listing;
  const { scheme, notice } = open.plan;
  const makes = new Map(open.jobs.map((job) => [job.id, formatsOf(job)]));
  const jobs = mergeJobs(built, delivery.present(), makes);
  const asked = new Set(built.flatMap(({ files }) => files.map(({ path }) => path)));
  const kept = jobs.flatMap(({ id, files }) =>
    files.filter(({ path }) => !asked.has(path)).flatMap(({ format }) => books.findingsOf(id, format)),
  );
  return {
    schema: 1,
    plan: { id: name, title: scheme.title, documentNumber: notice.documentNumber },
    jobs,
    findings: sortFindings([...findings.sorted(), ...kept]),
    ...stamp,
  };
}
