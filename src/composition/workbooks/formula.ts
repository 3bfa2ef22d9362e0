import type { Findings } from '../../diagnostics/findings.ts';
import { columnLetters } from '../../document/cell-address.ts';
import type { ownRow } from '../../document/sheet-rows.ts';
import type { RowRun } from '../tables/grid.ts';
import { ownHead, reference } from '../tables/references.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** Where a formula stands. */
export interface FormulaSite {
  readonly layout: SheetLayout;
  /** All sheets of the workbook, by the name formulas call them. */
  readonly sheets: readonly SheetLayout[];
  /** Row of the sheet, from 1, or what stands for the row of the cell that will have it. */
  readonly row: number | typeof ownRow;
  /** Column of the sheet, from 1. */
  readonly column: number;
  /** Rows of the sheet that a subtotal is about; null elsewhere. */
  readonly group: RowRun | null;
  readonly findings: Findings;
}

/** The formula with its bracketed references put as cells and ranges of the sheet. */
export function resolveFormula(formula: string, site: FormulaSite): string {
  return formula.replace(reference, (written, prefix: string | undefined, name: string) => {
    const { layout } = site;
    if (prefix === '#') return ranges(Number(name) + 1, Number(name) + 1, layout.dataRuns);
    if (prefix === '组#') {
      return ranges(Number(name) + 1, Number(name) + 1, site.group === null ? [] : [site.group]);
    }
    if (prefix === undefined && name === ownHead) return headCell(site);
    const sheetName = prefix === undefined || prefix === '@' ? null : prefix.slice(0, -1);
    const target = sheetName === null ? layout : site.sheets.find((sheet) => sheet.sheetName === sheetName);
    const columns = target === undefined ? null : columnsNamed(target, name, site);
    if (target === undefined || columns === null) {
      site.findings.report('template/table', `公式里的「${written}」没有对应的列`, layout.grid.place, {
        actual: formula,
        hint: '方括号里要写本表的列名，或者“表名!列名”',
      });
      return '0';
    }
    if (prefix === '@') {
      const [first, last] = [columns.first, columns.last].map((each) => `$${columnLetters(each)}${site.row}`);
      return columns.first === columns.last ? `${first}` : `${first}:${last}`;
    }
    const found = ranges(columns.first, columns.last, target.dataRuns);
    return sheetName === null
      ? found
      : found.replace(/\$[A-Z]+\$\d+:/g, (start) => `'${sheetName}'!${start}`);
  });
}

/** `E$3`: the head above the formula, which may span the rows of heads. */
function headCell({ layout, column }: FormulaSite): string {
  const { grid, firstHeadRow } = layout;
  const row = grid.head.findLastIndex(({ cells }) => cells.some((cell) => cell.column === column - 1));
  return `${columnLetters(column)}$${firstHeadRow + row}`;
}

/** First and last of the columns with a name; the formula's own where it is one of them and stands in a fixed row. */
function columnsNamed(
  { grid }: SheetLayout,
  name: string,
  { column: own, layout }: FormulaSite,
): { readonly first: number; readonly last: number } | null {
  const found = grid.columns.flatMap((column, index) => (column.name === name ? [index + 1] : []));
  if (grid === layout.grid && found.includes(own)) return { first: own, last: own };
  const [first] = found;
  const last = found.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** `$F$5:$F$9,$F$11:$F$14`: absolute, so that the formula means the same wherever it is copied to. */
function ranges(first: number, last: number, runs: readonly RowRun[]): string {
  return runs
    .map((run) => `$${columnLetters(first)}$${run.first}:$${columnLetters(last)}$${run.last}`)
    .join(',');
}
