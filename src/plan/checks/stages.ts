import type { Findings } from '../../diagnostics/findings.ts';
import { parseDate } from '../../document/calendar-date.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, numberOf, type Placed, textOf } from './reading.ts';

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
    const isMonth = (text: string | undefined): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '');
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
    if (previousEnd !== null && from.value > monthAfter(previousEnd)) {
      findings.report('data/stage-gap', `“${name}”与上一阶段之间有断档`, from.place, {
        actual: from.value,
        expected: monthAfter(previousEnd),
      });
    }
    if (previousEnd === null) checkIssue(root, name, from, findings);
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
    previousEnd = to.value < from.value ? from.value : to.value;
  }
  const end = numberOf(below(root, '方案', '截止年度'));
  if (previousEnd === null || end === null || Number(previousEnd.slice(0, 4)) >= end.value) return;
  const message = `最后一个阶段到 ${previousEnd} 为止，方案到 ${end.value} 年`;
  findings.report('data/stage-gap', message, end.place, { actual: previousEnd, expected: `${end.value}-12` });
}

/** `2022-12` → `2023-01`. */
function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A plan issued after its first stage began asks for what is past. */
function checkIssue(root: SourceMap, name: string, from: Placed<string>, findings: Findings): void {
  const issued = textOf(below(root, '公文', '成文日期'));
  if (issued === null || parseDate(issued.value) === null || issued.value.slice(0, 7) <= from.value) return;
  const message = `成文日期 ${issued.value} 时，“${name}”（${from.value} 起）已经开始`;
  findings.report('data/issued-late', message, issued.place, { actual: issued.value });
}
