import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../loading/source-tree.ts';
import { mostItems, reportTooLong } from '../longest-list.ts';
import { type Column, columnsBelow, type Level, type TableDescription } from './description.ts';
import { type Grid, isBlank, type RawCell, type RawRow, shownValue } from './grid.ts';
import { type FoundHead, findHead } from './match-heads.ts';
import { Normalised } from './normalised.ts';
import { type CellReport, readCell } from './read-cell.ts';

/** How a row begins that only shows what an entry looks like. */
export const exampleMark = '【示例】';
const exampleRow = /^[【（(]?(?:示例|例)[】）):：]/u;

/**
 * Reads a table into the part of the plan it holds, as a map from the plan's root; null where it cannot be used.
 * All faults are reported at their cells.
 */
export function readTable(grid: Grid, table: TableDescription, findings: Findings): SourceMap | null {
  const head = findHead(grid, table, findings);
  if (head === null) return null;
  const normalised = new Normalised();
  const items = new ItemList(table.level, grid.place);
  const common = new Item(grid.place);
  const report = { findings, normalised };
  let count = 0;
  for (const row of grid.rows.slice(head.row + 1)) {
    if (isExample(row) || repeatsHead(row, head)) continue;
    const values = new RowValues(row, head, report);
    if (!values.isBlank) count += 1;
    if (count > mostItems) {
      const name = `“${table.name}”这张表`;
      reportTooLong(
        { name, unit: '行', count: null },
        row.placeOf(Math.min(...head.columns.keys())),
        findings,
      );
      return null;
    }
    common.take(table.common, values, report);
    items.add(values, report, false);
  }
  normalised.report(findings);
  const keys = table.path.slice(0, -1);
  const list: SourceEntry = { keyPlace: grid.place, node: items.node() };
  const inner = new Map([...common.entries, [table.path.at(-1) ?? '', list] as const]);
  return nested(keys, { kind: 'map', entries: inner, place: grid.place });
}

/** A map below some keys. */
function nested(keys: readonly string[], map: SourceMap): SourceMap {
  return keys.reduceRight<SourceMap>(
    (node, key) => ({
      kind: 'map',
      entries: new Map([[key, { keyPlace: map.place, node }]]),
      place: map.place,
    }),
    map,
  );
}

function isExample({ cells }: RawRow): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return first !== undefined && exampleRow.test(shownValue(first.value));
}

/** A head may stand again at the top of every page. */
const repeatsHead = (row: RawRow, { columns }: FoundHead): boolean =>
  [...columns].every(([index, column]) => {
    const cell = row.cells[index];
    return cell !== undefined && shownValue(cell.value).replace(/\s+/gu, '') === column.head;
  });

/** The cells of a row by column; each is read once. */
class RowValues {
  readonly #cells = new Map<Column, RawCell>();
  readonly #nodes = new Map<Column, SourceNode>();
  readonly #report: CellReport;
  readonly #placeOf: (column: Column) => Place;
  readonly isBlank: boolean;

  constructor(row: RawRow, { columns }: FoundHead, report: CellReport) {
    this.#report = report;
    const positions = new Map([...columns].map(([index, column]) => [column, index]));
    this.#placeOf = (column) => row.placeOf(positions.get(column) ?? 0);
    for (const [index, column] of columns) {
      const cell = row.cells[index];
      if (cell !== undefined && !isBlank(cell)) this.#cells.set(column, cell);
    }
    this.isBlank = this.#cells.size === 0;
  }

  has(column: Column): boolean {
    return this.#cells.has(column);
  }

  /** What stands in the cell, as it shows; empty where nothing does. */
  shown(column: Column): string {
    const cell = this.#cells.get(column);
    return cell === undefined ? '' : shownValue(cell.value);
  }

