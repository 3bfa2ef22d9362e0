import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import glob from 'fast-glob';
import { machineDisk } from './delivery/disk.ts';
import { awaiting } from './delivery/replace-files.ts';
import { Findings } from './diagnostics/findings.ts';
import { nearest } from './diagnostics/nearest.ts';
import type { Place } from './diagnostics/place.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { decodeText } from './plan/loading/decode-text.ts';

/** Reading what the office keeps: the only place below `main` that looks into `data/` and `templates/`. */

/** Files by their path from a folder, with `/`; text as stored. */
export type TextFiles = ReadonlyMap<string, string>;

/** Temporary and lock files of Word, WPS, Excel and editors. */
const foreign = ['**/~$*', '**/.~*', '**/.*', '**/*.tmp', '**/*.bak'];

/** What programs leave beside what they have open: `~$…`, `.~…`, `….tmp`, `….wbk` (Word). */
const leftBehind = /^(?:~|\.)|\.(?:tmp|bak|wbk|asd|swp)$|~$/i;

/** What Excel saves to first, in a plan's folder: `data/…/A1B2C3D4`. A plan's folder may itself be called after a day. */
const savedFirst = /^[^/]+\/[^/]+\/(?:.*\/)?[0-9A-F]{8}$/i;

/** Whether a path, with `/`, is or lies in something that is no file of the office's. */
export const isForeign = (path: string): boolean =>
  savedFirst.test(path) || path.split('/').some((name) => name !== '' && leftBehind.test(name));

/** Reads text files below a folder; names start with `prefix`. */
function readTexts(folder: string, patterns: readonly string[], prefix: string): TextFiles {
  const paths = glob.sync([...patterns], { cwd: folder, ignore: foreign, onlyFiles: true }).sort();
  return new Map(paths.map((path) => [`${prefix}${path}`, readFileSync(join(folder, path), 'utf8')]));
}

/** Everything below `templates/`. */
export const readTemplates = (root: string): TextFiles =>
  readTexts(join(root, 'templates'), ['**/*.md', '**/*.{yaml,yml}'], '');

/** Files that hold data of a plan, and those whose makers believe so. */
const dataFile = /\.(?:ya?ml|csv|xlsx|xlsm|xls|xlsb|et|ods|numbers)$/i;

