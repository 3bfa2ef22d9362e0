import { expect, test } from 'vitest';
import { shareSpans } from '../../../src/composition/tables/spans.ts';

test('counted spans have to fill the columns', () => {
  expect(shareSpans([1, 2], 3)).toEqual([1, 2]);
  expect(shareSpans([1, 1], 3)).toBeNull();
  expect(shareSpans([2, 2], 3)).toBeNull();
});

test('余下 takes what is left, and at least one column; only one cell may', () => {
  expect(shareSpans([1, '余下', 1], 4)).toEqual([1, 2, 1]);
  expect(shareSpans([3, '余下'], 3)).toBeNull();
  expect(shareSpans([1, '余下', '余下'], 4)).toBeNull();
});
