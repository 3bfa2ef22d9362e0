import { join } from 'node:path';
import type { Findings } from '../diagnostics/findings.ts';
import { reportFault } from './faults.ts';
import { carryOut, clearStaging, decided, resumed, type Site } from './journal.ts';
import { reportHalfPlaced, reportKept } from './reports.ts';

/** Finishes what an interrupted build had decided, or clears what it had begun. */
export async function recover(site: Site, findings: Findings): Promise<boolean> {
  const { folder } = site;
  const steps = decided(site);
  if (steps === null) {
    clearStaging(site);
    return true;
  }
  const now = resumed(site, steps);
  const failures = await carryOut(site, now);
  for (const { path, error } of failures) reportFault(findings, join(folder, path), error);
  if (failures.length > 0) reportHalfPlaced(findings, folder, failures.length);
  for (const step of now) {
    if (step.kind === 'keep') reportKept(findings, join(folder, step.path), join(folder, step.as));
  }
  return failures.length === 0;
}
