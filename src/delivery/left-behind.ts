import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { type Manifest, type ManifestFile, type ManifestJob, readManifest } from './manifest.ts';
import { shardOf } from './shards.ts';

/** Name of the manifest in a plan's output folder; a shard writes one of its own. */
export const manifestName = (shard: string | null): string =>
  shard === null ? 'manifest.json' : `manifest.${shard}.json`;

/** What builds left in a plan's output folder, as their manifests tell. */
export interface LeftBehind {
  /** Jobs of builds of the same jobs: of a shard its own, of a build of all jobs those of shards, too, that were not joined. */
  readonly jobs: readonly ManifestJob[];
  /** Their files. */
  readonly files: readonly ManifestFile[];
  /** Names of the manifests of shards that a build of all jobs takes the place of. */
  readonly shards: readonly string[];
  /** Whether any of the manifests lists a file with this content. */
  readonly isListed: (path: string, sha256: string) => boolean;
}

/** Reads the manifests in a folder for a build of a shard, or of all jobs (null). */
export function leftBehind(disk: Disk, folder: string, shard: string | null): LeftBehind {
  const names = disk.list(folder).filter((name) => name === manifestName(null) || shardOf(name) !== null);
  // The manifest of all jobs is older: who writes it takes those of shards away.
  const manifests = names
    .toSorted((one, other) => Number(shardOf(one) !== null) - Number(shardOf(other) !== null))
    .map((name) => ({ name, manifest: read(disk, join(folder, name)) }));
  const own = manifests.filter(({ name }) => shard === null || name === manifestName(shard));
  const lists = own.flatMap(({ manifest }) => (manifest === null ? [] : [manifest.jobs]));
  const jobs = lists.length > 1 ? united(lists.flat()) : (lists[0] ?? []);
  const hashes = new Map<string, string | Set<string>>();
  for (const { path, sha256 } of manifests.flatMap(({ manifest }) => filesOf(manifest?.jobs ?? []))) {
    const known = hashes.get(path);
    if (known === undefined || known === sha256) hashes.set(path, sha256);
    else hashes.set(path, new Set([...(typeof known === 'string' ? [known] : known), sha256]));
  }
  return {
    jobs,
    files: filesOf(jobs),
    shards: shard === null ? names.filter((name) => shardOf(name) !== null) : [],
    isListed: (path, sha256) => {
      const known = hashes.get(path);
      return typeof known === 'string' ? known === sha256 : known?.has(sha256) === true;
    },
  };
}

function read(disk: Disk, file: string): Manifest | null {
  if (disk.standing(file)?.kind !== 'file') return null;
  return readManifest(new TextDecoder().decode(disk.read(file)));
}

const filesOf = (jobs: readonly ManifestJob[]): readonly ManifestFile[] => jobs.flatMap(({ files }) => files);

/** Each job once, with the files of all its mentions; of those at one path the last. */
function united(jobs: readonly ManifestJob[]): readonly ManifestJob[] {
  const byId = new Map<string, ManifestJob>();
  for (const job of jobs) {
    const known = byId.get(job.id);
    const files = new Map([...(known?.files ?? []), ...job.files].map((file) => [file.path, file]));
    byId.set(job.id, known === undefined ? job : { ...job, files: [...files.values()] });
  }
  return [...byId.values()];
}
