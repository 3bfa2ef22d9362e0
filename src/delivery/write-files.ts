import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Findings } from '../diagnostics/findings.ts';

/** A file to be written: its path from the output folder, with `/`, and what it holds. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Ending of a file under way; it is renamed when whole. */
const unfinished = '.未完成';

/** What Windows answers while Word or WPS holds a file open. */
const heldOpen = new Set(['EBUSY', 'EPERM', 'EACCES']);

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Why a file could not be written, and what to do, for the clerk. */
function explain(error: unknown): { readonly message: string; readonly hint: string } {
  const code = codeOf(error);
  if (heldOpen.has(code))
    return {
      message: '文件正被别的程序打开，或者没有写入权限',
      hint: '请关闭正在打开它的 Word、WPS 或 PDF 阅读器后重新运行。',
    };
  if (code === 'ENOSPC') return { message: '磁盘已满', hint: '请清理磁盘后重新运行；原有文件没有变动。' };
  if (code === 'EROFS') return { message: '文件夹是只读的', hint: '请换一个可以写入的文件夹（--out）。' };
  return {
    message: error instanceof Error ? error.message : String(error),
    hint: '请检查输出文件夹后重新运行。',
  };
}

/**
 * Writes all files into a folder: first every one beside its place, then, when all are whole, renamed in order.
 * On a fault nothing is renamed and the previous files stay; the fault is reported. Returns whether it went well.
 */
export function writeFiles(folder: string, files: readonly OutputFile[], findings: Findings): boolean {
  const pending: string[] = [];
  let current = '';
  try {
    for (const { path, bytes } of files) {
      current = path;
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
      pending.push(target);
      writeFileSync(target + unfinished, bytes);
    }
    for (const target of pending) {
      current = target;
      renameSync(target + unfinished, target);
    }
    return true;
  } catch (error) {
    const { message, hint } = explain(error);
    findings.report('delivery/unwritable', `${current}：${message}`, { kind: 'nowhere' }, { hint });
    for (const target of pending) rmSync(target + unfinished, { force: true });
    return false;
  }
}
