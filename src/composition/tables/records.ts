import type { View } from '../wording.ts';
import { type Column, unfoldColumns } from './columns.ts';
import { asView, type Filling, inColumn, listAt, rootScope, type Scope } from './filling.ts';

/** An item of the list the table is about, with its sub-rows. */
export interface RecordGroup {
  /** What its own columns see. */
  readonly scope: Scope;
  /** What the columns of each sub-row see; one, its own scope, in a table without one-to-many rows. */
  readonly rows: readonly Scope[];
}

/** The records of a table, in order, one by one: of a long ledger only the one under way is held. */
export function* recordsOf(filling: Filling, columns: readonly Column[]): Generator<RecordGroup> {
  const { definition } = filling.loaded;
  if (definition.rows === null) {
    yield* runningDown(filling, columns);
    return;
  }

  let running = 0;
  let count = 0;
  for (const item of itemsOf(filling, definition.rows)) {
    count += 1;
    if (definition.expand === null) {
      const scope: Scope = { context: item, locals: { 根: filling.root, 序号: count, 行: count } };
      yield { scope, rows: [scope] };
      continue;
    }
    const locals = { 根: filling.root, 序号: count };
    const scope: Scope = { context: item, locals };
    const rows = itemsBelow(filling, definition.expand, scope).map((context, innerIndex): Scope => {
      running += 1;
      return { context, locals: { ...locals, 上级: item, 条: innerIndex + 1, 行: running } };
    });
    yield { scope, rows };
  }
}

/** How many rows the records take, counted without making them. */
export function countRows(filling: Filling): number {
  const { rows, expand } = filling.loaded.definition;
  if (rows === null) return runningDown(filling, unfoldColumns(filling)).length;
  const items = itemsOf(filling, rows);
  if (expand === null) return items.length;
  const locals = { 根: filling.root };
  return items.reduce((sum, context) => sum + itemsBelow(filling, expand, { context, locals }).length, 0);
}

const itemsOf = (filling: Filling, rows: string): readonly View[] =>
  listAt(filling, rows, rootScope(filling), filling.loaded.placeOf('行'))
    .map(asView)
    .filter((item) => isWanted(item, filling.loaded.definition.only));

const itemsBelow = (filling: Filling, expand: string, scope: Scope): readonly View[] =>
  listAt(filling, expand, scope, filling.loaded.placeOf('展开')).map(asView);

const isWanted = (item: View, only: string | null): boolean =>
  only === null || (item[only] !== undefined && item[only] !== null);

/** Rows of a table whose columns run downward: as many as the longest has; all are about the whole plan. */
function runningDown(filling: Filling, columns: readonly Column[]): readonly RecordGroup[] {
  const base = rootScope(filling);
  const lengths = columns.map(({ definition: { downward }, item, placeOf }) =>
    downward === null ? 0 : listAt(filling, `@列.${downward}`, inColumn(base, item), placeOf('逐行')).length,
  );
  return Array.from({ length: Math.max(0, ...lengths) }, (_, index) => {
    const scope: Scope = { ...base, locals: { ...base.locals, 序号: index + 1, 行: index + 1 } };
    return { scope, rows: [scope] };
  });
}
