import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import {
  checkNumbers,
  inRegisterOrder,
  numberParts,
  type RegisterEntry,
} from '../../src/printing/register.ts';

const entry = (documentNumber: string, day = 1): RegisterEntry => ({
  documentNumber,
  place: nowhere,
  title: '通知',
  date: { year: 2022, month: 5, day },
  classification: null,
  pages: 2,
  copies: 3,
  recipients: ['各村'],
  archiveNumber: null,
});

function faults(...numbers: readonly string[]): readonly string[] {
  const findings = new Findings();
  checkNumbers(
    numbers.map((number) => entry(number)),
    findings,
  );
  return findings.sorted().map(({ message }) => message);
}

test('a 发文字号 has a mark, a year and a number; an order’s number has none of them', () => {
  expect(numberParts('三政发〔2022〕6号')).toEqual({ mark: '三政发', year: 2022, number: 6 });
  expect(numberParts('第3号')).toBeNull();
});

test('entries stand by mark, year and number; what is numbered otherwise comes last, by its date', () => {
  const numbers = ['第2号', '乙发〔2022〕2号', '甲发〔2023〕1号', '甲发〔2022〕10号', '甲发〔2022〕9号'];
  const ordered = inRegisterOrder(numbers.map((number, index) => entry(number, index + 1)));
  expect(ordered.map(({ documentNumber }) => documentNumber)).toEqual([
    '乙发〔2022〕2号',
    '甲发〔2022〕9号',
    '甲发〔2022〕10号',
    '甲发〔2023〕1号',
    '第2号',
  ]);
});

describe('numbers', () => {
  test('in a row are sound', () => {
    expect(faults('甲发〔2022〕1号', '甲发〔2022〕2号', '乙发〔2022〕1号', '甲发〔2023〕1号')).toEqual([]);
  });

  test('missing ones are told in runs, each mark and year by itself', () => {
    expect(faults('甲发〔2022〕2号', '甲发〔2022〕6号', '甲发〔2022〕8号', '乙发〔2022〕3号')).toEqual([
      '乙发〔2022〕缺1至2号',
      '甲发〔2022〕缺1号、3至5号、7号',
    ]);
  });

  test('a number used twice is told once', () => {
    expect(faults('甲发〔2022〕1号', '甲发〔2022〕1号')).toEqual(['发文字号甲发〔2022〕1号用了两次']);
  });
});
