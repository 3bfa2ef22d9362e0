import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '../../../src/diagnostics/findings.ts';
import type { DataFile } from '../../../src/plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from '../../../src/plan/loading/read-plan.ts';
import { planTables } from '../../../src/plan/tables/plan-tables.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Folders of the shipped plan and of the second one. */
export const planFolders = ['data/2022-清廉村居创建', 'test/fixtures/plans/2024-人居环境整治'] as const;

/** The text files of a plan. */
export function planFiles(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(root, folder)).sort();
  return new Map(names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]));
}

/** A plan as it is read from some files; throws where it has faults. */
export function soundPlan(files: ReadonlyMap<string, DataFile>): LoadedPlan {
  const findings = new Findings();
  const loaded = readPlan(files, findings);
  const faults = findings.sorted().filter(({ severity }) => severity !== 'note');
  if (loaded === null || faults.length > 0) throw new Error(JSON.stringify(faults, null, 1));
  return loaded;
}

/** The text files of a plan without what the tables hold: their keys, or for part of a key only that part. */
export function filesWithoutTables(
  files: ReadonlyMap<string, string>,
  tables = planTables,
): ReadonlyMap<string, string> {
  const whole = tables.filter(({ path, common }) => path.length === 1 || common.length > 0);
  return new Map(
    [...files].map(([name, text]) => {
      const kept = whole.reduce(
        (rest, { path }) => rest.replace(new RegExp(`^${path[0]}:\\n(?:[ #].*\\n|\\n)*`, 'mu'), ''),
        text,
      );
      const inner = tables.some(({ path }) => path[0] === '评价');
      return [name, inner ? kept.replace(/^ {2}领域:\n(?: {4}.*\n)*/mu, '') : kept];
    }),
  );
}
