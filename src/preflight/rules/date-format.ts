import { daysInMonth } from '../../document/calendar-date.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, linesOfKind } from '../subject.ts';

/** What is wrong with a date; null where nothing is. */
function faultOf(date: string): string | null {
  if (/[〇○零一二三四五六七八九十]/u.test(date)) return '用阿拉伯数字，不用汉字';
  const [, year, month, day] = /^(\d+)年(\d+)月(\d+)日$/u.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return '年、月、日要写全';
  if (year.length !== 4) return '年份要写四位';
  if (month.startsWith('0') || day.startsWith('0')) return '月、日不编虚位，前面不补零';
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return m > 12 || d > daysInMonth({ year: y, month: m }) ? '日历上没有这一天' : null;
}

/** Dates of issue and of printing: Arabic figures, year of four, month and day without zeros, whole. */
export const dateFormat: PreflightRule = {
  id: 'preflight/date-format',
  check(subject, report) {
    const { document } = subject;
    const issued = (['signature', 'stamped-signature'] as const).flatMap((kind) =>
      blocksOfKind(document, kind).map(({ date }) => ['成文日期', date, kind] as const),
    );
    const { imprint } = document;
    const printed =
      imprint?.kind === 'printed' ? [['印发日期', imprint.printedOn, 'printed-by'] as const] : [];
    for (const [what, date, kind] of [...issued, ...printed]) {
      const fault = faultOf(date);
      if (fault === null) continue;
      const line = linesOfKind(subject, kind).at(-1);
      report({
        message: `${what}“${date}”写法不对：${fault}`,
        element: line?.element ?? null,
        page: line?.page ?? null,
        actual: date,
        expected: '2022年5月24日',
      });
    }
  },
};
