import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Shelf } from './shelf.ts';

/** Where a shelf stands: a folder, and the version of the program it belongs to. */
export interface ShelfPlace {
  readonly folder: string;
  readonly program: string;
}

/** How files end that are not whole yet. */
const unfinished = '.new';
/** Older ones, in milliseconds, were left by a process that was killed. */
const surelyLeft = 3_600_000;

function isLeft(file: string): boolean {
  if (!file.endsWith(unfinished)) return false;
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts !== undefined && Date.now() - facts.mtimeMs > surelyLeft;
}

/** A shelf on the disk. What cannot be read or written is as if nothing were kept. */
export function machineShelf({ folder, program }: ShelfPlace): Shelf {
  const version = createHash('sha256').update(program).digest('hex').slice(0, 16);
  const own = join(folder, version);
  let ready = false;
  const makeReady = (): void => {
    if (ready) return;
    mkdirSync(own, { recursive: true });
    // What other versions kept is of no use any more.
    for (const name of readdirSync(folder))
      if (name !== version) rmSync(join(folder, name), { recursive: true, force: true });
    for (const name of readdirSync(own))
      if (isLeft(join(own, name))) rmSync(join(own, name), { force: true });
    ready = true;
  };
  const tried = <T>(use: () => T): T | null => {
    try {
      return use();
    } catch (error) {
      if (error instanceof Error && 'code' in error) return null;
      throw error;
    }
  };
  return {
    read: (name) => tried(() => readFileSync(join(own, name))),
    write: (name, content) => {
      tried(() => {
        makeReady();
        const beside = join(own, `${name}.${process.pid}-${threadId}${unfinished}`);
        try {
          writeFileSync(beside, content);
          renameSync(beside, join(own, name));
        } catch (error) {
          rmSync(beside, { force: true });
          throw error;
        }
      });
    },
    append: (name, content) => {
      tried(() => {
        makeReady();
        appendFileSync(join(own, name), content);
      });
    },
  };
}
