import type { Findings } from '../../diagnostics/findings.ts';
import {
  type CalendarDate,
  compareDates,
  daysInMonth,
  isoDate,
  parseDate,
} from '../../document/calendar-date.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, type Maybe, numberOf, type Placed, textOf, textsOf } from './reading.ts';

/** The last days that a deadline names: `9月底前`, `6月15日前`, `8月中旬前`. */
function lastDays(text: string, year: number): readonly CalendarDate[] {
  const found = text.matchAll(
    /(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(?:(底|末)|上旬|(中旬)|(\d{1,2})[日号])?(?:之?前|以前)/gu,
  );
  return [...found].flatMap(([words, ownYear, monthText, end, middle, dayText]) => {
    const month = Number(monthText);
    if (month < 1 || month > 12) return [];
    const own = ownYear === undefined ? year : Number(ownYear);
    const last = daysInMonth({ year: own, month });
    const day =
      dayText !== undefined
        ? Number(dayText)
        : end !== undefined
          ? last
          : middle !== undefined
            ? 20
            : words.includes('上旬')
              ? 10
              : null;
    return day === null || day > last ? [] : [{ year: own, month, day }];
  });
}

/** 截止日期 lies in the year of the task list and is what 完成时限 says; a village is not given longer. */
export function checkDueDates(root: SourceMap, findings: Findings): void {
  const year = numberOf(below(root, '年度任务', '年度'))?.value ?? null;
  const issued = parseDate(textOf(below(root, '公文', '成文日期'))?.value ?? '');
  if (year === null) return;
  for (const task of itemsOf(below(root, '年度任务', '重点任务'))) {
    const groups = itemsOf(below(task, '措施'));
    const dues = groups.flatMap((group) => checkGroup(group, year, issued, findings) ?? []);
    const village = textOf(below(task, '村级时限'));
    if (village === null || dues.length < groups.length || dues.length === 0) continue;
    const latest = dues.reduce((a, b) => (compareDates(a, b) > 0 ? a : b));
    const own = lastDays(village.value, year).find((day) => compareDates(day, latest) > 0);
    if (own === undefined) continue;
    const message = `村级时限“${village.value}”晚于这项任务的截止日期 ${isoDate(latest)}`;
    findings.report('data/due-date', message, village.place, { actual: village.value });
  }
}

function checkGroup(
  group: Maybe,
  year: number,
  issued: CalendarDate | null,
  findings: Findings,
): CalendarDate | null {
  const due: Placed<string> | null = textOf(below(group, '截止日期'));
  const day = parseDate(due?.value ?? '');
  if (due === null || day === null) return null;
  if (day.year !== year) {
    findings.report('data/due-date', `截止日期 ${due.value} 不在 ${year} 年`, due.place, {
      actual: due.value,
      expected: `${year} 年的日期`,
    });
    return null;
  }
  const texts = textsOf(below(group, '完成时限')).map(({ value }) => value);
  const named = texts.flatMap((text) => lastDays(text, year));
  if (named.length > 0 && !named.some((each) => compareDates(each, day) === 0)) {
    const expected = named.map(isoDate).join('、');
    const message = `完成时限“${texts[0] ?? ''}”的最后一天是 ${expected}，截止日期写的是 ${due.value}`;
    findings.report('data/due-date', message, due.place, { actual: due.value, expected });
    // What else the day contradicts follows from it.
    return null;
  }
  if (issued !== null && compareDates(day, issued) < 0) {
    const message = `截止日期 ${due.value} 早于成文日期 ${isoDate(issued)}，印发时已经过期`;
    findings.report('data/issued-late', message, due.place, { actual: due.value });
  }
  return day;
}
