import { dirname, join } from 'node:path';
import { recordNames } from './archiving/record.ts';
import type { ArchiveFile } from './close-record.ts';
import type { Disk } from './delivery/disk.ts';
import { patiently, reportFault } from './delivery/faults.ts';
import { removeTree } from './delivery/files-below.ts';
import { makeFolders, removeEmpty } from './delivery/folders.ts';
import { type Builder, takeLock } from './delivery/lock.ts';
import { reportBusy } from './delivery/reports.ts';
import { sha256Of } from './delivery/sha256.ts';
import type { Findings } from './diagnostics/findings.ts';

/** Where records are written, and who writes. */
export interface ArchivePlace {
  readonly disk: Disk;
  readonly builder: Builder;
  /** Tells that the clerk stops. */
  readonly signal: AbortSignal;
}

/**
 * Holds the folder of the archive while something is closed in it: of two closings at once one waits and then takes the
 * next version, or is told to come again. Null with findings, and nothing done, where it cannot be held.
 */
export async function holdingArchive<T>(
  base: string,
  { disk, builder }: ArchivePlace,
  findings: Findings,
  close: () => Promise<T>,
): Promise<T | null> {
  let made: readonly string[] = [];
  let release = (): void => undefined;
  try {
    made = await patiently(builder.pause, () => makeFolders(disk, base));
    const lock = await takeLock(disk, base, builder);
    if (!('release' in lock)) {
      reportBusy(findings, base, lock);
      return null;
    }
    release = lock.release;
  } catch (error) {
    removeEmpty(disk, made);
    reportFault(findings, base, error);
    return null;
  }
  try {
    return await close();
  } finally {
    release();
    // Empty only where nothing was closed.
    removeEmpty(disk, made);
  }
}

/** What an interrupted closing leaves; the next one clears it away. */
const stagingName = '.未归档完';

/**
 * Writes a record beside its place and puts it there in one step when it is whole; returns the value of its list of
 * values, null after findings. Whatever happens, nothing is left behind and what stands at `folder` stays.
 */
export async function writeRecord(
  folder: string,
  files: AsyncIterable<ArchiveFile>,
  { disk, builder, signal }: ArchivePlace,
  findings: Findings,
): Promise<string | null> {
  const staging = join(dirname(folder), stagingName);
  let made: readonly string[] = [];
  const clear = (): void => {
    removeTree(disk, staging);
    removeEmpty(disk, made);
  };
  try {
    removeTree(disk, staging);
    made = makeFolders(disk, dirname(folder));
    let list: string | null = null;
    for await (const { path, content } of files) {
      await builder.pause(0);
      signal.throwIfAborted();
      const file = join(staging, path);
      makeFolders(disk, dirname(file));
      disk.write(file, content);
      if (path === recordNames.checksums) list = sha256Of(content);
    }
    if (list === null || findings.hasErrors) {
      clear();
      return null;
    }
    if (disk.standing(folder) !== null) {
      clear();
      findings.report('archive/closed', `${folder}：已经归档了`);
      return null;
    }
    await patiently(builder.pause, () => disk.rename(staging, folder));
    return list;
  } catch (error) {
    try {
      clear();
    } catch (left) {
      // What could not be removed now is removed by the next closing; what matters is why this one failed.
      reportFault(findings, staging, left);
    }
    if (signal.aborted) throw error;
    reportFault(findings, folder, error);
    return null;
  }
}
