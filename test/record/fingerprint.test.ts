import { expect, test } from 'vitest';
import type { Workbook } from '../../src/document/workbook.ts';
import { fingerprintOf } from '../../src/record/fingerprint.ts';
import { cell, sheet, workbook } from '../writers/xlsx/examples.ts';

/** A list of so many villages, of which one has a remark. */
const listOf = (villages: number, remarked: number, remark = '已走访'): Workbook =>
  workbook(
    sheet(
      Array.from({ length: villages }, (_, index) => [
        cell(`第${index + 1}村`),
        cell(index + 1 === remarked ? remark : ''),
      ]),
    ),
  );

/** Where a list differs from one without remarks, and how its words begin there. */
function differences(villages: number, remarked: number): readonly string[] {
  const marks = fingerprintOf(listOf(villages, 0)).marks();
  return [...fingerprintOf(listOf(villages, remarked)).parts()].flatMap(({ mark, where, words }, index) =>
    mark === marks.slice(5 * index, 5 * index + 5) ? [] : [`${where}：${words}`],
  );
}

test('a workbook is another when one of its cells is', () => {
  const contents = [listOf(9, 3), listOf(9, 4), listOf(9, 3, '走访'), listOf(10, 3)].map(
    (each) => fingerprintOf(each).content,
  );
  expect(new Set(contents).size).toBe(4);
  expect(fingerprintOf(listOf(9, 3)).content).toBe(contents[0]);
});

test('of a list the cell is told that changed', () => {
  expect(differences(30, 7)).toEqual(['表一!B7：已走访']);
});

test('of a very long list the row is told, so that what is kept of it stays short', () => {
  expect(differences(5001, 4321)).toEqual(['表一!A4321:B4321：第4321村　已走访']);
});
