import { isoDate, parseDate } from '../../document/calendar-date.ts';

const digits = '〇一二三四五六七八九';

/** Reads a Chinese numeral as years (二〇二二) and days (二十四) are written; null for anything else. */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(/[○零Ｏ]/gu, '〇');
  if (/^[〇一二三四五六七八九]{4}$/u.test(plain))
    return Number([...plain].map((digit) => digits.indexOf(digit)).join(''));
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(plain);
  if (match === null || plain === '') return null;
  const [, tens, ten, units] = match;
  if (ten === undefined) return plain.length === 1 ? digits.indexOf(plain) : null;
  return (
    (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (units === undefined ? 0 : digits.indexOf(units))
  );
}

const part = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text));

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * Reads a day in any spelling that can mean only one: 2022-5-24, 2022.5.24, 2022/5/24, 2022年5月24日, 20220524,
 * 二〇二二年五月二十四日. Returns `2022-05-24`; null for what is no day or no day of the calendar.
 */
export function readDay(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/T?00:00(:00)?$/, '');
  const match =
    /^(\d{4})[-./。、](\d{1,2})[-./。、](\d{1,2})$/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,2})月([\d一二三四五六七八九十]{1,3})[日号]$/u.exec(
      plain,
    );
  const [year, month, day] = (match?.slice(1) ?? []).map(part);
  if (year == null || month == null || day == null) return null;
  const written = `${year}-${pad(month)}-${pad(day)}`;
  const date = parseDate(written);
  return date === null ? null : isoDate(date);
}

/** Reads a month: 2022-4, 2022.4, 2022/4, 2022年4月, 二〇二二年四月. Returns `2022-04`; null for anything else. */
export function readMonth(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const match =
    /^(\d{4})[-./](\d{1,2})$/.exec(plain) ??
    /^([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,2})月(?:份)?$/u.exec(plain);
  const [year, month] = (match?.slice(1) ?? []).map(part);
  if (year == null || month == null || month < 1 || month > 12) return null;
  return `${year}-${pad(month)}`;
}
