import type { Place } from '../../diagnostics/place.ts';
import { type CalendarMonth, officialDate, parseDate } from '../../document/calendar-date.ts';
import { chineseNumeral, headingNumber } from '../../document/numbering.ts';
import { Datum } from '../wording.ts';

/** What a helper throws when its arguments do not fit; the engine reports it at the template's place. */
export class HelperFault extends Error {}

/** Named arguments of a call, as `间隔="、"`. */
type Named = Readonly<Record<string, unknown>>;

/** A helper: arguments already looked up; `undefined` is a field already reported. */
export type Helper = (args: readonly unknown[], named: Named) => unknown;

/** The text of a datum, a text or a number. */
function textOf(value: unknown, what: string): string {
  if (value instanceof Datum) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new HelperFault(`${what}应是文字`);
}

const placeOf = (value: unknown): Place | null => (value instanceof Datum ? value.place : null);

/** A made-up text keeps the place of the datum it was made from. */
const made = (text: string, from: unknown): unknown => {
  const place = placeOf(from);
  return place === null ? text : new Datum(text, place);
};

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new HelperFault('这里要的是列表');
}

function numberOf(value: unknown): number {
  const number = value instanceof Datum ? Number(value.text) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new HelperFault('这里要的是数');
}

function monthOf(value: unknown): CalendarMonth {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(textOf(value, '年月')) ?? [];
  if (year === undefined || month === undefined) throw new HelperFault('年月应写作 2022-04');
  return { year: Number(year), month: Number(month) };
}

const monthText = ({ year, month }: CalendarMonth): string => `${year}年${month}月`;

/** Values that templates count as the same: a datum equals its text. */
const comparable = (value: unknown): unknown => (value instanceof Datum ? value.text : value);
const same = (a: unknown, b: unknown): boolean => String(comparable(a)) === String(comparable(b));

/** Empty lists count as no. */
const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The helpers of templates and table definitions, by their Chinese names. */
export const helpers: Readonly<Record<string, Helper>> = {
  /** `{{日期 公文.成文日期}}`: 2022年5月24日. */
  日期: ([value]) => {
    const date = parseDate(textOf(value, '日期'));
    if (date === null) throw new HelperFault('日期应写作 2022-05-24');
    return made(officialDate(date), value);
  },

  /** `{{年月 起}}`: 2022年4月. */
  年月: ([value]) => made(monthText(monthOf(value)), value),

  /** `{{起止 起 止}}`: 2022年4月—12月, 2023年1月—2024年12月, and one month by itself. */
  起止: ([from, to]) => {
    const first = monthOf(from);
    const last = monthOf(to);
    if (first.year !== last.year) return made(`${monthText(first)}—${monthText(last)}`, from);
    return made(first.month === last.month ? monthText(first) : `${monthText(first)}—${last.month}月`, from);
  },

  /** `{{顿号 责任单位}}`: 组织、民政. */
  顿号: ([list]) => joined(list, '、'),

  /** `{{连接 主送机关 间隔="，"}}`. */
  连接: ([list], { 间隔 = '' }) => joined(list, textOf(间隔, '间隔')),

  /** `{{中文数 统计.工作任务数}}`: 十六. */
  中文数: ([value]) => {
    const number = numberOf(value);
    if (number === 0) return '零';
    if (!Number.isInteger(number) || number < 0 || number > 99) throw new HelperFault('中文数只写 0 至 99');
    return made(chineseNumeral(number), value);
  },

  /** `{{个数 公文.主送机关}}`. */
  个数: ([list]) => listOf(list).length,

  /** `{{序号 @index}}`: counts from 1; with `级=2` as the heading of that level counts: （一）. */
  序号: ([index], { 级 }) => {
    const value = numberOf(index) + 1;
    if (级 === undefined) return value;
    const level = numberOf(级);
    if (level !== 1 && level !== 2 && level !== 3 && level !== 4) throw new HelperFault('级只有 1 至 4');
    return headingNumber(level, value);
  },

  等于: ([a, b]) => same(a, b),
  不等于: ([a, b]) => !same(a, b),
  大于: ([a, b]) => numberOf(a) > numberOf(b),
  小于: ([a, b]) => numberOf(a) < numberOf(b),
  并且: (values) => values.every(holds),
  或者: (values) => values.some(holds),
};

function joined(list: unknown, separator: string): unknown {
  const items = listOf(list);
  return made(items.map((item) => textOf(item, '列表里的每一条')).join(separator), items[0]);
}
