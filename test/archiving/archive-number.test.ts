import { expect, test } from 'vitest';
import { archiveNumber } from '../../src/archiving/archive-number.ts';

const codes = {
  fonds: '0194',
  category: 'WS',
  year: 2016,
  retention: '30年',
  organ: 'BGS',
  item: 1,
} as const;

test.each([
  [codes, '0194-WS·2016-D30-BGS-0001'],
  [{ ...codes, fonds: 'Z109', year: 2011, retention: '永久' as const }, 'Z109-WS·2011-Y-BGS-0001'],
  [{ ...codes, retention: '10年' as const, item: 120 }, '0194-WS·2016-D10-BGS-0120'],
  [{ ...codes, organ: null }, '0194-WS·2016-D30-0001'],
])('an archive number %#', (given, expected) => {
  expect(archiveNumber(given)).toBe(expected);
});
