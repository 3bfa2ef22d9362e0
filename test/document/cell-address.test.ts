import { expect, test } from 'vitest';
import { columnLetters, rangeAddress } from '../../src/document/cell-address.ts';

test('letters of columns', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('ranges, and single cells', () => {
  expect(rangeAddress({ firstRow: 3, firstColumn: 2, lastRow: 8, lastColumn: 4 })).toBe('B3:D8');
  expect(rangeAddress({ firstRow: 3, firstColumn: 2, lastRow: 3, lastColumn: 2 })).toBe('B3');
});
