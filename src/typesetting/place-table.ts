import { tableRule } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import {
  type PagePlace,
  put,
  type TableGalley,
  type TableGalleyCell,
  type TableGalleyRow,
} from './galley.ts';
import type { PlacedItem } from './page.ts';

/** Rounding slack when heights are compared. */
const tolerance = 0.01;

const sum = (rows: readonly TableGalleyRow[]): Points => rows.reduce((total, row) => total + row.height, 0);

/** Straight lines collected so that what coincides or continues is drawn once. */
class Rules {
  readonly #across = new Map<number, [number, number][]>();
  readonly #down = new Map<number, [number, number][]>();

  add(left: Points, top: Points, right: Points, bottom: Points): void {
    this.#put(this.#across, top, left, right);
    this.#put(this.#across, bottom, left, right);
    this.#put(this.#down, left, top, bottom);
    this.#put(this.#down, right, top, bottom);
  }

  #put(lines: Map<number, [number, number][]>, at: number, from: number, to: number): void {
    const key = Math.round(at * 1000) / 1000;
    const list = lines.get(key);
    if (list === undefined) lines.set(key, [[from, to]]);
    else list.push([from, to]);
  }

  /** Puts the lines onto a page, in which the table's part has its place. */
  put({ left, top }: PagePlace, page: PlacedItem[]): void {
    const draw = (x1: Points, y1: Points, x2: Points, y2: Points): void => {
      page.push({
        kind: 'rule',
        x1: left + x1,
        y1: top + y1,
        x2: left + x2,
        y2: top + y2,
        weight: tableRule,
        colour: 'black',
      });
    };
    for (const [y, list] of this.#across) for (const [from, to] of joined(list)) draw(from, y, to, y);
    for (const [x, list] of this.#down) for (const [from, to] of joined(list)) draw(x, from, x, to);
  }
}

/** Intervals that touch or overlap, made one. */
function joined(intervals: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + tolerance) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** A cell that has begun: how many of its lines stand on earlier pages. */
interface OpenCell {
  readonly cell: TableGalleyCell;
  readonly from: number;
  placed: number;
}

/** Rows of a table's part on a page: from `first` on, below `top` of the part; open cells reach in from above. */
interface PartRows {
  readonly rows: readonly TableGalleyRow[];
  readonly first: number;
  readonly top: Points;
  readonly open: OpenCell[];
}

/** Puts rows onto a page at the place of the table's part, and collects their rules. */
function placeRows(
  { rows, first, top, open }: PartRows,
  edges: readonly Points[],
  place: PagePlace,
  rules: Rules,
  page: PlacedItem[],
): void {
  const tops = [top];
  for (const row of rows) tops.push((tops.at(-1) ?? top) + row.height);
  const last = first + rows.length;
  const starting = rows.flatMap((row, index) =>
    row.cells.map((cell) => ({ cell, from: first + index, placed: 0 })),
  );
  const visible = [...open, ...starting];
  for (const state of visible) {
    const { cell, from } = state;
    const end = Math.min(last, from + cell.rowSpan);
    const cellTop = tops[Math.max(from, first) - first] ?? top;
    const cellBottom = tops[end - first] ?? top;
    rules.add(edges[cell.column] ?? 0, cellTop, edges[cell.column + cell.columnSpan] ?? 0, cellBottom);
    const ends = from + cell.rowSpan <= last;
    const room = Math.floor((cellBottom - cellTop - 2 * cell.padding + tolerance) / cell.pitch);
    const lines = cell.lines.slice(state.placed, ends ? undefined : state.placed + Math.max(0, room));
    const spare = cellBottom - cellTop - lines.length * cell.pitch;
    const offset = cell.vertical === 'middle' ? spare / 2 : cell.padding;
    for (const [index, line] of lines.entries()) {
      const y = cellTop + offset + index * cell.pitch;
      put(line, { left: place.left, top: place.top + y }, page);
    }
    state.placed += lines.length;
  }
  open.splice(0, open.length, ...visible.filter(({ cell, from }) => from + cell.rowSpan > last));
}

/** Cuts a row between lines: those that fit into a height stay, the rest goes to a row of its own; null where none fits. */
function splitRow(row: TableGalleyRow, height: Points): [TableGalleyRow, TableGalleyRow] | null {
  const fitting = ({ pitch, padding }: TableGalleyCell) =>
    Math.max(0, Math.floor((height - 2 * padding + tolerance) / pitch));
  const own = row.cells.filter((cell) => cell.rowSpan === 1);
  if (own.some((cell) => fitting(cell) === 0)) return null;
  const parts = row.cells.map((cell): [TableGalleyCell, TableGalleyCell | null] => {
    if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + 1 }, null];
    const fit = fitting(cell);
    const rest: TableGalleyCell = { ...cell, vertical: 'top', lines: cell.lines.slice(fit) };
    return [{ ...cell, vertical: 'top', lines: cell.lines.slice(0, fit) }, rest];
  });
  const need = (cells: readonly TableGalleyCell[]) =>
    Math.max(...cells.map((cell) => Math.max(1, cell.lines.length) * cell.pitch + 2 * cell.padding));
  const first = parts.map(([cell]) => cell);
  const rest = parts.map(([, cell]) => cell).filter((cell) => cell !== null);
  return [
    { ...row, height: need(first.filter((cell) => cell.rowSpan === 1)), cells: first, keepWithNext: false },
    { ...row, height: need(rest), cells: rest },
  ];
}

