import { describe, expect, test } from 'vitest';
import { attachmentLabel, chineseNumeral, headingNumber } from '../../src/document/numbering.ts';

describe('层次序数 §7.3.3', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [16, '十六'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (value, numeral) => expect(chineseNumeral(value)).toBe(numeral));

  test('each level has its marks', () => {
    expect(([1, 2, 3, 4] as const).map((level) => headingNumber(level, 2))).toEqual([
      '二、',
      '（二）',
      '2.',
      '（2）',
    ]);
  });

  test('a number without numeral is a fault of the program', () => {
    expect(() => chineseNumeral(0)).toThrow(RangeError);
  });
});

test('the only attachment carries no number', () => {
  expect([attachmentLabel(1, 1), attachmentLabel(2, 3)]).toEqual(['附件', '附件2']);
});
