import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Findings } from '../diagnostics/findings.ts';

/** A file to be written: its path from the output folder, with `/`, and what it holds. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Ending of a file under way; it is renamed when whole. */
const unfinished = '.未完成';

/** What Windows answers while Word or WPS holds a file open, and all systems where writing is not allowed. */
const heldOpen = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** The file or folder a fault is about: one further up where a folder could not be made, else `file`. */
const placeOf = (error: unknown, file: string): string =>
  codeOf(error) !== 'EISDIR' && error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
    ? String((error as NodeJS.ErrnoException).path)
    : file;

/** Why a file could not be written, and what to do, for the clerk. */
function explain(error: unknown): { readonly message: string; readonly hint: string } {
  const code = codeOf(error);
  if (code === 'EISDIR') return { message: '这里已经有一个同名的文件夹', hint: '请改名或移走后重新运行。' };
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return {
      message: '要在这里建文件夹，但已经有一个同名的文件',
      hint: '请把它改名或移走后重新运行，或者换一个文件夹（--out）。',
    };
  }
  if (heldOpen.has(code)) {
    return {
      message: '文件正被别的程序打开，或者没有写入权限',
      hint: '请关闭正在打开它的 Word、WPS 或 PDF 阅读器后重新运行。',
    };
  }
  if (code === 'ENOSPC') return { message: '磁盘已满', hint: '请清理磁盘后重新运行；原有文件没有变动。' };
  if (code === 'EROFS') return { message: '文件夹是只读的', hint: '请换一个可以写入的文件夹（--out）。' };
  if (code === 'ENAMETOOLONG')
    return { message: '文件名或路径太长', hint: '请换一个路径较短的文件夹（--out）。' };
  return {
    message: error instanceof Error ? error.message : String(error),
    hint: '请检查输出文件夹后重新运行。',
  };
}

/** The text of a file in an output folder; null where there is none. */
export function readWritten(folder: string, path: string): string | null {
  return isWritten(folder, path) ? readFileSync(join(folder, path), 'utf8') : null;
}

/** Whether an output folder holds a file. */
export const isWritten = (folder: string, path: string): boolean =>
  existsSync(join(folder, path)) && statSync(join(folder, path)).isFile();

/**
 * Writes all files into a folder: first every one beside its place, then, when all are whole, renamed in order.
 * Files that cannot be replaced are all reported before anything is written; on a fault while writing, nothing is
 * renamed. Files that are as they should be stay untouched. Returns whether it went well.
 */
export function writeFiles(folder: string, files: readonly OutputFile[], findings: Findings): boolean {
  const report = (path: string, error: unknown): void => {
    const { message, hint } = explain(error);
    findings.report('delivery/unwritable', `${placeOf(error, join(folder, path))}：${message}`, undefined, {
      hint,
    });
  };
  const changed = changedFiles(folder, files, report);
  if (changed === null) return false;

  const made: string[] = [];
  const pending: string[] = [];
  let current = '';
  try {
    for (const { path, bytes } of changed) {
      current = path;
      const target = join(folder, path);
      makeFolder(dirname(target), made);
      pending.push(target);
      writeFileSync(target + unfinished, bytes);
    }
    for (const { path } of changed) {
      current = path;
      const target = join(folder, path);
      renameSync(target + unfinished, target);
    }
    return true;
  } catch (error) {
    report(current, error);
    for (const target of pending) rmSync(target + unfinished, { force: true });
    removeEmpty(made);
    return false;
  }
}

/** The files that differ from what is there; null where some cannot be replaced, each of which is reported. */
function changedFiles(
  folder: string,
  files: readonly OutputFile[],
  report: (path: string, error: unknown) => void,
): readonly OutputFile[] | null {
  let replaceable = true;
  const changed = files.filter(({ path, bytes }) => {
    const target = join(folder, path);
    try {
      if (!existsSync(target)) return true;
      if (readFileSync(target).equals(bytes)) return false;
      // Windows refuses this while another program holds the file open; finding out now leaves all files as they are.
      closeSync(openSync(target, 'r+'));
      return true;
    } catch (error) {
      report(path, error);
      replaceable = false;
      return false;
    }
  });
  return replaceable ? changed : null;
}

/** Makes a folder and those above it; the new ones are added to `made`, outermost first. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

/** Removes folders that hold nothing, innermost first. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
