import type { Findings } from '../diagnostics/findings.ts';
import { type Manifest, type ManifestJob, manifestText, mergeJobs, readManifest } from './manifest.ts';
import { isWritten, type OutputFile, readWritten, writeFiles } from './write-files.ts';

/** Name of the manifest in a plan's output folder. */
export const manifestName = 'manifest.json';

/** What leaves a build for a plan's output folder. */
export interface Delivery {
  /** The plan's output folder. */
  readonly folder: string;
  readonly plan: Manifest['plan'];
  readonly files: readonly OutputFile[];
  readonly jobs: readonly ManifestJob[];
  /** Ids of all jobs the plan has, in the order of use. */
  readonly order: readonly string[];
  readonly findings: Findings;
}

/**
 * Writes a build's files and the manifest, which keeps what earlier builds left and this one did not make.
 * Returns whether it went well; else the previous files stay and the fault is reported.
 */
export function deliver({ folder, plan, files, jobs, order, findings }: Delivery): boolean {
  const before = readManifest(readWritten(folder, manifestName) ?? '');
  // What somebody deleted since is not kept.
  const kept = (before?.jobs ?? [])
    .map((job) => ({ ...job, files: job.files.filter((file) => isWritten(folder, file.path)) }))
    .filter((job) => job.files.length > 0);
  const manifest = manifestText({
    schema: 1,
    plan,
    jobs: mergeJobs(jobs, kept, order),
    findings: findings.sorted(),
  });
  const written = [...files, { path: manifestName, bytes: new TextEncoder().encode(manifest) }];
  return writeFiles(folder, written, findings);
}
