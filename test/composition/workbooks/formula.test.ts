import { describe, expect, test } from 'vitest';
import type { Grid, GridRow } from '../../../src/composition/tables/grid.ts';
import { type FormulaSite, resolveFormula } from '../../../src/composition/workbooks/formula.ts';
import { layOutSheet } from '../../../src/composition/workbooks/sheet-layout.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { nowhere } from '../../../src/diagnostics/place.ts';

const row = (kind: GridRow['kind']): GridRow => ({ kind, cells: [], minimumLines: 1, group: null });

const grid = (names: readonly string[], body: readonly GridRow['kind'][]): Grid => ({
  name: '例',
  size: '小四',
  columns: names.map((name) => ({ name, width: 4 })),
  head: [row('head')],
  body: body.map(row),
  sheet: null,
  place: nowhere,
});

const frame = { mark: null, title: '标题', subtitle: null, notes: [] };
// Title in row 1, head in row 2, data in 3–4 and 6, a subtotal between.
const marks = layOutSheet(
  '评分',
  grid(['村', '得分', '得分', '总分'], ['data', 'data', 'fixed', 'data']),
  frame,
);
const other = layOutSheet('台账', grid(['村', '状态'], ['data', 'data']), frame);

function resolve(formula: string, site: Partial<FormulaSite> = {}): string {
  const findings = new Findings();
  const full = { layout: marks, sheets: [marks, other], row: 4, column: 4, group: null, findings, ...site };
  const resolved = resolveFormula(formula, full);
  return findings.hasErrors ? `${findings.sorted().map(({ message }) => message)}` : resolved;
}

describe('references in brackets', () => {
  test('the cell of the same row; the cells, where several columns share a name', () => {
    expect(resolve('[@村]&""')).toBe('$A4&""');
    expect(resolve('SUM([@得分])')).toBe('SUM($B4:$C4)');
  });

  test('a column: its data cells without subtotals', () => {
    expect(resolve('SUM([总分])')).toBe('SUM($D$3:$D$4,$D$6:$D$6)');
  });

  test('of several columns with a name, a fixed row below one means that one', () => {
    expect(resolve('SUM([得分])', { column: 3 })).toBe('SUM($C$3:$C$4,$C$6:$C$6)');
  });

  test('a column of another sheet', () => {
    expect(resolve('COUNTIFS([台账!村],[@村],[台账!状态],"已完成")')).toBe(
      `COUNTIFS('台账'!$A$3:$A$4,$A4,'台账'!$B$3:$B$4,"已完成")`,
    );
  });

  test('the group a subtotal is about', () => {
    expect(resolve('SUM([组#1])', { group: { first: 3, last: 4 } })).toBe('SUM($B$3:$B$4)');
  });

  test('what nobody knows is reported', () => {
    expect(resolve('SUM([没有])')).toBe('公式里的「[没有]」没有对应的列');
    expect(resolve('SUM([没有!村])')).toBe('公式里的「[没有!村]」没有对应的列');
  });
});
