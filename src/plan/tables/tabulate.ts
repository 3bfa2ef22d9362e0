import type { Column, Level, TableDescription } from './description.ts';

/** A row of a table: the stored values by column; a column that is not there stays blank. */
export type TableRow = ReadonlyMap<Column, unknown>;

/** Rows of one item in some columns: what stands in the first is meant for all. Rows count from 0, ends included. */
export interface Span {
  readonly column: Column;
  readonly first: number;
  readonly last: number;
}

/** A table in rows, with what may be merged. */
export interface Tabulated {
  readonly rows: readonly TableRow[];
  readonly spans: readonly Span[];
}

type Stored = Readonly<Record<string, unknown>>;

const asMap = (value: unknown): Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Stored) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The rows of a table from the stored data of a plan. */
export function tabulate(plan: unknown, { path, common, level }: TableDescription): Tabulated {
  const holder = asMap(path.slice(0, -1).reduce<unknown>((value, key) => asMap(value)[key], plan));
  const rows: Map<Column, unknown>[] = [];
  const spans: Span[] = [];
  for (const item of asList(holder[path.at(-1) ?? ''])) addItem(asMap(item), level, rows, spans);
  for (const column of common) {
    if (rows.length === 0) continue;
    rows[0]?.set(column, holder[column.key]);
    spans.push({ column, first: 0, last: rows.length - 1 });
  }
  return { rows, spans: spans.filter(({ first, last }) => last > first) };
}

/** Adds the rows of an item: those of its lists one after another, or one row. */
function addItem(item: Stored, level: Level, rows: Map<Column, unknown>[], spans: Span[]): void {
  const first = rows.length;
  for (const child of level.children) {
    for (const value of asList(item[child.key])) {
      if (child.kind === 'items') addItem(asMap(value), child.level, rows, spans);
      else rows.push(new Map([[child.column, value]]));
    }
  }
  if (rows.length === first) rows.push(new Map());
  const top = rows[first];
  for (const column of level.columns) {
    top?.set(column, item[column.key]);
    spans.push({ column, first, last: rows.length - 1 });
  }
}
