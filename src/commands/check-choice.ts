import type { BuildRequest } from '../arguments.ts';
import type { Findings } from '../diagnostics/findings.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { chooseJobs } from '../jobs.ts';
import type { OpenPlan } from '../open-plan.ts';

/**
 * Reports villages no plan knows, and a choice for which no plan makes anything. Where a plan has errors of its own
 * nothing is said: it may be the one that is meant.
 */
export function checkChoice(
  request: BuildRequest,
  plans: readonly { readonly open: OpenPlan | null }[],
  findings: Findings,
): void {
  const open = plans.flatMap((plan) => plan.open ?? []);
  if (open.length < plans.length) return;
  const known = [...new Set(open.flatMap(({ plan }) => plan.villages.map(({ name }) => name)))];
  const strange = request.villages.filter((village) => !known.includes(village));
  for (const village of strange) {
    const hint = didYouMean(village, known) ?? `方案里的村居：${known.join('、')}。`;
    findings.report('command/usage', `方案里没有“${village}”这个村居`, undefined, { actual: village, hint });
  }
  if (strange.length > 0 || open.some(({ jobs }) => chooseJobs(jobs, request).length > 0)) return;
  findings.report('command/usage', '照这些选项没有文件可以生成', undefined, {
    hint: '任务台账、评价汇总表只有 Excel，通知和任务书没有 Excel；--village 只用于村任务书和村评价表。',
  });
}
