import { codeUnitAt } from '../../document/code-unit.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';

type CalendarDate = TypesetDocument['metadata']['date'];

/** Reference to an object by its number. */
export const reference = (number: number): string => `${number} 0 R`;

/** A number in whole hundredths of 31 bits, which V8 keeps without an object each: a hundredth of a point is 0.004 mm. */
export const hundredths = (value: number): number => Math.round(value * 100) | 0;

/** A number with at most two decimals. */
export const decimal = (value: number): string => String(hundredths(value) / 100);

/** Hexadecimal digits of every byte. */
const hex2 = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** A text string in UTF-16 with its mark: `<FEFF901A77E5>`. */
export function textString(text: string): string {
  let digits = '<FEFF';
  for (let index = 0; index < text.length; index++) {
    const unit = codeUnitAt(text, index);
    digits += `${hex2[unit >> 8]}${hex2[unit & 0xff]}`;
  }
  return `${digits}>`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The beginning of a day in China, as PDF writes it. */
export const pdfDate = ({ year, month, day }: CalendarDate): string =>
  `(D:${year}${two(month)}${two(day)}000000+08'00')`;

/** The beginning of a day in China, as XMP writes it. */
export const xmpDate = ({ year, month, day }: CalendarDate): string =>
  `${year}-${two(month)}-${two(day)}T00:00:00+08:00`;
