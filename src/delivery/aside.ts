import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** `2026-11-25`, of the calendar on this machine's wall. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * Where a file that was edited by hand is kept: `…（手改 2026-11-25）.docx`, with the day it was last saved and a
 * number where that name is taken. Paths are from the folder, with `/`.
 */
export function asideName(
  disk: Disk,
  folder: string,
  path: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  const day = dayOf(disk.standing(join(folder, path))?.changed ?? 0);
  const end = path.lastIndexOf('.');
  const split = end > path.lastIndexOf('/') ? end : path.length;
  for (let number = 1; ; number++) {
    const mark = number === 1 ? day : `${day} ${number}`;
    const name = `${path.slice(0, split)}（手改 ${mark}）${path.slice(split)}`;
    if (!taken.has(name) && disk.standing(join(folder, name)) === null) return name;
  }
}
