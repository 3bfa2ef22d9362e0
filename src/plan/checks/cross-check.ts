import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { checkDistribution } from './distribution.ts';
import { checkMarks } from './marks.ts';
import { checkNoticeDates } from './notice-dates.ts';
import { checkReferences } from './references.ts';
import { checkShares } from './shares.ts';
import { checkStages } from './stages.ts';
import { checkVillages } from './villages.ts';
import { checkYears } from './years.ts';

const checks = [
  checkVillages,
  checkYears,
  checkShares,
  checkReferences,
  checkNoticeDates,
  checkStages,
  checkMarks,
  checkDistribution,
];

/** Checks what one value of a plan says against what others say. */
export function crossCheck(root: SourceMap, findings: Findings): void {
  for (const check of checks) check(root, findings);
}
