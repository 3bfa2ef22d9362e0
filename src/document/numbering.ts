import type { HeadingLevel } from './block.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number from 1 to 99 in Chinese numerals, as headings count: 一, 十, 十一, 二十, 九十九. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`no numeral for ${value}`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return head + (ones === 0 ? '' : digits[ones]);
}

/** 层次序数 §7.3.3: 一、 （一） 1. （1）. */
export function headingNumber(level: HeadingLevel, value: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(value)}、`;
    case 2:
      return `（${chineseNumeral(value)}）`;
    case 3:
      return `${value}.`;
    case 4:
      return `（${value}）`;
  }
}

/** `附件` for the only attachment, `附件1`, `附件2` for several (§7.3.4, §7.3.7). `index` counts from 1. */
export function attachmentLabel(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index}`;
}
