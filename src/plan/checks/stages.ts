import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, textOf } from './reading.ts';

/** Stages end after they begin, follow one another, and lie within the years of the plan. */
export function checkStages(root: SourceMap, findings: Findings): void {
  const first = numberOf(below(root, '方案', '起始年度'))?.value ?? -Infinity;
  const last = numberOf(below(root, '方案', '截止年度'))?.value ?? Infinity;
  let previousEnd: string | null = null;
  for (const stage of itemsOf(below(root, '实施步骤'))) {
    const from = textOf(below(stage, '起'));
    const to = textOf(below(stage, '止'));
    const name = textOf(below(stage, '名称'))?.value ?? '这个阶段';
    // Months written 2022-04 sort as text; what is written otherwise the schema reports.
    const isMonth = (text: string | undefined): boolean => /^\d{4}-\d{2}$/.test(text ?? '');
    if (from === null || to === null || !isMonth(from.value) || !isMonth(to.value)) continue;
    if (to.value < from.value) {
      findings.report('data/stage-order', `“${name}”还没有开始就结束了`, to.place, {
        actual: to.value,
        expected: `不早于 ${from.value}`,
      });
    }
    if (previousEnd !== null && from.value <= previousEnd) {
      findings.report('data/stage-order', `“${name}”与上一阶段的时间重叠`, from.place, {
        actual: from.value,
        expected: `晚于 ${previousEnd}`,
      });
    }
    for (const month of [from, to]) {
      const year = Number(month.value.slice(0, 4));
      // A plan whose years are turned round was reported with its years.
      if (first > last || (year >= first && year <= last)) continue;
      findings.report(
        'data/year-outside-plan',
        `“${name}”的 ${month.value} 不在方案的起止年度之内`,
        month.place,
        {
          actual: month.value,
          expected: `${first} 至 ${last}`,
        },
      );
    }
    previousEnd = to.value;
  }
}
