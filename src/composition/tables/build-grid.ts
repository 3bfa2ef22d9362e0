import type { Anchored, CellMaker } from './cells.ts';
import { ColumnCells } from './column-cells.ts';
import { type Column, unfoldColumns } from './columns.ts';
import { columnFiller } from './data-cells.ts';
import { type Filling, rootScope, type Scope } from './filling.ts';
import { fixedCells, rowsFor } from './fixed-rows.ts';
import type { Grid, GridRow, GridRows, RowRun } from './grid.ts';
import { headRows } from './head-rows.ts';
import { mergeColumns } from './merging.ts';
import { type RecordGroup, recordsOf } from './records.ts';

/** Fills a definition in: head, fixed rows, one row a record, subtotals; then joins what is to be merged. */
export function buildGrid<Cell extends Anchored>(filling: Filling, maker: CellMaker<Cell>): Grid<Cell> {
  const { loaded } = filling;
  const { definition } = loaded;
  const columns = unfoldColumns(filling);
  const groups = recordsOf(filling, columns);
  const head = headRows(filling, columns, maker);
  return {
    name: loaded.name,
    size: definition.size,
    columns: columns.map(({ name, definition: { width } }) => ({ name, width })),
    head,
    body: bodyRows(filling, columns, groups, maker),
    sheet: definition.sheet,
    place: loaded.placeOf(),
  };
}

/** A row of the body before its cells are gathered. */
interface RowPlan {
  readonly kind: 'data' | 'fixed';
  readonly minimumLines: number;
  readonly group: RowRun | null;
}

function bodyRows<Cell extends Anchored>(
  filling: Filling,
  columns: readonly Column[],
  groups: Iterable<RecordGroup>,
  maker: CellMaker<Cell>,
): GridRows<Cell> {
  const { definition } = filling.loaded;
  const plans = new RowPlans({ kind: 'data', minimumLines: definition.minimumLines, group: null });
  const fixed = new Map<number, readonly Cell[]>();
  const data = columns.map(() => new ColumnCells<Cell>());
  const fillers = columns.map((column, index) => columnFiller(filling, column, index, maker));
  const whole = indexesWhere(columns, ({ definition: { merge } }) => merge === '整列');

  const addFixed = (
    part: '表头后' | '小计' | '表尾',
    rows: typeof definition.foot,
    scope: Scope,
    run: RowRun | null,
  ): number => {
    const added = rowsFor(filling, part, rows);
    for (const row of added) {
      const summed = (column: number): readonly Cell[] =>
        Array.from(data[column]?.from(run?.first, run?.last) ?? [], ([, cell]) => cell);
      const covered = part === '表头后' ? whole : new Set<number>();
      const sums = run === null ? 'all' : 'group';
      const setting = { filling, columns, maker, part, scope, covered, summed, sums, role: 'body' } as const;
      fixed.set(plans.length, fixedCells(setting, row));
      plans.addFixed({ kind: 'fixed', minimumLines: row.definition.minimumLines, group: run });
    }
    return added.length;
  };

  addFixed('表头后', definition.belowHead, rootScope(filling), null);
  const leading = leadingColumns(definition.subtotal);
  let before = 0;
  for (const group of groups) {
    const first = plans.length;
    const rows = { first, before };
    for (let index = 0; index < data.length; index++)
      fillers[index]?.(group, rows, data[index] as ColumnCells<Cell>);
    plans.addData(group.rows.length);
    if (definition.subtotal.length > 0) {
      const run = { first, last: plans.length - 1 };
      const subtotals = addFixed('小计', definition.subtotal, group.scope, run);
      reachOver(data, leading, run.last, subtotals, maker);
    }
    before = first;
  }
  const wholeRows = plans.length;
  addFixed('表尾', definition.foot, rootScope(filling), null);

  return new BodyRows(plans, mergeColumns(columns, data, wholeRows, maker), fixed);
}

/** The plans of all rows: those of data rows are one and the same, of a long list only the others are held. */
class RowPlans {
  readonly #data: RowPlan;
  readonly #fixed = new Map<number, RowPlan>();
  #length = 0;

  constructor(data: RowPlan) {
    this.#data = data;
  }

  get length(): number {
    return this.#length;
  }

  addFixed(plan: RowPlan): void {
    this.#fixed.set(this.#length, plan);
    this.#length += 1;
  }

  addData(count: number): void {
    this.#length += count;
  }

  at(row: number): RowPlan {
    return this.#fixed.get(row) ?? this.#data;
  }
}

/** Rows gathered from columns: of a long list the cells are held by column alone. */
class BodyRows<Cell extends Anchored> implements GridRows<Cell> {
  readonly #plans: RowPlans;
  readonly #columns: readonly ColumnCells<Cell>[];
  readonly #fixed: ReadonlyMap<number, readonly Cell[]>;
  /** Cells of the row under way, copied when it is whole: a list that grows would be far too large. */
  readonly #gathered: Cell[] = [];

  constructor(
    plans: RowPlans,
    columns: readonly ColumnCells<Cell>[],
    fixed: ReadonlyMap<number, readonly Cell[]>,
  ) {
    this.#plans = plans;
    this.#columns = columns;
    this.#fixed = fixed;
  }

  get length(): number {
    return this.#plans.length;
  }

  *[Symbol.iterator](): Generator<GridRow<Cell>> {
    for (let row = 0; row < this.#plans.length; row++) {
      const { kind, minimumLines, group } = this.#plans.at(row);
      yield { kind, cells: this.#cellsOf(row), minimumLines, group };
    }
  }

  #cellsOf(row: number): readonly Cell[] {
    const gathered = this.#gathered;
    let count = 0;
    for (let index = 0; index < this.#columns.length; index++) {
      const cell = this.#columns[index]?.at(row);
      if (cell !== undefined) gathered[count++] = cell;
    }
    const cells = gathered.slice(0, count);
    const further = this.#fixed.get(row);
    return further === undefined ? cells : [...cells, ...further].sort((a, b) => a.column - b.column);
  }
}

/** Columns before a subtotal's first cell: their merged cells reach over it. */
const leadingColumns = (rows: readonly { readonly from: number }[]): number =>
  rows.length === 0 ? 0 : Math.min(...rows.map(({ from }) => from - 1));

/** Lengthens the cells of the first columns that end in a row by so many rows. */
function reachOver<Cell extends Anchored>(
  data: readonly ColumnCells<Cell>[],
  columns: number,
  lastRow: number,
  by: number,
  maker: CellMaker<Cell>,
): void {
  for (const cells of data.slice(0, columns)) {
    const row = cells.length - 1;
    const last = cells.at(row);
    if (last === undefined || row + last.rowSpan - 1 !== lastRow) continue;
    cells.put(row, maker.reaching(last, last.columnSpan, last.rowSpan + by));
  }
}

function indexesWhere(columns: readonly Column[], holds: (column: Column) => boolean): ReadonlySet<number> {
  return new Set(columns.flatMap((column, index) => (holds(column) ? [index] : [])));
}
