import { describe, expect, test } from 'vitest';
import { lines, readWithout } from '../example.ts';
import { type CellOf, packParts, workbookFile, workbookParts } from '../spreadsheet.ts';
import { villageRows } from './villages-in-sheet.ts';

describe('workbooks nobody can read', () => {
  const broken = (bytes: Uint8Array) => lines(readWithout(['村居'], { '数据.xlsx': bytes }).findings);
  const compound = (stream: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from(stream, 'utf16le'),
      ]),
    );

  test.each<[string, Uint8Array, string]>([
    ['text', Buffer.from('名称,达标年度'), 'table/not-workbook 数据.xlsx:1:1 这个文件不是 Excel 工作簿'],
    ['nothing', new Uint8Array(), 'table/not-workbook 数据.xlsx:1:1 这个文件不是 Excel 工作簿'],
    [
      'a torn file',
      workbookFile({ 村居: { rows: villageRows } }).slice(0, 300),
      'table/not-workbook 数据.xlsx:1:1 工作簿坏了，读不出来',
    ],
    [
      'another zip',
      packParts({ 'word/document.xml': '<a/>' }),
      'table/not-workbook 数据.xlsx:1:1 工作簿坏了，读不出来',
    ],
    [
      'an encrypted file',
      compound('EncryptedPackage'),
      'table/encrypted 数据.xlsx:1:1 工作簿加了打开密码，读不了',
    ],
    ['an old file', compound('Workbook'), 'table/old-workbook 数据.xlsx:1:1 这种格式的表格读不了'],
  ])('%s', (_, bytes, expectedLine) => {
    expect(broken(bytes)).toEqual([expectedLine]);
  });

  test('a sheet that is no XML, and entities that unfold', () => {
    const parts = workbookParts({ 村居: { rows: villageRows } });
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(broken(packParts({ ...parts, [sheet]: '<worksheet><sheetData><row>' }))).toEqual([
      'table/not-workbook 数据.xlsx[村居]!A1 工作簿坏了，读不出来',
    ]);
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'哈'.repeat(1000)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(broken(packParts({ ...parts, [sheet]: bomb }))).toEqual([
      'table/not-workbook 数据.xlsx[村居]!A1 工作簿坏了，读不出来',
    ]);
  });

  test('a part that unfolds into hundreds of megabytes is not unfolded', () => {
    const parts = workbookParts({ 村居: { rows: villageRows } });
    const bomb = packParts({ ...parts, 'xl/worksheets/sheet1.xml': ' '.repeat(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(broken(bomb)).toEqual(['table/too-large 数据.xlsx[村居]!A1 工作簿解开后大得不正常，没有读']);
  });

  test('two hundred thousand rows are too many, and end soon', () => {
    const rows = Array.from({ length: 200_000 }, (_, index): readonly CellOf[] => [`村${index}`, 2023]);
    const bytes = workbookFile({ 村居: { rows: [['名称', '达标年度'], ...rows] } });
    const start = performance.now();
    expect(broken(bytes)).toEqual(['data/too-long 数据.xlsx[村居]!A22001 表里有内容的行超过 20000 行']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('merges one over another without end are stopped', () => {
    const rows = Array.from({ length: 3000 }, (_, index): readonly CellOf[] => [`村${index}`, 2023]);
    const merges = Array.from({ length: 3000 }, () => 'A2:A3000');
    const bytes = workbookFile({ 村居: { rows: [['名称', '达标年度'], ...rows], merges } });
    expect(broken(bytes)).toEqual(['table/too-large 数据.xlsx[村居]!A2 合并的单元格多得不正常']);
  });

  test('what is wrong with a sheet of the clerk’s own is not looked into', () => {
    const rows = Array.from({ length: 30_000 }, (): readonly CellOf[] => ['1']);
    const read = readWithout([], { '数据.xlsx': workbookFile({ 流水: { rows } }) });
    expect(lines(read.findings)).toEqual([
      'table/unknown 数据.xlsx[流水]!A1 工作表“流水”没有读：不认识它的名称',
    ]);
  });

  test.each(['旧.xls', '表.et', '表.ods'])('%s is named for what it is', (file) => {
    expect(lines(readWithout([], { [file]: new Uint8Array([1]) }).findings)).toEqual([
      `table/old-workbook ${file}:1:1 这种格式的表格读不了`,
    ]);
  });
});
