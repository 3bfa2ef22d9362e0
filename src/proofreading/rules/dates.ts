import { daysInMonth } from '../../document/calendar-date.ts';
import { allRoles, better, matchAll, type Pattern, runningRoles, type Slip, type TextRule } from '../text.ts';

const weekdays = '日一二三四五六';

function weekdayOf(year: number, month: number, day: number): string {
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** 2022年5月24日（星期二）, 6月30日. */
const days =
  /(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号](?:[（(，]?(?:星期|周|礼拜)([一二三四五六日天]))?/gu;

/** Days that are not in the calendar, and weekdays that are not theirs. */
function calendar(text: string): readonly Slip[] {
  const slips: Slip[] = [];
  if (text.search(days) === -1) return slips;
  for (const match of text.matchAll(days)) {
    const [found, yearText, monthText, dayText, named] = match;
    const [month, day] = [Number(monthText), Number(dayText)];
    // Without a year the 29th of February may be meant.
    const year = yearText === undefined ? 2000 : Number(yearText);
    const at = { start: match.index, end: match.index + found.length };
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) {
      slips.push({ ...at, message: `没有“${found}”这一天`, expected: null });
    } else if (yearText !== undefined && named !== undefined) {
      const right = weekdayOf(year, month, day);
      if (right !== named.replace('天', '日')) {
        const message = `${year}年${month}月${day}日是星期${right}，不是星期${named}`;
        slips.push({ ...at, message, expected: `星期${right}` });
      }
    }
  }
  return slips;
}

const clock: readonly Pattern[] = [
  {
    pattern: /(?:上午|下午|中午|晚上?|凌晨)(?=1[3-9]|2[0-3])\d\d(?:[:：]\d\d|[时点])/gu,
    message: (match) => `“${match[0]}”里二十四小时制与“上午”“下午”混用`,
  },
  {
    pattern: /(\d{1,2}月\d{1,2})号/gu,
    message: (match) => better(match[0], `${match[1]}日`),
    expected: (match) => `${match[1]}日`,
  },
];

/** Days, weekdays and hours. */
export const dates: TextRule = {
  id: 'text/dates',
  roles: allRoles,
  find: (text) => [...calendar(text), ...matchAll(text, clock)],
};

const months: readonly Pattern[] = [
  {
    pattern:
      /(?<![到至自从]\d?)(?<![到至自从](?:19|20)\d\d年)(?<!\d)\d{1,2}月底(?=完成|全面完成|制定|出台|建立|建成|上报|报送|形成|印发|实现|达到|配齐|落实)/gu,
    message: (match) => `时限漏“前”：${better(match[0], `${match[0]}前`)}`,
    expected: (match) => `${match[0]}前`,
  },
];

/** 12月底制定 without 前: a deadline says by when. */
export const deadlines: TextRule = {
  id: 'text/deadlines',
  roles: runningRoles,
  find: (text) => matchAll(text, months),
};
