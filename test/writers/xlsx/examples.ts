import { standardProfile } from '../../../src/document/profile.ts';
import { sheetRows } from '../../../src/document/sheet-rows.ts';
import type { Cell, CellValue, Sheet, Workbook } from '../../../src/document/workbook.ts';

/** A body cell with a text, a number, or whatever a `CellValue` says. */
export function cell(value: string | number | CellValue, more: Partial<Cell> = {}): Cell {
  const held: CellValue =
    typeof value === 'string'
      ? value === ''
        ? { kind: 'blank' }
        : { kind: 'text', text: value }
      : typeof value === 'number'
        ? { kind: 'number', value }
        : value;
  return { value: held, format: 'general', role: 'body', align: 'center', input: false, ...more };
}

/** A sheet of rows of cells, nothing special about it. */
export function sheet(rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet {
  return {
    name: '表一',
    size: '小四',
    columns: (rows[0] ?? []).map(() => 10),
    rows: sheetRows(
      rows[0]?.length ?? 0,
      rows.map((cells) => ({ cells, minimumLines: 1 })),
    ),
    merges: [],
    head: null,
    frozenColumns: 0,
    filter: null,
    validations: [],
    highlights: [],
    remarks: [],
    protected: false,
    print: { orientation: 'portrait', margins: 'narrow' },
    ...more,
  };
}

/** A workbook of such sheets. */
export const workbook = (...sheets: readonly Sheet[]): Workbook => ({
  id: 'example',
  metadata: {
    title: '例表',
    issuer: '某镇人民政府',
    documentNumber: '某政发〔2022〕1号',
    date: { year: 2022, month: 5, day: 24 },
    keywords: ['例'],
  },
  profile: standardProfile,
  sheets,
});
