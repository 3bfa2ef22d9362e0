import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { patiently } from './faults.ts';
import { carryOut, decide, decided, type Failure, hashOf, type Site, type Step } from './journal.ts';
import { sha256Of } from './sha256.ts';

const stagingName = '.未完成';

/** Where files of a folder are replaced together. */
export const siteIn = (disk: Disk, folder: string, pause: Site['pause']): Site => ({
  disk,
  folder,
  staging: join(folder, stagingName),
  pause,
});

/**
 * Replaces or adds files of a folder, all or none; what they held stays as `….bak`. It is decided in one rename: before
 * that everything is as it was, from then on `awaiting` says what is to be read, until `recover` has finished. Returns
 * what could not be done; before the decision nothing was.
 */
export async function replaceFiles(
  site: Site,
  changes: ReadonlyMap<string, Uint8Array | string>,
): Promise<readonly Failure[]> {
  const { disk, folder, staging, pause } = site;
  const existing = [...changes.keys()].filter((name) => disk.standing(join(folder, name)) !== null);
  const failures: Failure[] = [];
  for (const name of existing) {
    try {
      await patiently(pause, () => disk.probe(join(folder, name)));
    } catch (error) {
      failures.push({ path: name, error });
    }
  }
  if (failures.length > 0) return failures;
  if (disk.standing(staging) === null) disk.makeFolder(staging);
  const kept = existing.map((name) => [backupName(site, name), disk.read(join(folder, name))] as const);
  const steps = [...kept, ...changes].map(([path, content], index): Step => {
    const staged = String(index);
    disk.write(join(staging, staged), content);
    const before = hashOf(disk, join(folder, path));
    return { kind: 'place', staged, path, sha256: sha256Of(content), before };
  });
  decide(site, steps);
  return carryOut(site, steps);
}

function backupName({ disk, folder }: Site, name: string): string {
  let backup = `${name}.bak`;
  for (let number = 2; disk.standing(join(folder, backup)) !== null; number += 1) {
    backup = `${name}.${number}.bak`;
  }
  return backup;
}

/**
 * Files that an interrupted replacement had decided and not yet put in their places: name → where the content is to be
 * read. One that somebody has saved since is read as it stands.
 */
export function awaiting(disk: Disk, folder: string): ReadonlyMap<string, string> {
  const site = siteIn(disk, folder, async () => undefined);
  return new Map(
    (decided(site) ?? []).flatMap((step): (readonly [string, string])[] => {
      if (step.kind !== 'place') return [];
      const staged = join(site.staging, step.staged);
      const isWhole = hashOf(disk, staged) === step.sha256;
      return isWhole && hashOf(disk, join(folder, step.path)) === step.before ? [[step.path, staged]] : [];
    }),
  );
}
