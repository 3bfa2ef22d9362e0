import { columnLetters } from '../document/cell-address.ts';
import { eachRow, formulaIn } from '../document/sheet-rows.ts';
import type { Cell, Sheet, Workbook } from '../document/workbook.ts';
import { firstDifference, type WrittenFault } from './fault.ts';
import { readXlsx, type WrittenSheet, type WrittenWorkbook } from './written-xlsx.ts';

/** What a workbook on the disk has against the one it should be. Cells that are there to be filled in are the office's. */
export function* inspectXlsx(bytes: Uint8Array, workbook: Workbook): Generator<WrittenFault> {
  const written = readOrNull(bytes);
  if (written === null) {
    yield { rule: 'written/unreadable', message: '文件已经损坏，不是 Excel 文件', page: null };
    return;
  }
  const names = (sheets: readonly { readonly name: string }[]) => sheets.map(({ name }) => name).join('、');
  const difference = firstDifference(names(written.sheets), names(workbook.sheets));
  if (difference !== null) {
    const [actual, expected] = [names(written.sheets), names(workbook.sheets)];
    yield { rule: 'written/differs', message: '工作表与现在的数据不一致', page: null, actual, expected };
    return;
  }
  for (const [index, sheet] of workbook.sheets.entries()) {
    const found = written.sheets[index];
    if (found !== undefined) yield* sheetFaults(found, sheet);
  }
}

function readOrNull(bytes: Uint8Array): WrittenWorkbook | null {
  try {
    return readXlsx(bytes);
  } catch {
    return null;
  }
}

function* sheetFaults(written: WrittenSheet, sheet: Sheet): Generator<WrittenFault> {
  if (written.protected !== sheet.protected) {
    const message = `工作表“${sheet.name}”${sheet.protected ? '的保护被取消了' : '被加了保护'}`;
    yield { rule: 'written/differs', message, page: null };
  }
  let row = 0;
  for (const { cells } of eachRow(sheet)) {
    row += 1;
    for (const [column, cell] of cells.entries()) {
      const address = `${columnLetters(column + 1)}${row}`;
      const actual = written.cells.get(address) ?? '';
      const expected = contentOf(cell, row);
      if (cell.input || expected === null || isSame(actual, expected, cell)) continue;
      const message = `工作表“${sheet.name}”的 ${address} 与现在的数据不一致`;
      yield { rule: 'written/differs', message, page: null, actual, expected };
      return;
    }
  }
}

/** What a cell should hold, as `WrittenSheet` tells it; null where anything may stand. */
function contentOf({ value }: Cell, row: number): string | null {
  switch (value.kind) {
    case 'blank':
      return null;
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'formula':
      return `=${formulaIn(value.formula, row)}`;
  }
}

const isSame = (actual: string, expected: string, { value }: Cell): boolean =>
  value.kind === 'number'
    ? Number(actual) === value.value && actual !== ''
    : actual.replace(/\r\n?/g, '\n') === expected;
