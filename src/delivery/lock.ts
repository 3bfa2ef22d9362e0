import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { codeOf, type Pause } from './faults.ts';

/** Who builds: this process, with what it can know of others on its machine. */
export interface Builder {
  readonly process: number;
  readonly host: string;
  /** Whether a process of this machine is running. */
  readonly isRunning: (process: number) => boolean;
  readonly now: () => Date;
  readonly pause: Pause;
  /** Does something every so many milliseconds until the returned function is called; keeps no process alive. */
  readonly every: (milliseconds: number, action: () => void) => () => void;
}

/** Who holds a lock, as it stands in the file. */
export interface Owner {
  readonly process: number;
  readonly host: string;
  /** When the build began, as an instant. */
  readonly since: string;
}

/** A folder held for one build. */
export interface Lock {
  readonly release: () => void;
}

/** Names of lock files: of a whole build, and of a shard, which leaves other shards alone. */
export const lockName = '.正在生成';

const beat = 5_000;
/** A lock whose owner has not been heard of for so long is nobody's: of another machine, or a number used again. */
const silence = 10 * 60_000;
/** One that is not whole after so long was left by a process that ended while it wrote it. */
const writing = 2_000;
/** How long a second build waits for the first. */
const patience = 8_000;
const look = 250;

/**
 * Holds a folder that exists. A lock whose owner is gone is broken; while somebody else builds this waits a moment,
 * then returns who it is. `shard` is null for a build of all jobs.
 */
export async function takeLock(
  disk: Disk,
  folder: string,
  builder: Builder,
  shard: string | null = null,
): Promise<Lock | Owner> {
  const own = shard === null ? lockName : `${lockName}-${shard}`;
  const file = join(folder, own);
  const owner: Owner = {
    process: builder.process,
    host: builder.host,
    since: builder.now().toISOString(),
  };
  const text = JSON.stringify(owner);
  for (let waited = 0; ; waited += look) {
    const held = tryLock(disk, folder, own, text, builder);
    if (held === null) break;
    if (waited >= patience) return held;
    await builder.pause(look);
  }
  const stop = builder.every(beat, () =>
    unlessRefused(() => {
      if (textOf(disk, file) === text) disk.touch(file, builder.now());
    }),
  );
  return {
    release: () => {
      stop();
      unlessRefused(() => {
        if (textOf(disk, file) === text) disk.remove(file);
      });
    },
  };
}

/** Does something to an own lock; where the disk refuses it, the lock grows old, and others break it in time. */
function unlessRefused(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

/** Takes the lock where nobody holds one that excludes it; else who does. */
function tryLock(disk: Disk, folder: string, own: string, text: string, builder: Builder): Owner | null {
  const excludes = (name: string): boolean =>
    name === own || (name.startsWith(lockName) && (own === lockName || name === lockName));
  const others = (): Owner | null => {
    for (const name of disk.list(folder).filter(excludes)) {
      const file = join(folder, name);
      const holds = textOf(disk, file);
      if (holds === null || holds === text) continue;
      if (isStale(disk, file, holds, builder)) breakLock(disk, file, holds, builder);
      else return ownerIn(holds);
    }
    return null;
  };
  const before = others();
  if (before !== null) return before;
  const file = join(folder, own);
  try {
    disk.create(file, text);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return ownerIn(textOf(disk, file) ?? '');
  }
  // A lock of the other kind may have been taken at the same moment: then both step back and try again.
  const beside = others();
  if (beside !== null) disk.remove(file);
  return beside;
}

function textOf(disk: Disk, file: string): string | null {
  try {
    return new TextDecoder().decode(disk.read(file));
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return null;
  }
}

function ownerIn(text: string): Owner {
  try {
    const { process, host, since } = JSON.parse(text) as Partial<Owner>;
    return { process: process ?? 0, host: host ?? '', since: since ?? '' };
  } catch {
    return { process: 0, host: '', since: '' };
  }
}

function isStale(disk: Disk, file: string, text: string, builder: Builder): boolean {
  const { process, host } = ownerIn(text);
  // This process's own number is in a lock that it left behind itself, or one that had the number before.
  const isGone = process === builder.process || !builder.isRunning(process);
  if (host === builder.host && process > 0 && isGone) return true;
  const standing = disk.standing(file);
  const bearable = process > 0 ? silence : writing;
  return standing !== null && builder.now().getTime() - standing.changed > bearable;
}

/** Takes a stale lock away. It is moved aside first: should it be another one by now, it is put back. */
function breakLock(disk: Disk, file: string, text: string, builder: Builder): void {
  const aside = `${file}.${builder.process}`;
  try {
    disk.rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (textOf(disk, aside) === text) disk.remove(aside);
  else disk.rename(aside, file);
}
