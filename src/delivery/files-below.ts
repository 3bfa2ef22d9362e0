import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Paths of all files below a folder, with `/`, sorted; none where there is no such folder. */
export function filesBelow(disk: Disk, folder: string): readonly string[] {
  if (disk.standing(folder)?.kind !== 'folder') return [];
  return disk
    .list(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      return disk.standing(path)?.kind === 'folder'
        ? filesBelow(disk, path).map((below) => `${name}/${below}`)
        : [name];
    });
}

/** Removes a folder with everything in it. */
export function removeTree(disk: Disk, folder: string): void {
  if (disk.standing(folder)?.kind !== 'folder') return;
  for (const name of disk.list(folder)) {
    const path = join(folder, name);
    if (disk.standing(path)?.kind === 'folder') removeTree(disk, path);
    else disk.remove(path);
  }
  disk.removeFolder(folder);
}
