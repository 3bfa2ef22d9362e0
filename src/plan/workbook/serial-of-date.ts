import { parseDate } from '../../document/calendar-date.ts';

const dayLength = 86_400_000;

/** The serial number (1900 system) of a day written `2022-05-24`; null for what is none. */
export function serialOfDate(written: string): number | null {
  const date = parseDate(written);
  if (date === null) return null;
  return (Date.UTC(date.year, date.month - 1, date.day) - Date.UTC(1899, 11, 30)) / dayLength;
}
