import type { Finding } from '../../diagnostics/finding.ts';
import { Findings } from '../../diagnostics/findings.ts';
import { acknowledgementsOf } from '../acknowledgements.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { checkAcknowledged } from './acknowledged.ts';
import { checkAttachments } from './attachments.ts';
import { checkCounts, checkStatements } from './counts.ts';
import { checkDistribution } from './distribution.ts';
import { checkDueDates } from './due-dates.ts';
import { checkMarks } from './marks.ts';
import { checkModels, checkNames } from './names.ts';
import { checkNoticeDates } from './notice-dates.ts';
import { checkParties, checkSecrecy, checkTitles } from './notice-parties.ts';
import { checkReferences } from './references.ts';
import { checkShares } from './shares.ts';
import { checkStages } from './stages.ts';
import { checkTaskForce } from './task-force.ts';
import { checkUnitSpellings } from './unit-spellings.ts';
import { checkVillages } from './villages.ts';
import { checkYears } from './years.ts';

const checks = [
  checkVillages,
  checkYears,
  checkShares,
  checkReferences,
  checkUnitSpellings,
  checkNoticeDates,
  checkStages,
  checkMarks,
  checkDistribution,
  checkParties,
  checkSecrecy,
  checkTitles,
  checkDueDates,
  checkCounts,
  checkStatements,
  checkAttachments,
  checkTaskForce,
  checkNames,
  checkModels,
  checkAcknowledged,
];

/** Checks what one value of a plan says against what others say; warnings under 已核对 are left out. */
export function crossCheck(root: SourceMap, findings: Findings): void {
  const found = new Findings();
  for (const check of checks) check(root, found);
  const acknowledged = acknowledgementsOf(root);
  const isKnown = ({ rule, message, actual, severity }: Finding): boolean =>
    severity !== 'error' &&
    acknowledged.some((entry) => entry.rule === rule && `${message}\n${actual ?? ''}`.includes(entry.words));
  findings.add(found.sorted().filter((finding) => !isKnown(finding)));
}
