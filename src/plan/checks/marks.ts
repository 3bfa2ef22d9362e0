import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf } from './reading.ts';

/** The marks of all indicators come to the full marks, and the threshold can be reached. */
export function checkMarks(root: SourceMap, findings: Findings): void {
  const evaluation = below(root, '评价');
  const full = numberOf(below(evaluation, '满分'));
  if (full === null) return;
  const marks = itemsOf(below(evaluation, '领域'))
    .flatMap((field) => itemsOf(below(field, '指标')))
    .map((indicator) => numberOf(below(indicator, '分值'))?.value);
  if (marks.length > 0 && !marks.includes(undefined)) {
    const sum = marks.reduce<number>((total, value) => total + (value ?? 0), 0);
    if (sum !== full.value) {
      findings.report('data/marks', `各项分值合计 ${sum}，满分写的是 ${full.value}`, full.place, {
        actual: String(sum),
        expected: String(full.value),
        hint: '调整各项的分值，或改满分',
      });
    }
  }
  const threshold = numberOf(below(evaluation, '达标分数'));
  if (threshold !== null && threshold.value > full.value) {
    findings.report('data/marks', `达标分数 ${threshold.value} 高于满分 ${full.value}`, threshold.place, {
      actual: String(threshold.value),
      expected: `不高于 ${full.value}`,
    });
  }
}
