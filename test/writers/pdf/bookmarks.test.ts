import { expect, test } from 'vitest';
import { bookmarks } from '../../../src/writers/pdf/bookmarks.ts';

const numbers = { first: 50, page: (index: number) => 6 + 2 * index };
const entry = (depth: number, page = 0) => ({ title: '章', depth, page, y: 0 });

test('bookmarks hang below the last one of a lesser depth', () => {
  const [root, chapter, section, point, second] = bookmarks(
    [entry(0), entry(1), entry(2), entry(0, 1)],
    numbers,
  );
  expect(root).toBe('<</Type/Outlines/First 51 0 R/Last 54 0 R/Count 4>>');
  expect(chapter).toContain('/Parent 50 0 R/Next 54 0 R/First 52 0 R/Last 52 0 R/Count 2');
  expect(section).toContain('/Parent 51 0 R/First 53 0 R/Last 53 0 R/Count 1');
  expect(point).toContain('/Parent 52 0 R/Dest');
  expect(second).toContain('/Prev 51 0 R/Dest[8 0 R/XYZ null 841.89 null]');
});

test('a skipped depth is closed up', () => {
  const [, chapter, point, section] = bookmarks([entry(0), entry(2), entry(1)], numbers);
  expect(chapter).toContain('/Count 2');
  expect(point).toContain('/Parent 51 0 R/Next 53 0 R');
  expect(section).toContain('/Parent 51 0 R/Prev 52 0 R');
});

test('a document without bookmarks has no outline', () => {
  expect(bookmarks([], numbers)).toEqual([]);
});
