import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf, gb2312 } from './coverage.ts';
import { readFont } from './font.ts';
import { openFaces, openFolder } from './known-faces.ts';

/** Runs a program in a folder; resolves to its exit code and what it wrote, 127 where there is no such program. */
export type RunProgram = (
  program: string,
  options: readonly string[],
  folder: string,
) => Promise<{ readonly code: number; readonly output: string }>;

/** What setting up needs of the machine. */
export interface SetUp {
  /** The project's folder. */
  readonly root: string;
  /** As `process.platform`. */
  readonly platform: string;
  /** Shows a line to the user. */
  readonly say: (line: string) => void;
  readonly run: RunProgram;
}

const debianPackage = 'texlive-lang-chinese';
const files = Object.values(openFaces).map(({ file }) => file);
const missingProgram = 127;

/**
 * Sets up the open Fandol faces in the project's `.cache/fonts`: downloads a Debian package, unpacks the five fonts
 * and installs nothing. Returns the exit code; 0 too where there is nothing to do.
 */
export async function setUpFonts({ root, platform, say, run }: SetUp): Promise<number> {
  const target = join(root, openFolder);
  if (files.every((file) => isWhole(join(target, file)))) {
    say(`开源字体已经装好，在 ${target}。`);
    return 0;
  }
  if (platform !== 'linux') {
    say('Windows 和 macOS 直接使用系统的仿宋、楷体、黑体、宋体，不用另装字体。');
    say('标题要用小标宋的，请把方正小标宋简体装到系统里。');
    return 0;
  }
  for (const program of ['apt-get', 'dpkg-deb']) {
    const { code } = await run(program, ['--version'], root);
    if (code !== missingProgram) continue;
    say(`本机没有 ${program}，不能自动安装开源字体（只有 Debian、Ubuntu、统信 UOS、麒麟等系统可以）。`);
    say('不装也能生成全部文件：本机有公文字体就用公文字体，没有就用随程序安装的宋体代替。');
    return 0;
  }
  mkdirSync(target, { recursive: true });
  const work = mkdtempSync(join(target, 'download-'));
  try {
    say(`正在下载开源字体（Debian 软件包 ${debianPackage}，约 49 MB），请稍候……`);
    const archive = await download(work, run);
    if (archive === null) {
      say('下载没有成功。请检查网络和软件源，再运行一次 npm run fonts。');
      say('不装也能生成全部文件：没有公文字体时，用随程序安装的宋体代替。');
      return 1;
    }
    say('正在取出字体……');
    return (await unpack(archive, work, target, run)) ? finished(target, say) : incomplete(say);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Downloads the package; where the system's lists do not know it, fetches lists of its own, which needs no rights. */
async function download(work: string, run: RunProgram): Promise<string | null> {
  const find = () => readdirSync(work).find((name) => name.endsWith('.deb'));
  await run('apt-get', ['download', debianPackage], work);
  if (find() === undefined) {
    const state = join(work, 'apt');
    for (const folder of ['lists/partial', 'cache/archives/partial']) {
      mkdirSync(join(state, folder), { recursive: true });
    }
    const options = [
      '-o',
      `Dir::State::lists=${join(state, 'lists')}`,
      '-o',
      `Dir::Cache=${join(state, 'cache')}`,
      '-o',
      'Debug::NoLocking=true',
    ];
    await run('apt-get', [...options, 'update'], work);
    await run('apt-get', [...options, 'download', debianPackage], work);
  }
  return find() ?? null;
}

/** Takes the fonts out of the package, checks them and moves them into place; false where one is not whole. */
async function unpack(archive: string, work: string, target: string, run: RunProgram): Promise<boolean> {
  await run('dpkg-deb', ['--extract', archive, 'package'], work);
  const unpacked = readdirSync(work, { recursive: true, encoding: 'utf8' });
  for (const file of files) {
    const found = unpacked.find((name) => name.endsWith(join('fandol', file)));
    if (found === undefined || !isWhole(join(work, found))) return false;
    renameSync(join(work, found), join(target, file));
  }
  return true;
}

function finished(target: string, say: (line: string) => void): number {
  say(`已装好 ${files.length} 个开源字体，在 ${target}：`);
  for (const { name, file } of Object.values(openFaces)) say(`  ${name}（${file}）`);
  say('运行 npm run fonts -- --list 可以查看各种字体用的是哪个文件。');
  return 0;
}

function incomplete(say: (line: string) => void): number {
  say('下载的软件包里没有取出完整的字体。请再运行一次 npm run fonts。');
  return 1;
}

/** Whether a file is a font with all characters of GB 2312. */
function isWhole(file: string): boolean {
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return false;
  try {
    return coverageOf(readFont(readFileSync(file)).characters).gb2312 === gb2312.size;
  } catch {
    return false;
  }
}

/** Runs a program for real. */
export const runProgram: RunProgram = (program, options, folder) =>
  new Promise((resolve) => {
    const child = spawn(program, options, { cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', () => resolve({ code: missingProgram, output }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
