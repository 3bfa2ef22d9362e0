import { type readFiles, readWithout } from '../example.ts';
import { type CellOf, type SheetOf, workbookFile } from '../spreadsheet.ts';

/** Two villages below the heads of their columns. */
export const villageRows: readonly (readonly CellOf[])[] = [
  ['名称', '达标年度', '标杆村', '备注'],
  ['上庄', 2023, null, null],
  ['下庄', 2024, null, null],
];

/** The small plan with its villages in a sheet. */
export const readVillages = (sheet: SheetOf, name = '村居', options = {}) =>
  readWithout(['村居'], { '数据.xlsx': workbookFile({ [name]: sheet }, options) });

/** The villages of a plan that was read. */
export const villagesOf = (read: ReturnType<typeof readFiles>) => read.loaded?.plan.villages;

/** What they are in the plan. */
export const expected = [
  { name: '上庄', targetYear: 2023, model: false, remark: null },
  { name: '下庄', targetYear: 2024, model: false, remark: null },
];
