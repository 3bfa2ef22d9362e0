import type { View } from '../wording.ts';
import type { Column } from './columns.ts';
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

  const rowsPlace = filling.loaded.placeOf('行');
  const items = listAt(filling, definition.rows, rootScope(filling), rowsPlace)
    .map(asView)
    .filter((item) => isWanted(item, definition.only));
  let running = 0;
  for (const [index, item] of items.entries()) {
    if (definition.expand === null) {
      const scope: Scope = { context: item, locals: { 根: filling.root, 序号: index + 1, 行: index + 1 } };
      yield { scope, rows: [scope] };
      continue;
    }
    const locals = { 根: filling.root, 序号: index + 1 };
    const scope: Scope = { context: item, locals };
    const inner = listAt(filling, definition.expand, scope, filling.loaded.placeOf('展开')).map(asView);
    const rows = inner.map((context, innerIndex): Scope => {
      running += 1;
      return { context, locals: { ...locals, 上级: item, 条: innerIndex + 1, 行: running } };
    });
    yield { scope, rows };
  }
}

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
