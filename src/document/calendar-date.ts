/** A day of the calendar, without time or zone. Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A month, as the first and last of a period. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/** Days in a month of the Gregorian calendar. */
export function daysInMonth({ year, month }: CalendarMonth): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads `2022-05-24`; null if it is not written so or there is no such day. */
export function parseDate(source: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(source);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) return null;
  return { year, month, day };
}

/** `2022-05-24`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 成文日期 §7.3.5.4: `2022年5月24日`, Arabic figures, month and day without zeros. */
export function officialDate({ year, month, day }: CalendarDate): string {
  return `${year}年${month}月${day}日`;
}

/** Before, same or after: negative, 0 or positive. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}
