import { describe, expect, test } from 'vitest';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { standardProfile } from '../../src/document/profile.ts';
import type { Table, TableCell } from '../../src/document/table.ts';
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

const place = { kind: 'file', file: '村居.yaml', line: 1, column: 1 } as const;

/** A cell of a table, and one of its head. */
const tableCell = (column: number, words: string): TableCell => ({
  column,
  columnSpan: 1,
  rowSpan: 1,
  paragraphs: [[text(words)]],
  align: 'center',
  vertical: 'middle',
  role: 'body',
  place,
});

/** A document of a table, with a head and an imprint. */
const table = (): OfficialDocument => ({
  id: 'notice',
  names: ['某镇'],
  profile: standardProfile,
  metadata: {
    title: '甲',
    issuer: '某镇人民政府',
    documentNumber: '某政发〔2022〕6号',
    date: { year: 2022, month: 5, day: 24 },
    keywords: ['某镇'],
  },
  header: {
    form: 'letter',
    copyNumber: null,
    classification: null,
    urgency: null,
    places: {},
    mark: '某镇人民政府',
    documentNumber: '某政函〔2022〕6号',
  },
  sections: [
    {
      orientation: 'landscape',
      blocks: [
        {
          kind: 'table',
          name: '任务清单',
          size: '五号',
          columns: [{ width: 3 }, { width: 9 }],
          head: [{ cells: [tableCell(0, '序号'), tableCell(1, '任务')], minimumLines: 1 }],
          body: [{ cells: [tableCell(0, '1'), tableCell(1, '公开')], minimumLines: 2 }],
          place,
        },
      ],
    },
  ],
  imprint: { kind: 'copies', copyTo: '各村', places: {} },
});

/** A value with a single one of its texts, numbers and truths changed, each in turn; places stay. */
function everyChange<T>(value: T): readonly T[] {
  if (typeof value === 'string') return [`${value}改` as T];
  if (typeof value === 'number') return [(value + 1) as T];
  if (typeof value === 'boolean') return [!value as T];
  if (typeof value !== 'object' || value === null) return ['改' as T];
  const copy = (): Record<string, unknown> => (Array.isArray(value) ? [...value] : { ...value }) as never;
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'place' ? [] : everyChange(item).map((changed) => Object.assign(copy(), { [key]: changed }) as T),
  );
}

describe('the pieces of a document', () => {
  const document = table();

  test('have the marks the record keeps', () => {
    const { marks, parts } = fingerprintOf(document);
    expect([...parts()].map(({ mark }) => mark).join('')).toBe(marks());
  });

  test('say all it does: whatever changes, its hash does', () => {
    const contents = everyChange(document).map((each) => fingerprintOf(each).content);
    expect(contents.length).toBeGreaterThan(30);
    expect(new Set([...contents, fingerprintOf(document).content]).size).toBe(contents.length + 1);
  });

  test('tell rows of a table’s head from the others', () => {
    const [section] = document.sections;
    const [block] = section?.blocks ?? [];
    if (section === undefined || block?.kind !== 'table') throw new Error('no table');
    const headless: Table = { ...block, head: [], body: [...block.head, ...block.body] };
    const other = { ...document, sections: [{ ...section, blocks: [headless] }] };
    expect(fingerprintOf(other).content).not.toBe(fingerprintOf(document).content);
  });
});
