import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from './delivery/manifest.ts';

/** Reading what earlier builds left in an output folder. */

/** The files of a plan as they stand on the disk. */
export interface WrittenFiles {
  readonly manifest: Manifest;
  /** A file by its path in the manifest; null where it is not there or cannot be read. */
  readonly read: (path: string) => Uint8Array | null;
}

/** What a plan's output folder holds; null where nothing was ever built there. */
export function readWritten(folder: string): WrittenFiles | null {
  const list = join(folder, 'manifest.json');
  const manifest = existsSync(list) ? readManifest(readFileSync(list, 'utf8')) : null;
  if (manifest === null) return null;
  return {
    manifest,
    read: (path) => {
      try {
        return readFileSync(join(folder, path));
      } catch {
        return null;
      }
    },
  };
}