/** Cells above row `index` that cover it grow by one row when it is split. */
function widenAbove(rows: TableGalleyRow[], index: number): void {
  for (let above = 0; above < index; above++) {
    const row = rows[above] as TableGalleyRow;
    rows[above] = {
      ...row,
      cells: row.cells.map((cell) =>
        above + cell.rowSpan > index ? { ...cell, rowSpan: cell.rowSpan + 1 } : cell,
      ),
    };
  }
}

/** An item outside the document's structure. */
const asArtifact = (item: PlacedItem): PlacedItem =>
  item.kind === 'text' ? { ...item, element: null } : item;

/** One page's part of a table. Parts are placed in their order: a cell may go on from one to the next. */
export interface TablePart {
  readonly height: Points;
  readonly place: (place: PagePlace, page: PlacedItem[]) => void;
}

/** Puts the head with some rows onto a page. A repeated head is read once: further on it is an artifact. */
function placePart(table: TableGalley, body: PartRows, place: PagePlace, page: PlacedItem[]): void {
  const rules = new Rules();
  const head: PlacedItem[] = [];
  placeRows({ rows: table.head, first: 0, top: 0, open: [] }, table.edges, place, rules, head);
  page.push(...(body.first === 0 ? head : head.map(asArtifact)));
  placeRows(body, table.edges, place, rules, page);
  rules.put(place, page);
}

/** Height of the head with the first row: what must fit below a heading. */
export const leastHeight = (table: TableGalley): Points =>
  sum(table.head) + (table.body[0]?.height ?? 0) + tableRule;

/** Room for a table: on the page it begins on, on a fresh one, and what must fit below its last row. */
interface TableRoom {
  readonly room: Points;
  readonly full: Points;
  /** Height of what follows, when the last row keeps with it. */
  readonly below: Points;
}

/** Height of the rows from `index` on that must stand on one page. */
function unitHeight(rows: readonly TableGalleyRow[], index: number, below: Points): Points {
  let height = 0;
  for (let at = index; at < rows.length; at++) {
    const row = rows[at] as TableGalleyRow;
    height += row.height;
    if (!row.keepWithNext) return height;
  }
  return height + below;
}

/**
 * Cuts a table into page parts: whole rows, the head repeated on each, a row cut only where it may be or when it is
 * higher than a page.
 */
export function* cutTable(table: TableGalley, { room, full, below }: TableRoom): Generator<TablePart> {
  const headHeight = sum(table.head);
  const whole = full - tableRule;
  const rows = [...table.body];
  const open: OpenCell[] = [];
  let next = 0;
  let available = room - tableRule;
  while (next < rows.length) {
    const first = next;
    let used = headHeight;
    let together = 0;
    for (; next < rows.length; next++) {
      const row = rows[next] as TableGalleyRow;
      // A unit that no page could hold is not kept together.
      if (together <= tolerance) together = unitHeight(rows, next, below);
      if (headHeight + together > whole + tolerance) together = row.height;
      if (used + together > available + tolerance) break;
      used += row.height;
      together = row.keepWithNext ? together - row.height : 0;
    }
    const row = rows[next];
    const fresh = next === first && available >= whole;
    if (row !== undefined && (row.mayBeCut || fresh)) {
      const parts = splitRow(row, available - used);
      if (parts !== null) {
        widenAbove(rows, next);
        rows.splice(next, 1, ...parts);
        used += parts[0].height;
        next++;
      } else if (fresh) {
        // Not one line fits a whole page: the row stands out below.
        used += row.height;
        next++;
      }
    }
    // Where not even one row fits, the table begins on the next page.
    if (next === first) yield { height: 0, place: () => undefined };
    else {
      const body = { rows: rows.slice(first, next), first, top: headHeight, open };
      yield { height: used + tableRule, place: (place, page) => placePart(table, body, place, page) };
    }
    available = whole;
  }
}
