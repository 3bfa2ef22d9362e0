import type { Findings } from '../../diagnostics/findings.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Column, columnsOf, type TableDescription } from './description.ts';
import { type Grid, isBlank, type RawRow, shownValue } from './grid.ts';

/** The head of a table as it was found. */
export interface FoundHead {
  /** Position of the head row among the rows of the grid. */
  readonly row: number;
  /** Columns of the table by their column on the sheet, from 0. */
  readonly columns: ReadonlyMap<number, Column>;
}

/** Rows a title and remarks may take above the head. */
const rowsAbove = 12;

/** Columns many tables have and nobody needs: rows are counted by the program. */
const countingHeads = new Set(['序号', '编号', '行号', '序']);

/** A head without what varies: blanks, width of letters and brackets, marks at its end, a remark in brackets. */
export function plainHead(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[*:：＊]+$/u, '');
  return plain.replace(/^(.+?)\((?!居\)).*\)$/u, '$1');
}

const namesOf = ({ head, aliases }: Column): readonly string[] => [head, ...aliases].map(plainHead);

function columnFor(head: string, columns: readonly Column[], taken: ReadonlySet<Column>): Column | null {
  const free = columns.filter((column) => !taken.has(column));
  return (
    free.find((column) => plainHead(column.head) === head) ??
    free.find((column) => namesOf(column).includes(head)) ??
    null
  );
}

/** The columns a row would be the head of. Heads go before aliases, so that 职务 is never taken for another column. */
function matchRow(row: RawRow, columns: readonly Column[]): ReadonlyMap<number, Column> {
  const found = new Map<number, Column>();
  const taken = new Set<Column>();
  const heads = [...row.cells].map((cell) =>
    isBlank(cell) || !cell ? '' : plainHead(shownValue(cell.value)),
  );
  for (const exact of [true, false]) {
    heads.forEach((head, index) => {
      if (head === '' || found.has(index)) return;
      const column = columnFor(head, columns, taken);
      if (column === null || (exact && plainHead(column.head) !== head)) return;
      found.set(index, column);
      taken.add(column);
    });
  }
  return found;
}

/** Two heads make a head row, or one beside another that is nearly one; a single word may stand in a title. */
function isHead(row: RawRow | undefined, { columns }: FoundHead, all: readonly Column[]): boolean {
  if (columns.size > 1) return true;
  const names = all.flatMap(namesOf);
  return (row?.cells ?? []).some(
    (cell, index) =>
      cell !== undefined && !columns.has(index) && nearest(plainHead(shownValue(cell.value)), names) !== null,
  );
}

/** Finds the head of a table among its first rows; null where there is none or a needed column is missing, all reported. */
export function findHead(grid: Grid, table: TableDescription, findings: Findings): FoundHead | null {
  const columns = columnsOf(table);
  const candidates = grid.rows
    .slice(0, rowsAbove)
    .map((row, index) => ({ row: index, columns: matchRow(row, columns) }));
  const best = candidates.reduce<FoundHead | null>(
    (found, each) => (each.columns.size > (found?.columns.size ?? 0) ? each : found),
    null,
  );
  const heads = columns.map(({ head }) => head).join('、');
  if (best === null || !isHead(grid.rows[best.row], best, columns)) {
    findings.report('table/head', `“${table.name}”这张表里没有找到表头`, grid.place, {
      expected: heads,
      hint: `有一行表头，各列是：${heads}`,
    });
    return null;
  }
  const head = grid.rows[best.row];
  if (head === undefined) return null;
  const strange = reportStrangeHeads(head, best, table, findings);
  const present = new Set(best.columns.values());
  const missing = columns.filter((column) => column.required && !present.has(column));
  for (const column of missing) {
    // A misspelt head was reported as what it is.
    if (strange.has(column.head)) continue;
    findings.report('table/head', `“${table.name}”缺少“${column.head}”这一列`, head.placeOf(0), {
      expected: column.head,
      hint: `在表头里加上“${column.head}”一列：${column.note}`,
    });
  }
  return missing.length > 0 || strange.size > 0 ? null : best;
}

/** Reports heads that mean no column; the heads that were probably meant. */
function reportStrangeHeads(
  row: RawRow,
  { columns }: FoundHead,
  table: TableDescription,
  findings: Findings,
): ReadonlySet<string> {
  const meant = new Set<string>();
  const present = new Set(columns.values());
  const free = columnsOf(table).filter((column) => !present.has(column));
  row.cells.forEach((cell, position) => {
    if (cell === undefined || isBlank(cell) || columns.has(position)) return;
    const actual = shownValue(cell.value);
    const head = plainHead(actual);
    if (countingHeads.has(head)) return;
    const repeated = [...present].find((column) => namesOf(column).includes(head));
    if (repeated !== undefined) {
      findings.report('table/head', `“${repeated.head}”这一列写了两次`, cell.place, {
        actual,
        hint: '只留一列，另一列删去或者改名',
      });
      meant.add(repeated.head);
      return;
    }
    const guess = nearest(head, free.flatMap(namesOf));
    const near = free.find((column) => guess !== null && namesOf(column).includes(guess));
    if (near !== undefined) {
      meant.add(near.head);
      findings.report('table/head', `不认识“${actual}”这一列`, cell.place, {
        actual,
        expected: near.head,
        hint: `是不是“${near.head}”？`,
      });
    } else {
      findings.report('table/unread-column', `“${actual}”这一列没有读`, row.placeOf(position), {
        actual,
        hint: `“${table.name}”可以有的列：${columnsOf(table)
          .map((column) => column.head)
          .join('、')}；自己用的列可以留着`,
      });
    }
  });
  return meant;
}
