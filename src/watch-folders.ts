import { relative } from 'node:path';
import { watch } from 'chokidar';
import { isForeign } from './workspace.ts';

/** Stops watching. */
export type Stop = () => Promise<void>;

/**
 * Watches folders below the project's; tells of every file that is saved, added or removed, by its path from there with
 * `/`. Temporary and lock files of Word, WPS, Excel and editors are not told of. Resolves when everything is in sight.
 */
export async function watchFolders(
  root: string,
  folders: readonly string[],
  changed: (path: string) => void,
): Promise<Stop> {
  const nameOf = (path: string): string => relative(root, path).replaceAll('\\', '/');
  const watcher = watch([...folders], {
    cwd: root,
    ignoreInitial: true,
    ignored: (path) => isForeign(nameOf(path.startsWith(root) ? path : `${root}/${path}`)),
  });
  watcher.on('all', (event, path) => {
    if (event === 'add' || event === 'change' || event === 'unlink') changed(path.replaceAll('\\', '/'));
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', () => resolve());
    watcher.once('error', reject);
  });
  return () => watcher.close();
}
