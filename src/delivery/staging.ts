import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { codeOf, fault } from './faults.ts';
import { makeFolders } from './folders.ts';
import { sha256Of } from './sha256.ts';

/** Where files are staged, as plain data that another thread can be told. */
export interface StagingPlace {
  /** The plan's output folder. */
  readonly folder: string;
  /** Folder of files that are whole but not yet in their places, in the same file system; gone between builds. */
  readonly staging: string;
}

/** What came of staging a file; plain data. */
export type Staged =
  /** It was staged, or stands in its place already. */
  | {
      readonly kind: 'staged' | 'standing';
      /** When the disk says it was changed. */
      readonly changed: number;
      /** SHA-256 of what stands in its place; null where nothing does. */
      readonly before: string | null;
    }
  /** The system refused. */
  | { readonly kind: 'refused'; readonly fault: Fault };

/** What the system said, so that it can be told in another thread. */
interface Fault {
  readonly message: string;
  readonly code: string;
  readonly syscall: string;
  readonly path: string;
}

/** What a staged file is called. */
export const stagedName = (number: number): string => String(number);

/** Stages files in one thread, whichever others do the same: each under a number nobody else has. */
export class Stager {
  readonly #disk: Disk;
  readonly #place: StagingPlace;
  #stands = false;

  constructor(disk: Disk, place: StagingPlace) {
    this.#disk = disk;
    this.#place = place;
  }

  /** Writes a file whole, unless it stands in its place already. `path` is from the output folder, with `/`. */
  stage(path: string, number: number, content: Uint8Array, sha256: string): Staged {
    const disk = this.#disk;
    const target = join(this.#place.folder, path);
    try {
      const standing = disk.standing(target);
      if (standing?.kind === 'folder') throw fault('EISDIR', target);
      const before = standing === null ? null : sha256Of(disk.read(target));
      if (standing !== null && before === sha256)
        return { kind: 'standing', changed: standing.changed, before };
      return { kind: 'staged', changed: this.write(number, content), before };
    } catch (error) {
      return { kind: 'refused', fault: faultOf(error) };
    }
  }

  /** Writes a staged file; returns when the disk says it was changed. Throws what the system says. */
  write(number: number, content: Uint8Array | Iterable<string>): number {
    const { staging } = this.#place;
    if (!this.#stands) makeFolders(this.#disk, staging);
    this.#stands = true;
    const file = join(staging, stagedName(number));
    this.#disk.write(file, content);
    return this.#disk.standing(file)?.changed ?? 0;
  }
}

/** What the system said; what did not come from the system is thrown on. */
function faultOf(error: unknown): Fault {
  if (codeOf(error) === '') throw error;
  const { message, code = '', syscall = '', path = '' } = error as NodeJS.ErrnoException;
  return { message, code, syscall, path };
}

/** What the system said, as it said it. */
export const errorOf = ({ message, ...facts }: Fault): Error => Object.assign(new Error(message), facts);
