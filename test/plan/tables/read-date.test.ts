import { describe, expect, test } from 'vitest';
import { chineseNumber, readDay, readMonth } from '../../../src/plan/tables/read-date.ts';

describe('a day', () => {
  test.each([
    '2022-05-24',
    '2022-5-24',
    '2022.5.24',
    '2022/5/24',
    '２０２２．５．２４',
    '2022年5月24日',
    '2022 年 5 月 24 号',
    '20220524',
    '二〇二二年五月二十四日',
    '二○二二年五月二十四日',
  ])('%s', (written) => {
    expect(readDay(written)).toBe('2022-05-24');
  });

  test.each([
    '2022-02-29',
    '22-5-24',
    '2022年5月',
    '5月24日',
    '2022-5',
    '明天',
    '',
    '2022年13月1日',
    '44705',
  ])('%s is none', (written) => {
    expect(readDay(written)).toBeNull();
  });
});

describe('a month', () => {
  test.each(['2022-04', '2022-4', '2022.4', '2022/4', '2022年4月', '2022年4月份', '二〇二二年四月'])(
    '%s',
    (written) => {
      expect(readMonth(written)).toBe('2022-04');
    },
  );

  test.each(['2022-13', '4月', '2022', '2022-04-01'])('%s is none', (written) => {
    expect(readMonth(written)).toBeNull();
  });
});

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['九', 9],
  ['二〇二二', 2022],
  ['百', null],
  ['', null],
  ['十十', null],
] as const)('%s as a number', (written, value) => {
  expect(chineseNumber(written)).toBe(value);
});
