import type { Findings } from '../diagnostics/findings.ts';

/** What Windows answers while Word or WPS holds a file open, and all systems where writing is not allowed. */
const refused = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/** Milliseconds between tries: virus scanners and indexers let a file go within a second or two. */
const pauses = [20, 50, 100, 200, 400, 800] as const;

/** What the system calls a fault; empty for what did not come from the system. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : '';

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Tries again for a moment where the system refuses: whoever holds the file may let it go. */
export async function patiently<T>(pause: Pause, action: () => T): Promise<T> {
  for (const milliseconds of pauses) {
    try {
      return action();
    } catch (error) {
      if (!refused.has(codeOf(error))) throw error;
      await pause(milliseconds);
    }
  }
  return action();
}

/** The file or folder a fault is about: one further up where a folder could not be made, else `file`. */
const placeOf = (error: unknown, file: string): string =>
  codeOf(error) !== 'EISDIR' && error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
    ? String((error as NodeJS.ErrnoException).path)
    : file;

/** Why a file could not be written, and what to do, for the clerk. */
function explain(code: string): { readonly message: string; readonly hint: string } {
  if (code === 'EISDIR') return { message: '这里已经有一个同名的文件夹', hint: '请改名或移走后重新运行。' };
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return {
      message: '要在这里建文件夹，但已经有一个同名的文件',
      hint: '请把它改名或移走后重新运行，或者换一个文件夹（--out）。',
    };
  }
  if (refused.has(code)) {
    return {
      message: '文件正被别的程序打开，或者没有写入权限',
      hint: '请关闭正在打开它的 Word、WPS 或 PDF 阅读器后重新运行。',
    };
  }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { message: '磁盘已满', hint: '请清理磁盘后重新运行；原有文件没有变动。' };
  if (code === 'EROFS') return { message: '文件夹是只读的', hint: '请换一个可以写入的文件夹（--out）。' };
  if (code === 'ENAMETOOLONG')
    return { message: '文件名或路径太长', hint: '请换一个路径较短的文件夹（--out）。' };
  return { message: `系统报告 ${code}`, hint: '请检查输出文件夹后重新运行。' };
}

/** Reports that the system would not have a file written; what did not come from the system is thrown on. */
export function reportFault(findings: Findings, file: string, error: unknown): void {
  const code = codeOf(error);
  if (code === '') throw error;
  const { message, hint } = explain(code);
  findings.report('delivery/unwritable', `${placeOf(error, file)}：${message}`, undefined, { hint });
}

/** A fault as the disk would answer it, where it is seen before the disk is asked. */
export const fault = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: 'open' });
