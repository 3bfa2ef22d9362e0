import type { Findings } from '../../diagnostics/findings.ts';
import { nowhere, type Place } from '../../diagnostics/place.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import { crossCheck } from '../checks/cross-check.ts';
import { type Plan, planSchema } from '../schema.ts';
import { type DataFile, readFiles } from './data-files.ts';
import { mergeFiles } from './merge-files.ts';
import { reportIssues } from './schema-issues.ts';
import { type DataPath, nodeAt, placeAt, plainValue, type SourceMap } from './source-tree.ts';

/** A plan with the place of every value. */
export interface LoadedPlan {
  readonly plan: Plan;
  /** The place of the stored value at a path of Chinese keys and positions, or of the nearest one around it. */
  readonly placeOf: (path: DataPath) => Place;
  /** The values as they are stored, with their places. */
  readonly source: SourceMap;
}

/**
 * Reads a plan from the files of its folder (name as the clerk sees it → what it holds) and cross-checks it. All
 * faults are reported at once; null when there is no plan to work with. A plan whose cross-checks fail comes back,
 * with errors in the findings.
 */
export function readPlan(
  files: ReadonlyMap<string, DataFile>,
  findings: Findings,
  shelf: Shelf = noShelf,
): LoadedPlan | null {
  const [first] = files.keys();
  if (first === undefined) {
    findings.report('data/no-plan', '这个文件夹里没有数据文件', nowhere);
    return null;
  }
  const sources = readFiles(files, findings, shelf);
  const start: Place = { kind: 'file', file: first, line: 1, column: 1 };
  const root = mergeFiles(sources.maps, sources.tables, start, findings);
  const result = planSchema.safeParse(plainValue(root));
  crossCheck(root, findings);
  if (!result.success) {
    // What an unreadable file or table holds is not missing.
    const issues = result.error.issues.filter(
      ({ path }) => !sources.mayHold(path) || nodeAt(root, path) !== null,
    );
    reportIssues(issues, root, findings);
    return null;
  }
  if (!sources.complete) return null;
  return { plan: result.data, placeOf: (path) => placeAt(root, path), source: root };
}