/** What an open workbook leaves beside itself: Excel and WPS `~$数据.xlsx`, LibreOffice `.~lock.数据.xlsx#`. */
const lockFile = /^(?:~\$(.+)|\.~lock\.(.+)#)$/u;

/** Temporary files, back-ups and what hides. */
const passedOver = /^(?:[.~])|\.(?:tmp|bak)$/i;

/** Largest data files that are read, in bytes: far more than a township's plan, far less than what would hang. */
const largest = { yaml: 4 * 1024 * 1024, other: 64 * 1024 * 1024 } as const;

/**
 * The data files of a plan, named as the clerk sees them: `data/2022-清廉村居创建/方案.yaml`. Text is decoded,
 * workbooks stay bytes, what cannot be read is null and reported. What an interrupted change of the files had decided counts.
 */
export function readPlanFiles(root: string, plan: string, findings: Findings): ReadonlyMap<string, DataFile> {
  const folder = join(root, 'data', plan);
  const staged = awaiting(machineDisk, folder);
  const all = [...new Set([...readdirSync(folder), ...staged.keys()])].sort();
  const names = all.filter((name) => dataFile.test(name) && !passedOver.test(name));
  for (const name of all) {
    const [, excel, office] = lockFile.exec(name) ?? [];
    // The mark may stand in place of a long name's first two characters.
    const open = names.find((each) => each === office || (excel !== undefined && each.endsWith(excel)));
    if (open !== undefined) reportOpen(`data/${plan}/${open}`, findings);
  }
  return new Map(
    names.map((name) => {
      const file = `data/${plan}/${name}`;
      return [file, readDataFile(staged.get(name) ?? join(folder, name), file, findings)];
    }),
  );
}

function reportOpen(file: string, findings: Findings): void {
  findings.report('data/open-elsewhere', '工作簿正在 Excel 或 WPS 里打开', startOf(file), {
    hint: '没有保存的改动读不到；先保存（最好关闭），再运行',
  });
}

const startOf = (file: string): Place => ({ kind: 'file', file, line: 1, column: 1 });

function readDataFile(path: string, file: string, findings: Findings): DataFile {
  const limit = /\.ya?ml$/i.test(file) ? largest.yaml : largest.other;
  try {
    const status = statSync(path);
    if (status.isFile() && status.size <= limit) {
      const bytes = readFileSync(path);
      return /\.(?:ya?ml|csv)$/i.test(file) ? decodeText(file, bytes, findings) : bytes;
    }
    findings.report(
      'data/unreadable',
      status.isFile() ? '文件太大，没有读' : status.isDirectory() ? '这是文件夹，不是数据文件' : '这不是文件',
      startOf(file),
      {
        hint: status.isFile()
          ? `这样的数据文件不会超过 ${limit / 1024 / 1024} MB，看看是不是放错了`
          : '改名或移走',
      },
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const [message, hint] = unreadable[code] ?? [`文件读不出来（${code}）`, '检查文件后再运行一次'];
    findings.report('data/unreadable', message, startOf(file), { hint });
  }
  return null;
}

/** Why a file cannot be read, by the system's code, and what to do. */
const unreadable: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EACCES: ['没有读这个文件的权限', '请管理员给出读取权限，或者把文件复制一份'],
  EPERM: ['没有读这个文件的权限', '请管理员给出读取权限，或者把文件复制一份'],
  EBUSY: ['文件正被别的程序占用', '关闭打开它的程序，再运行一次'],
  ELOOP: ['这个文件是绕成圈的链接', '删去链接，放上文件本身'],
  ENOENT: ['这个文件是断了的链接', '删去链接，放上文件本身'],
};

/**
 * The YAML files with a document number of all plans but the named ones, by the name of the plan: only to be glanced at,
 * so that what cannot be read is passed over.
 */
export function readOtherNotices(root: string, named: readonly string[]): ReadonlyMap<string, TextFiles> {
  const others = planFolders(root).filter((name) => !named.includes(name));
  return new Map(
    others.map((plan) => {
      const folder = join(root, 'data', plan);
      const names = glob.sync('*.{yaml,yml}', { cwd: folder, ignore: foreign, onlyFiles: true, stats: true });
      const texts = names
        .filter(({ stats }) => (stats?.size ?? 0) <= largest.yaml)
        .flatMap(({ name }): readonly (readonly [string, string])[] => {
          const file = `data/${plan}/${name}`;
          const content = readDataFile(join(folder, name), file, new Findings());
          return typeof content === 'string' && content.includes('发文字号') ? [[file, content]] : [];
        });
      return [plan, new Map(texts.sort(([one], [other]) => (one < other ? -1 : 1)))];
    }),
  );
}

/** The JSON Schema of the data, as the clerk sees it. */
export const dataSchemaFile = 'data/数据格式.schema.json';

/** The office's own choice of font files, as the clerk sees it. */
export const fontChoiceFile = 'data/字体.yaml';

/** What the office's choice of font files says; null where it made none. */
export function readFontChoice(root: string): string | null {
  const file = join(root, fontChoiceFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Names of the folders below `data/`. */
function planFolders(root: string): readonly string[] {
  const data = join(root, 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Names of the plans below `data/`: the wanted ones, or all. A wanted one may be given by its name or as a path to
 * its folder. What is wanted and not there is reported.
 */
export function choosePlans(
  root: string,
  wanted: readonly string[],
  findings: Findings,
): readonly string[] | null {
  const present = planFolders(root);
  if (present.length === 0) {
    const hint = '请把方案数据放在 data 下的一个文件夹里。';
    findings.report('data/no-plan', 'data 文件夹里没有方案', undefined, { hint });
    return null;
  }
  if (wanted.length === 0) return present;
  const chosen = wanted.map((given) => {
    const name = planName(root, given);
    if (present.includes(name)) return name;
    const near = nearest(name, present);
    const hint =
      near === null
        ? `方案要放在 data 下的一个文件夹里，这里写文件夹的名称。现有：${present.join('、')}。`
        : `是不是“${near}”？`;
    findings.report('command/usage', `data 文件夹里没有“${given}”这个方案`, undefined, {
      actual: given,
      hint,
    });
    return null;
  });
  return chosen.includes(null) ? null : [...new Set(chosen.filter((name) => name !== null))];
}

/** The plan meant by a name, a path to its folder or to a file in it; what is no path below `data/` stays. */
function planName(root: string, given: string): string {
  const path = given.replaceAll('\\', '/').replace(/\/+$/u, '');
  const steps = relative(join(root, 'data'), resolve(root, path)).replaceAll('\\', '/').split('/');
  const [first = ''] = steps;
  return first === '' || first === '..' ? path : first;
}
