import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { standardProfile } from '../../../src/document/profile.ts';
import { writeXlsx } from '../../../src/writers/xlsx/write-xlsx.ts';
import { validateOoxml } from '../../validators.ts';
import { cell, sheet, workbook } from './examples.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const input = { input: true } as const;

/** Everything a sheet can have, once. */
const full = workbook(
  sheet(
    [
      [
        cell('附件2', { role: 'mark', align: 'left' }),
        cell('', { role: 'mark' }),
        cell('', { role: 'mark' }),
      ],
      [cell('例表', { role: 'title' }), cell('', { role: 'title' }), cell('', { role: 'title' })],
      [cell('村', { role: 'head' }), cell('得分', { role: 'head' }), cell('日期', { role: 'head' })],
      [cell('=1+1'), cell('', { ...input, format: 'decimal' }), cell('', { ...input, format: 'date' })],
      [cell('甲\n乙'), cell(3.5, { format: 'decimal' }), cell(0.3, { format: 'percent' })],
      [
        cell('合计', { role: 'label' }),
        cell({ kind: 'formula', formula: 'SUM($B$4:$B$5)', result: 3.5 }, { format: 'decimal' }),
        cell('是', input),
      ],
      [
        cell('注：例。', { role: 'note', align: 'left' }),
        cell('', { role: 'note' }),
        cell('', { role: 'note' }),
      ],
    ],
    {
      merges: [1, 2, 7].map((row) => ({ firstRow: row, lastRow: row, firstColumn: 1, lastColumn: 3 })),
      head: { first: 3, last: 3 },
      frozenColumns: 1,
      filter: { firstRow: 3, firstColumn: 1, lastRow: 5, lastColumn: 3 },
      protected: true,
      validations: [
        {
          range: { firstRow: 4, firstColumn: 2, lastRow: 5, lastColumn: 2 },
          entry: { kind: 'decimal', minimum: 0, maximum: 8 },
          title: '得分',
          message: '请填0至8之间的数。',
        },
        {
          range: { firstRow: 4, firstColumn: 3, lastRow: 4, lastColumn: 3 },
          entry: {
            kind: 'date',
            from: { year: 2022, month: 1, day: 1 },
            to: { year: 2024, month: 12, day: 31 },
          },
          title: '日期',
          message: '请填日期。',
        },
        {
          range: { firstRow: 6, firstColumn: 3, lastRow: 6, lastColumn: 3 },
          entry: { kind: 'list', choices: ['是', '否'] },
          title: '标杆村',
          message: '请选择。',
        },
      ],
      highlights: [
        { range: { firstRow: 4, firstColumn: 1, lastRow: 5, lastColumn: 3 }, formula: '$B4>8', look: 'bad' },
      ],
      print: { orientation: 'landscape', margins: 'type-area' },
    },
  ),
  sheet([[cell('第二张')]], { name: '表二' }),
);

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const [first] = book.worksheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

const partOf = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('the file', async () => {
  const bytes = await writeXlsx(full);
  const written = await readBack(bytes);

  test('is valid for the Open XML SDK', async () => {
    const path = join(folder, 'full.xlsx');
    writeFileSync(path, bytes);
    expect(await validateOoxml([path])).toEqual([]);
  });

  test('text stays text, and would after editing', () => {
    const { type, value, numFmt } = written.getCell('A4');
    expect({ type, value, numFmt }).toEqual({ type: ExcelJS.ValueType.String, value: '=1+1', numFmt: '@' });
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml').match(/<f>/g)).toHaveLength(1);
  });

  test('formulas carry their present result', () => {
    expect(written.getCell('B6').value).toMatchObject({ formula: 'SUM($B$4:$B$5)', result: 3.5 });
  });

  test('merges, frozen head, filter', () => {
    expect(written.model.merges).toEqual(['A1:C1', 'A2:C2', 'A7:C7']);
    expect(written.views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 3 }]);
    expect(written.autoFilter).toBe('A3:C5');
  });

  test('prints on A4 across, as wide as the page, the head on every page', () => {
    expect(written.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    // Absolute rows: a relative one would move with the active cell.
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('&apos;表一&apos;!$A$1:$C$7');
    expect(written.headerFooter.oddFooter).toBe('&R&"宋体,常规"&14— &P —　');
    expect(written.headerFooter.evenFooter).toBe('&L　&"宋体,常规"&14— &P —');
  });

  test('only input cells are open, without a password', () => {
    const open = (address: string) => written.getCell(address).protection?.locked === false;
    expect(['A4', 'B4', 'C4', 'B5', 'B6', 'C6'].filter(open)).toEqual(['B4', 'C4', 'C6']);
    const protection = /<sheetProtection[^>]*>/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[0];
    expect(protection).toContain('sheet="1"');
    expect(protection).not.toMatch(/hash|password|salt/i);
  });

  test('wrong entries are refused in Chinese', () => {
    expect(written.getCell('B5').dataValidation).toMatchObject({
      type: 'decimal',
      formulae: [0, 8],
      errorStyle: 'stop',
      errorTitle: '得分',
      error: '请填0至8之间的数。',
    });
    expect(written.getCell('C6').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      'sqref="C4"><formula1>44562</formula1><formula2>45657</formula2>',
    );
  });

  test('faces by their official names', () => {
    const faces = ['A1', 'A2', 'A3', 'A5', 'A6'].map((address) => written.getCell(address).font.name);
    expect(faces).toEqual(['黑体', '方正小标宋简体', '黑体', '仿宋_GB2312', '黑体']);
  });

  test('properties come from the metadata, dates from the day of issue', () => {
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core).toContain('<dc:title>例表</dc:title>');
    expect(core).toContain('<dc:creator>某镇人民政府</dc:creator>');
    expect(core.match(/2022-05-24T00:00:00Z/g)).toHaveLength(2);
  });
});

describe('the same workbook gives the same bytes', () => {
  test('in another time zone and at another time', async () => {
    const zone = process.env.TZ;
    const once = await writeXlsx(full);
    process.env.TZ = 'Asia/Shanghai';
    // Zips count time by two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await writeXlsx(full);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(once, again)).toBe(0);
  });

  test('and another workbook others', async () => {
    const other = await writeXlsx(workbook(sheet([[cell('别的')]])));
    expect(Buffer.compare(other, await writeXlsx(full))).not.toBe(0);
  });
});

test('faces have the names the office uses', async () => {
  const windows = {
    ...full,
    profile: { ...standardProfile, faceNames: 'Windows', titleFace: '华文中宋' },
  } as const;
  const namesIn = async (book: typeof full) =>
    strFromU8(unzipSync(await writeXlsx(book))['xl/styles.xml'] as Uint8Array);
  expect(await namesIn(full)).toContain('仿宋_GB2312');
  expect(await namesIn(windows)).not.toContain('GB2312');
  expect(await namesIn(windows)).toContain('华文中宋');
});