  /** The value of a cell; null in the data where it is blank. */
  node(column: Column): SourceNode {
    const known = this.#nodes.get(column);
    if (known !== undefined) return known;
    const cell = this.#cells.get(column);
    const node: SourceNode =
      cell === undefined
        ? { kind: 'scalar', value: null, written: '', place: this.#placeOf(column) }
        : readCell(cell, column, this.#report);
    this.#nodes.set(column, node);
    return node;
  }
}

/** An item under way: it may take several rows. */
class Item {
  readonly entries = new Map<string, SourceEntry>();
  readonly lists = new Map<string, ItemList | SourceNode[]>();
  readonly #shown = new Map<Column, string>();
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  /** Takes the values of some columns from a row; one that is there already must not be another. */
  take(columns: readonly Column[], row: RowValues, { findings }: CellReport): void {
    for (const column of columns) {
      const shown = row.shown(column);
      const earlier = this.#shown.get(column) ?? '';
      if (shown === '' ? this.entries.has(column.key) || !column.required : shown === earlier) continue;
      const node = row.node(column);
      const before = this.entries.get(column.key);
      if (earlier !== '' && before !== undefined) {
        findings.report('table/conflict', `“${column.head}”与上面同一项里写的不一样`, node.place, {
          actual: shown,
          expected: earlier,
          hint: `上面 ${formatPlace(before.node.place)} 写的是“${earlier}”；同一项只写一次，或者各行写得一样`,
        });
        continue;
      }
      this.#shown.set(column, shown);
      this.entries.set(column.key, { keyPlace: node.place, node });
    }
  }

  shown(column: Column): string {
    return this.#shown.get(column) ?? '';
  }

  node(): SourceMap {
    const entries = new Map(this.entries);
    for (const [key, list] of this.lists) {
      const node: SourceNode =
        list instanceof ItemList
          ? list.node()
          : { kind: 'list', items: list, place: list[0]?.place ?? this.place };
      if (node.kind === 'list' && node.items.length > 0) entries.set(key, { keyPlace: node.place, node });
    }
    return { kind: 'map', entries, place: this.place };
  }
}

/** A list of items under way. */
class ItemList {
  readonly #level: Level;
  readonly #place: Place;
  readonly #items: Item[] = [];
  /** What stands above, for columns in which a blank cell means the same. */
  readonly #above = new Map<Column, RowValues>();

  constructor(level: Level, place: Place) {
    this.#level = level;
    this.#place = place;
  }

  /** Takes a row; `fresh` where the item around this list has just begun. */
  add(row: RowValues, report: CellReport, fresh: boolean): void {
    const { columns, children } = this.#level;
    if (row.isBlank) return;
    let item = this.#items.at(-1);
    const begins = this.#begins(row, item, fresh);
    if (begins) {
      const first = columns.find((column) => row.has(column)) ?? columns[0];
      item = new Item(first === undefined ? this.#place : row.node(first).place);
      this.#items.push(item);
    }
    if (item === undefined) return;
    this.#carryDown(row, item, begins, report);
    item.take(columns, row, report);
    for (const child of children) {
      if (child.kind === 'values') {
        const values = item.lists.get(child.key) ?? [];
        if (Array.isArray(values) && row.has(child.column)) values.push(row.node(child.column));
        item.lists.set(child.key, values);
      } else {
        const list = item.lists.get(child.key) ?? new ItemList(child.level, item.place);
        if (list instanceof ItemList) list.add(row, report, begins);
        item.lists.set(child.key, list);
      }
    }
  }

  /** Whether a row begins an item of this list. */
  #begins(row: RowValues, current: Item | undefined, fresh: boolean): boolean {
    const { columns, opens, children } = this.#level;
    if (children.length === 0) return columns.some((column) => row.has(column));
    if (current === undefined || fresh) return this.#concerns(row);
    return columns.some(
      (column) =>
        opens.includes(column.key) && row.has(column) && row.shown(column) !== current.shown(column),
    );
  }

  /** Whether a row holds anything of this level or below. */
  #concerns(row: RowValues): boolean {
    return columnsBelow(this.#level).some((column) => row.has(column));
  }

  #carryDown(row: RowValues, item: Item, begins: boolean, report: CellReport): void {
    for (const column of this.#level.columns) {
      if (!column.carries) continue;
      const above = this.#above.get(column);
      if (row.has(column)) this.#above.set(column, row);
      else if (begins && above !== undefined) item.take([column], above, report);
    }
  }

  node(): SourceNode {
    return { kind: 'list', items: this.#items.map((item) => item.node()), place: this.#place };
  }
}
