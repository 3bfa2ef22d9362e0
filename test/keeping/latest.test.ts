import { expect, test } from 'vitest';
import { latest } from '../../src/keeping/latest.ts';

const counted = () => {
  let made = 0;
  return latest((words: object, width: number) => ({ words, width, made: ++made }));
};

test('What is asked again at once is not made again', () => {
  const set = counted();
  const table = {};
  expect(set(table, 100)).toBe(set(table, 100));
});

test('Another argument, or another object of the same value, has it made anew', () => {
  const set = counted();
  const table = { rows: 1 };
  const first = set(table, 100);
  expect(set(table, 101)).toEqual({ words: table, width: 101, made: 2 });
  expect(set({ rows: 1 }, 101).made).toBe(3);
  expect(set(table, 100)).toEqual({ ...first, made: 4 });
});

test('What could not be made is tried again', () => {
  let tries = 0;
  const set = latest((): object => {
    tries++;
    throw new Error('no face');
  });
  expect(set).toThrow('no face');
  expect(set).toThrow('no face');
  expect(tries).toBe(2);
});
