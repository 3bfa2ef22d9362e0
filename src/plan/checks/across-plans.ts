import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace } from '../../diagnostics/place.ts';
import type { LoadedPlan } from '../loading/read-plan.ts';

/** A plan among others, with the findings it is to be reported in. */
export interface PlanAmongOthers {
  readonly plan: LoadedPlan['plan'];
  readonly placeOf: LoadedPlan['placeOf'];
  readonly findings: Findings;
}

/** Each plan has a document number of its own; both of two that share one are told. */
export function checkNumbers(plans: readonly PlanAmongOthers[]): void {
  const owners = new Map<string, PlanAmongOthers[]>();
  for (const each of plans) {
    const number = each.plan.notice.documentNumber;
    owners.set(number, [...(owners.get(number) ?? []), each]);
  }
  const path = ['公文', '发文字号'];
  for (const [number, sharing] of owners) {
    for (const own of sharing) {
      const other = sharing.find((each) => each !== own);
      if (other === undefined) continue;
      const message = `发文字号“${number}”与“${other.plan.scheme.title}”的相同`;
      own.findings.report('data/number-twice', message, own.placeOf(path), {
        actual: number,
        hint: `另一个在 ${formatPlace(other.placeOf(path))}`,
      });
    }
  }
}
