import { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { DataFile } from '../loading/data-files.ts';
import { readPlan } from '../loading/read-plan.ts';
import type { DataPath } from '../loading/source-tree.ts';
import type { Plan } from '../schema.ts';
import type { TableDescription } from '../tables/description.ts';
import { takeOut } from './take-out.ts';

/**
 * The YAML files of a plan as they are once some tables stand in a workbook (`file`, holding `bytes`): their new
 * texts by name. Null where it cannot be done so that the same plan is read; nothing is guessed.
 */
export function moveTables(
  files: ReadonlyMap<string, DataFile>,
  plan: Plan,
  tables: readonly TableDescription[],
  file: string,
  bytes: Uint8Array,
  placeOf: (path: DataPath) => Place,
): ReadonlyMap<string, string> | null {
  const moved = new Map<string, string>();
  for (const { name, path, common } of tables) {
    const place = placeOf(path);
    // What the plan does not have, or has in a table already, stands in no YAML file.
    if (place.kind !== 'file') continue;
    const text = moved.get(place.file) ?? files.get(place.file);
    const keys = common.length > 0 ? path.slice(0, -1) : path;
    if (typeof text !== 'string' || !/\.ya?ml$/i.test(place.file)) return null;
    const shorter = takeOut(text, keys, `${name}：在 ${file.slice(file.lastIndexOf('/') + 1)} 里填。`);
    if (shorter !== null) moved.set(place.file, shorter);
  }
  const findings = new Findings();
  const read = readPlan(new Map<string, DataFile>([...files, ...moved, [file, bytes]]), findings);
  const same = read !== null && !findings.hasErrors && JSON.stringify(read.plan) === JSON.stringify(plan);
  return same ? moved : null;
}
