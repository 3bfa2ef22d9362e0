import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { codeOf } from './faults.ts';

/** Makes a folder and those above it; returns the new ones, outermost first. */
export function makeFolders(disk: Disk, folder: string): readonly string[] {
  if (disk.standing(folder)?.kind === 'folder') return [];
  const above = dirname(folder) === folder ? [] : makeFolders(disk, dirname(folder));
  try {
    disk.makeFolder(folder);
  } catch (error) {
    // Another build may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || disk.standing(folder)?.kind !== 'folder') {
      removeEmpty(disk, above);
      throw error;
    }
    return above;
  }
  return [...above, folder];
}

/** Removes folders that hold nothing, innermost (last) first; others stay. */
export function removeEmpty(disk: Disk, folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      disk.removeFolder(folder);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EBUSY'].includes(codeOf(error))) throw error;
    }
  }
}
