import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../delivery/disk.ts';
import { codeOf } from '../delivery/faults.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { BuildRecord, type KnownFont } from './build-record.ts';
import { LineFile } from './line-file.ts';

/** Where the record of builds into a folder lies: below the project, to be deleted at any time. */
export const recordFile = (root: string, folder: string, shard: string | null): string =>
  join(root, '.cache', 'build', `${sha256Of(`${folder}\n${shard ?? ''}`).slice(0, 20)}.txt`);

const unfinished = (file: string): string => `${file}.new`;

/** Opens a record; an empty one where there is none. */
export function loadRecord(disk: Disk, file: string): BuildRecord {
  const now = new LineFile(disk, unfinished(file));
  try {
    return new BuildRecord(LineFile.read(disk, file), now);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return new BuildRecord(now, now);
  }
}

/** Puts a record in its place. Where that cannot be done the next build makes everything anew, which costs time only. */
export function saveRecord(disk: Disk, file: string, record: BuildRecord, jobs: Iterable<string>): void {
  try {
    if (record.finish(jobs)) disk.rename(unfinished(file), file);
    else discardRecord(disk, file);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    discardRecord(disk, file);
  }
}

/** Takes away what a build that did not come to its end entered. */
export function discardRecord(disk: Disk, file: string): void {
  try {
    disk.remove(unfinished(file));
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

/**
 * Hash of a font file; read again only when its size or time differ from what is known. Empty where it is not there or cannot
 * be read: nothing is drawn with it then.
 */
export function hashFont(disk: Disk, known: Map<string, KnownFont>, file: string): string {
  const standing = disk.standing(file);
  if (standing === null) return '';
  const { size, changed } = standing;
  const old = known.get(file);
  if (old !== undefined && old.size === size && old.changed === changed) return old.hash;
  try {
    const hash = createHash('sha256').update(disk.read(file)).digest('base64url').slice(0, 22);
    known.set(file, { size, changed, hash });
    return hash;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return '';
  }
}
