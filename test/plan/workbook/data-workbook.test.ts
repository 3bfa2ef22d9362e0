import { describe, expect, test } from 'vitest';
import { cellAt } from '../../../src/document/sheet-rows.ts';
import type { DataFile } from '../../../src/plan/loading/data-files.ts';
import { planTables } from '../../../src/plan/tables/plan-tables.ts';
import { dataWorkbook } from '../../../src/plan/workbook/data-workbook.ts';
import { writeXlsx } from '../../../src/writers/xlsx/write-xlsx.ts';
import { filesWithoutTables, planFiles, planFolders, soundPlan } from './plan-files.ts';

describe.each(planFolders)('%s', (folder) => {
  const files = planFiles(folder);
  const { plan } = soundPlan(files);
  const workbook = dataWorkbook(plan, planTables);

  test('kept in a workbook it is the same plan', async () => {
    const bytes = await writeXlsx(workbook);
    const mixed = new Map<string, DataFile>([...filesWithoutTables(files), ['数据.xlsx', bytes] as const]);
    expect([...filesWithoutTables(files).values()].join('\n')).not.toMatch(/^村居:/mu);
    expect(soundPlan(mixed).plan).toEqual(plan);
  });

  test('each table has a sheet with frozen head, remarks on the heads and an example', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      '说明',
      ...planTables.map(({ name }) => name),
      '选项',
    ]);
    for (const sheet of workbook.sheets.slice(1, -1)) {
      expect(sheet.head).toEqual({ first: 1, last: 1 });
      expect(sheet.remarks.map(({ column }) => column)).toEqual(sheet.columns.map((_, index) => index + 1));
      const example = cellAt(sheet, 1, 0);
      expect(example?.value).toMatchObject({ kind: 'text', text: expect.stringMatching(/^【示例】/u) });
    }
  });
});

test('units are offered, not enforced; years are enforced', () => {
  const { plan } = soundPlan(planFiles(planFolders[0]));
  const sheets = new Map(dataWorkbook(plan, planTables).sheets.map((sheet) => [sheet.name, sheet]));
  const years = sheets.get('村居')?.validations[0];
  expect(years?.entry).toEqual({
    kind: 'offer',
    sheet: '选项',
    range: { firstRow: 2, lastRow: 5, firstColumn: 3, lastColumn: 3 },
    strict: true,
  });
  const units = sheets.get('工作任务')?.validations[0];
  expect(units?.entry).toMatchObject({ kind: 'offer', sheet: '选项', strict: false });
});
