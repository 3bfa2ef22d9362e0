import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
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
export const readPlanFiles = (root: string, plan: string): TextFiles =>
  readTexts(join(root, 'data', plan), ['*.{yaml,yml}'], `data/${plan}/`);

/** The office's own choice of font files, as the clerk sees it. */
export const fontChoiceFile = 'data/字体.yaml';

/** What the office's choice of font files says; null where it made none. */
export function readFontChoice(root: string): string | null {
  const file = join(root, fontChoiceFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
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
  const data = join(root, 'data');
  const present = existsSync(data)
    ? readdirSync(data, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
        .sort()
    : [];
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
