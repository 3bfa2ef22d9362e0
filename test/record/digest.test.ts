import { describe, expect, test } from 'vitest';
import { Digest } from '../../src/record/digest.ts';

const digest = new Digest();

const hashOf = (value: unknown): string => {
  digest.add(value);
  return digest.finish();
};

const markOf = (value: unknown): string => {
  digest.forget();
  digest.beginMark();
  digest.add(value);
  return digest.mark();
};

/** Values that are written alike, or nearly. */
const values: readonly unknown[] = [
  '',
  '1',
  1,
  -1,
  1.5,
  '1.5',
  0x7fff,
  0x8000,
  2 ** 40,
  true,
  'true',
  null,
  undefined,
  [],
  [[]],
  [1, 2],
  [12],
  ['12'],
  ['1', '2'],
  [['1'], '2'],
  {},
  [{}, {}],
  [{ 甲: [] }],
  { 甲: '1' },
  { 乙: '1' },
  { 甲: { 乙: '1' } },
  { 甲: {}, 乙: '1' },
  { 甲: '1', 乙: '1' },
  { 乙: '1', 甲: '1' },
  { 甲乙: '1' },
  new Uint32Array([1, 2]),
  new Uint32Array([1, 3]),
  new Float64Array([1]),
  '长'.repeat(0x4000),
  '长'.repeat(0x4001),
  '长'.repeat(100_000),
  ['长'.repeat(50_000), '长'.repeat(50_000)],
];

test('what is not the same has another hash', () => {
  expect(new Set(values.map(hashOf)).size).toBe(values.length);
});

test('what is the same has the same hash, whatever came before', () => {
  expect(values.toReversed().map(hashOf)).toEqual(values.map(hashOf).toReversed());
  expect(new Digest().finish()).toBe(digest.finish());
});

test('a mark changes with what came since it was begun', () => {
  expect(markOf(['甲', '乙'])).not.toBe(markOf(['甲', '丙']));
  digest.forget();
  digest.add('别的');
  digest.beginMark();
  digest.add(['甲', '乙']);
  expect(digest.mark()).toBe(markOf(['甲', '乙']));
});

describe('places', () => {
  const placed = (line: number, words = '甲') => ({
    words,
    place: { kind: 'file', file: '村居.yaml', line, column: 1 },
  });

  const both = (value: unknown): readonly string[] => {
    const [content, places] = [new Digest(), new Digest()];
    content.add(value, places);
    return [content.finish(), places.finish()];
  };

  test('count by themselves', () => {
    const [content, places] = both([placed(1), placed(2)]);
    expect(both([placed(1), placed(3)])).toEqual([content, expect.not.stringContaining(places ?? '')]);
    expect(both([placed(1), placed(2, '乙')])).toEqual([expect.not.stringContaining(content ?? ''), places]);
  });

  test('are told from each other by file, line, column and cell', () => {
    const cell = { place: { kind: 'cell', file: '数据.xlsx', sheet: '村居', cell: 'A2' } };
    const some = [
      [placed(1)],
      [placed(70_001)],
      [{ place: { ...placed(1).place, file: '方案.yaml' } }],
      [{ place: { ...placed(1).place, column: 2 } }],
      [cell],
      [{ place: { ...cell.place, cell: 'A3' } }],
      [{ place: { kind: 'nowhere' } }],
      [{ place: null }],
      [placed(1), placed(1)],
    ];
    expect(new Set(some.map((value) => both(value)[1])).size).toBe(some.length);
  });
});
