import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import {
  composeAttachmentWorkbook,
  composeEvaluationForm,
  composeEvaluationSummary,
  composeTaskLedger,
} from '../../../src/composition/workbooks/workbooks.ts';
import type { Workbook } from '../../../src/document/workbook.ts';
import { writeXlsx } from '../../../src/writers/xlsx/write-xlsx.ts';
import { readPlan, shippedPlan, smallPlan } from '../../composition/tables/plans.ts';
import { convertWithLibreOffice } from '../../libreoffice.ts';
import { hasTool, validateOoxml } from '../../validators.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

function workbooksOf(planFolder: string): readonly Workbook[] {
  const source = readPlan(planFolder);
  const [village] = source.plan.villages;
  if (village === undefined) throw new Error('no village');
  const tabular = source.plan.attachments.flatMap(({ content }, index) =>
    source.tables.has(content) ? [composeAttachmentWorkbook(source, index + 1)] : [],
  );
  const made = [
    ...tabular,
    composeTaskLedger(source),
    composeEvaluationForm(source, village),
    composeEvaluationSummary(source),
  ];
  expect(source.findings.sorted()).toEqual([]);
  return made.filter((each) => each !== null);
}

async function load(file: string | Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = typeof file === 'string' ? new Uint8Array(readFileSync(file)) : file;
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return book;
}

type Entries = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** Fills cells in (by sheet and address), throws all present results away, and has LibreOffice calculate anew. */
async function calculate(workbook: Workbook, entries: Entries = {}): Promise<ExcelJS.Workbook> {
  const book = await load(await writeXlsx(workbook));
  for (const [name, cells] of Object.entries(entries)) {
    for (const [address, value] of Object.entries(cells)) {
      const target = book.getWorksheet(name)?.getCell(address);
      if (target === undefined) throw new Error(`no sheet ${name}`);
      target.value = value;
    }
  }
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) cell.value = { formula: cell.formula, date1904: false };
      });
    });
  }
  const path = join(folder, `${workbook.id.replaceAll('/', '-')}-filled.xlsx`);
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
  const [calculated = ''] = await convertWithLibreOffice([path], 'xlsx');
  return await load(calculated);
}

/** Results of all formulas of a workbook, by `sheet!cell`. */
function results(book: ExcelJS.Workbook): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula)
          found[`${sheet.name}!${cell.address}`] = cell.result ?? '';
      });
    });
  }
  return found;
}

const byId = (planFolder: string, id: string): Workbook => {
  const workbook = workbooksOf(planFolder).find((each) => each.id === id);
  if (workbook === undefined) throw new Error(`no workbook ${id}`);
  return workbook;
};

describe.each([shippedPlan, smallPlan])('%s', (planFolder) => {
  test('all workbooks are valid for the Open XML SDK', async () => {
    const paths: string[] = [];
    for (const workbook of workbooksOf(planFolder)) {
      const path = join(folder, `${workbook.id.replaceAll('/', '-')}.xlsx`);
      writeFileSync(path, await writeXlsx(workbook));
      paths.push(path);
    }
    expect(await validateOoxml(paths)).toEqual([]);
  });
});

describe.skipIf(!hasTool('soffice'))('calculated by LibreOffice', () => {
  test.each(['task-ledger', 'evaluation-form/东泉', 'evaluation-summary'])(
    '%s shows from the start what a recalculation gives',
    async (id) => {
      const workbook = byId(smallPlan, id);
      const shown = results(await load(await writeXlsx(workbook)));
      expect(Object.keys(shown).length).toBeGreaterThan(5);
      expect(results(await calculate(workbook))).toEqual(shown);
    },
  );

  test('an evaluation form adds up, by field and in total, and judges when all is scored', async () => {
    const form = byId(smallPlan, 'evaluation-form/东泉');
    // Rows 5–8 and 10–12 hold the indicators, 9 and 13 the subtotals, 14 the total, 15 the result.
    const most = { G5: 10, G6: 8, G7: 7.5, G8: 6, G10: 3, G11: 3 };
    const partly = (await calculate(form, { 评价表: { ...most, F5: 9 } })).getWorksheet('评价表');
    expect(
      ['F9', 'G9', 'G13', 'F14', 'G14', 'B15'].map((address) => partly?.getCell(address).result),
    ).toEqual([9, 31.5, 6, 9, 37.5, '待评']);
    const passed = (await calculate(form, { 评价表: { ...most, G12: 2.5 } })).getWorksheet('评价表');
    expect(['G13', 'G14', 'B15'].map((address) => passed?.getCell(address).result)).toEqual([
      8.5,
      40,
      '达标',
    ]);
    const failed = (await calculate(form, { 评价表: { ...most, G12: 2 } })).getWorksheet('评价表');
    expect(['G14', 'B15'].map((address) => failed?.getCell(address).result)).toEqual([39.5, '不达标']);
  });

  test('the summary ranks whoever is scored in full, and counts by year', async () => {
    const summary = byId(smallPlan, 'evaluation-summary');
    // 东泉 and 上官庄… are due in 2024, 垚堡 and 柳林 in 2025; 40 of 50 is enough.
    const entries = { 评价汇总: { D5: 30, E5: 15, D6: 20, E6: 15, D7: 30, E7: 15, D8: 32, I7: '是' } };
    const book = await calculate(summary, entries);
    const ranked = book.getWorksheet('评价汇总');
    const column = (letter: string): unknown[] =>
      [5, 6, 7, 8].map((row) => ranked?.getCell(`${letter}${row}`).result ?? '');
    expect(column('F')).toEqual([45, 35, 45, 32]);
    expect(column('G')).toEqual([1, 3, 1, '']);
    expect(column('H')).toEqual(['达标', '不达标', '达标', '待评']);
    const progress = book.getWorksheet('年度进度');
    const year = (row: number): unknown[] =>
      ['B', 'C', 'D', 'E', 'G', 'H', 'I'].map((letter) => progress?.getCell(`${letter}${row}`).result);
    expect(year(4)).toEqual([2, 1, 1, 0.25, '未完成', 1, '已落实']);
    expect(year(5)).toEqual([2, 1, 2, 0.5, '未完成', 1, '已落实']);
  });

  test('the ledger counts by village and status', async () => {
    const ledger = byId(smallPlan, 'task-ledger');
    const entries = { 任务台账: { I3: '已完成', I4: '进行中', I7: '已完成', I8: '逾期' } };
    const counted = (await calculate(ledger, entries)).getWorksheet('汇总');
    const line = (row: number): unknown[] =>
      ['D', 'E', 'F', 'G', 'H', 'I', 'J'].map((letter) => counted?.getCell(`${letter}${row}`).result);
    expect(line(3)).toEqual([4, 2, 1, 1, 0, 0, 0.25]);
    expect(line(4)).toEqual([4, 2, 0, 1, 0, 1, 0.25]);
    expect(line(7)).toEqual([16, 12, 1, 2, 0, 1, 0.125]);
  });
});
