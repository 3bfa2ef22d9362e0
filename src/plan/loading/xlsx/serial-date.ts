import type { CalendarDate } from '../../../document/calendar-date.ts';

const dayLength = 86_400_000;

/**
 * The day of a serial number: days since the end of 1899, or since the start of 1904 in workbooks of that system;
 * null for what is a time of day only, or beyond the calendar.
 */
export function dateOfSerial(serial: number, from1904: boolean): CalendarDate | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465) return null;
  // Excel takes 1900 for a leap year: its numbers are one too high from March 1900 on.
  const offset = from1904 ? 0 : whole < 60 ? 0 : -1;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const day = new Date(start + (whole + offset) * dayLength);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}
