import { describe, expect, test } from 'vitest';
import { createWording } from '../../../src/composition/engine/engine.ts';
import { createTables } from '../../../src/composition/tables/tables.ts';
import { composeWorkbook, type WorkbookSource } from '../../../src/composition/workbooks/compose-workbook.ts';
import { reportLongLists } from '../../../src/composition/workbooks/workbooks.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { nowhere } from '../../../src/diagnostics/place.ts';
import { sheetLimits } from '../../../src/document/sheet-limits.ts';
import { faults } from '../example.ts';
import { readPlan, shippedPlan } from '../tables/plans.ts';

const shipped = readPlan(shippedPlan);

/** The shipped plan with other villages and tasks, as far as its lists of all villages see them. */
function planOf(villages: number, tasks: number): WorkbookSource {
  const findings = new Findings();
  const all = shipped.view.村居 as readonly unknown[];
  const view = {
    ...shipped.view,
    村居: Array.from({ length: villages }, () => all[0]),
    年度任务: { 重点任务: Array.from({ length: tasks }, () => ({})) },
  };
  return { ...shipped, view, findings };
}

describe('lists that no sheet can hold are found before anything is composed', () => {
  test('a ledger with more rows than a sheet has', () => {
    const source = planOf(20_000, 53);
    expect(reportLongLists(source)).toBe(true);
    expect(source.findings.sorted()).toMatchObject([
      {
        rule: 'table/beyond-excel',
        message: '「任务台账」的行数超过 Excel 一张工作表能有的',
        place: { kind: 'file', file: 'templates/表格/任务台账.yaml', line: 4 },
        actual: '1060000 行（10 个村居）',
        expected: '不超过 1048576 行',
      },
    ]);
  });

  test('one that just fits is none of them', () => {
    const source = planOf(20_000, 52);
    expect(reportLongLists(source)).toBe(false);
    expect(source.findings.sorted()).toEqual([]);
  });
});

describe('what a sheet cannot hold is reported, not written', () => {
  const compose = (definition: string, list: readonly unknown[]) => {
    const findings = new Findings();
    const templates = new Map([['表格/试.yaml', `${definition}\n电子表格: { 表名: 试, 标题: 试 }\n`]]);
    const wording = createWording(templates, findings);
    const tables = createTables(templates, wording, findings);
    const view = { 表: list };
    const source = { ...shipped, view, wording, tables, findings };
    const order = { id: '试', table: '试', view, title: null, mark: null, note: null, place: nowhere };
    return { workbook: composeWorkbook(source, order), found: faults(findings) };
  };
  const items = (count: number) => Array.from({ length: count }, () => '甲');

  test('columns', () => {
    const columns = '列:\n  - { 表头: 甲, 宽: 2, 每: 表 }';
    const { workbook, found } = compose(columns, items(sheetLimits.columns + 1));
    expect(workbook).toBeNull();
    expect(found).toEqual([
      'table/beyond-excel templates/表格/试.yaml:1:1 「试」的列数超过 Excel 一张工作表能有的',
    ]);
    expect(compose(columns, items(300)).found).toEqual([]);
  });

  test('the text of a cell', () => {
    const column = '行: 表\n列:\n  - { 表头: 甲, 宽: 2, 值: "{{内容}}" }';
    expect(compose(column, ['字'.repeat(sheetLimits.text)]).found).toEqual([]);
    expect(compose(column, ['字'.repeat(sheetLimits.text + 1)]).found).toEqual([
      'table/beyond-excel templates/表格/试.yaml:3:23 这一格的文字超过 Excel 一格能有的',
    ]);
  });

  test('a formula', () => {
    const column = (terms: number) =>
      `行: 表\n列:\n  - { 表头: 甲, 宽: 2, 公式: "${'1+'.repeat(terms)}1", 现值: "" }`;
    expect(compose(column(4095), items(1)).found).toEqual([]);
    expect(compose(column(4096), items(1)).found).toEqual([
      'table/beyond-excel templates/表格/试.yaml:3:11 这一格的公式超过 Excel 一格能有的',
    ]);
  });
});
