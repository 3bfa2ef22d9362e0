import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import glob from 'fast-glob';
import type { Findings } from './diagnostics/findings.ts';
import { nearest } from './diagnostics/nearest.ts';

/** Reading what the office keeps: the only place below `main` that looks into `data/` and `templates/`. */

/** Files by their path from a folder, with `/`; text as stored. */
export type TextFiles = ReadonlyMap<string, string>;

/** Temporary and lock files of Word, WPS, Excel and editors. */
const foreign = ['**/~$*', '**/.~*', '**/.*', '**/*.tmp', '**/*.bak'];

/** Reads text files below a folder; names start with `prefix`. */
function readTexts(folder: string, patterns: readonly string[], prefix: string): TextFiles {
  const paths = glob.sync([...patterns], { cwd: folder, ignore: foreign, onlyFiles: true }).sort();
  return new Map(paths.map((path) => [`${prefix}${path}`, readFileSync(join(folder, path), 'utf8')]));
}

/** Everything below `templates/`. */
export const readTemplates = (root: string): TextFiles =>
  readTexts(join(root, 'templates'), ['**/*.md', '**/*.{yaml,yml}'], '');

/** The data files of a plan, named as the clerk sees them: `data/2022-清廉村居创建/方案.yaml`. */
export const readPlanFiles = (dataFolder: string, plan: string): TextFiles =>
  readTexts(join(dataFolder, plan), ['*.{yaml,yml}'], `data/${plan}/`);

/** Names of the plans in a data folder: the wanted ones, or all. What is wanted and not there is reported. */
export function choosePlans(
  dataFolder: string,
  wanted: readonly string[],
  findings: Findings,
): readonly string[] {
  const present = existsSync(dataFolder)
    ? readdirSync(dataFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
        .sort()
    : [];
  if (present.length === 0) {
    const hint = '请把方案数据放在 data 下的一个文件夹里。';
    findings.report('data/no-plan', 'data 文件夹里没有方案', undefined, { hint });
  }
  if (wanted.length === 0) return present;
  return wanted.flatMap((name) => {
    if (present.includes(name)) return [name];
    const near = nearest(name, present);
    const hint = near === null ? `现有方案：${present.join('、')}。` : `是不是“${near}”？`;
    findings.report('data/no-plan', `data 文件夹里没有“${name}”这个方案`, undefined, { actual: name, hint });
    return [];
  });
}
