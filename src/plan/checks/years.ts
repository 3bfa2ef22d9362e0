import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, type Placed } from './reading.ts';

/** Every year that the data speak of lies between 起始年度 and 截止年度. */
export function checkYears(root: SourceMap, findings: Findings): void {
  const begin = numberOf(below(root, '方案', '起始年度'));
  const end = numberOf(below(root, '方案', '截止年度'));
  const first = begin?.value ?? -Infinity;
  const last = end?.value ?? Infinity;
  if (end !== null && first > last) {
    findings.report('data/year-outside-plan', '截止年度早于起始年度', end.place, {
      actual: String(last),
      expected: `不早于 ${first}`,
    });
    return;
  }
  const years: readonly (readonly [what: string, year: Placed<number> | null])[] = [
    ...itemsOf(below(root, '村居')).map(
      (village) => ['达标年度', numberOf(below(village, '达标年度'))] as const,
    ),
    ...itemsOf(below(root, '年度目标')).map((target) => ['年度', numberOf(below(target, '年度'))] as const),
    ['年度', numberOf(below(root, '年度任务', '年度'))],
  ];
  for (const [what, year] of years) {
    if (year === null || (year.value >= first && year.value <= last)) continue;
    const bounds = [
      ...(begin === null ? [] : [`从 ${first} 年起`]),
      ...(end === null ? [] : [`到 ${last} 年止`]),
    ];
    findings.report('data/year-outside-plan', `${what} ${year.value} 不在方案的起止年度之内`, year.place, {
      actual: String(year.value),
      expected: bounds.join('，'),
      hint: `方案${bounds.join('，')}`,
    });
  }
}
