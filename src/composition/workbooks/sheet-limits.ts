import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import { sheetLimits } from '../../document/sheet-limits.ts';
import type { CellValue } from '../../document/workbook.ts';
import type { CountedSheet } from '../tables/tables.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Reports sheets that no workbook can hold, before they are composed; whether there are any. `about` says what their rows come from. */
export function reportLongSheets(
  sheets: readonly CountedSheet[],
  about: string,
  findings: Findings,
): boolean {
  const long = sheets.filter(({ rows }) => rows > sheetLimits.rows);
  for (const { name, rows, place } of long) reportRows(name, rows, place, findings, `（${about}）`);
  return long.length > 0;
}

function reportRows(name: string, rows: number, place: Place, findings: Findings, about = ''): void {
  findings.report('table/beyond-excel', `「${name}」的行数超过 Excel 一张工作表能有的`, place, {
    actual: `${rows} 行${about}`,
    expected: `不超过 ${sheetLimits.rows} 行`,
    hint: '减少条目，或者分成几个方案，在 data 下各放一个文件夹',
  });
}

/** Whether a sheet can be held by a workbook as it is laid out; what cannot is reported. */
export function fitsSheet({ grid, frame, lastBodyRow }: SheetLayout, findings: Findings): boolean {
  const rows = lastBodyRow + frame.notes.length;
  const columns = grid.columns.length;
  if (rows > sheetLimits.rows) reportRows(grid.name, rows, grid.place, findings);
  if (columns > sheetLimits.columns) {
    findings.report('table/beyond-excel', `「${grid.name}」的列数超过 Excel 一张工作表能有的`, grid.place, {
      actual: `${columns} 列`,
      expected: `不超过 ${sheetLimits.columns} 列`,
      hint: '改表格定义，把这些条目排成行',
    });
  }
  return rows <= sheetLimits.rows && columns <= sheetLimits.columns;
}

/** Reports a text or formula that is longer than a cell can hold. */
export function checkLength(value: CellValue, place: Place, findings: Findings): void {
  const [what, written, most] =
    value.kind === 'text'
      ? (['文字', value.text, sheetLimits.text] as const)
      : value.kind === 'formula'
        ? (['公式', value.formula, sheetLimits.formula] as const)
        : (['', '', 0] as const);
  if (written.length <= most) return;
  findings.report('table/beyond-excel', `这一格的${what}超过 Excel 一格能有的`, place, {
    actual: `${written.length} 个字`,
    expected: `不超过 ${most} 个字`,
    hint: value.kind === 'text' ? '缩短这段文字，或者分成几条' : '改表格定义，让公式引用连在一起的行',
  });
}
