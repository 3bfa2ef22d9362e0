import { tableRule } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { CellLine, PagePlace, TableGalley, TableGalleyCell, TableGalleyRow } from './galley.ts';
import type { PlacedItem } from './page.ts';
import { placeLine } from './place-line.ts';
import { baselineOf } from './set-text.ts';
import { TableRules } from './table-rules.ts';

/** Rounding slack when heights are compared. */
const tolerance = 0.01;

const sum = (rows: readonly TableGalleyRow[]): Points => rows.reduce((total, row) => total + row.height, 0);

/** A cell that goes on on the next page: how many of its lines stand on earlier ones. */
interface OpenCell {
  readonly cell: TableGalleyCell;
  readonly from: number;
  placed: number;
}

/** Rows of a table's part on a page, from `first` on; open cells reach in from above. */
interface PartRows {
  readonly rows: readonly TableGalleyRow[];
  readonly first: number;
  readonly open: OpenCell[];
}

/** Where rows are put: the place of the table's part, upper edges of its rows from `row` on, its rules, its page. */
interface PartPlace extends PagePlace {
  readonly tops: Float64Array;
  readonly row: number;
  readonly rules: TableRules;
  readonly page: PlacedItem[];
  /** Whether the words belong to the structure. */
  readonly tagged: boolean;
}

/** Puts rows onto a page and collects their rules. */
function placeRows({ rows, first, open }: PartRows, place: PartPlace): void {
  const last = first + rows.length;
  for (let index = 0; index < open.length; index++) {
    const state = open[index] as OpenCell;
    const { cell, from, placed } = state;
    state.placed += placeCell(
      cell,
      placed,
      0,
      Math.min(last, from + cell.rowSpan) - first,
      from + cell.rowSpan <= last,
      place,
    );
  }
  const goingOn = open.length === 0 ? [] : open.filter(({ cell, from }) => from + cell.rowSpan > last);
  for (let index = 0; index < rows.length; index++) {
    const { cells } = rows[index] as TableGalleyRow;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as TableGalleyCell;
      const end = index + cell.rowSpan;
      const ends = end <= rows.length;
      const placed = placeCell(cell, 0, index, Math.min(end, rows.length), ends, place);
      if (!ends) goingOn.push({ cell, from: first + index, placed });
    }
  }
  if (open.length > 0 || goingOn.length > 0) open.splice(0, open.length, ...goingOn);
}

/**
 * Puts the lines of a cell that follow those already placed between two rows of the part, as many as there is room for
 * where it does not end here; returns how many.
 */
function placeCell(
  cell: TableGalleyCell,
  placed: number,
  start: number,
  end: number,
  ends: boolean,
  place: PartPlace,
): number {
  const { column, columnSpan, lines, pitch, padding, vertical, align } = cell;
  const { tops, row, rules, page } = place;
  rules.add(column, row + start, column + columnSpan, row + end);
  const cellTop = tops[row + start] ?? 0;
  const height = (tops[row + end] ?? 0) - cellTop;
  const waiting = lines.length - placed;
  const count = ends
    ? waiting
    : Math.min(waiting, Math.max(0, Math.floor((height - 2 * padding + tolerance) / pitch)));
  const offset = vertical === 'middle' ? (height - count * pitch) / 2 : padding;
  const base = place.top + cellTop + offset + baselineOf(pitch);
  const element = place.tagged ? cell.element : null;
  for (let index = 0; index < count; index++) {
    const { glyphs, line, measure } = lines[placed + index] as CellLine;
    const { start, end, last } = line;
    const { left, width } = measure;
    const y = base + index * pitch;
    const linePlace = { x: place.left + left, width, y, align, last, colour: 'black', element } as const;
    placeLine(glyphs, start, end, linePlace, page);
  }
  return count;
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

/** One page's part of a table. Parts are placed in their order: a cell may go on from one to the next. */
export interface TablePart {
  readonly height: Points;
  readonly place: (place: PagePlace, page: PlacedItem[]) => void;
}

/** Upper edges of rows from the first one's, then the lower edge of the last. */
function topsOf(head: readonly TableGalleyRow[], body: readonly TableGalleyRow[]): Float64Array {
  const tops = new Float64Array(head.length + body.length + 1);
  let top = 0;
  for (let index = 1; index < tops.length; index++) {
    const row = index <= head.length ? head[index - 1] : body[index - 1 - head.length];
    top += row?.height ?? 0;
    tops[index] = top;
  }
  return tops;
}

/** Puts the head with some rows onto a page. A repeated head is read once: further on it is an artifact. */
function placePart(table: TableGalley, body: PartRows, place: PagePlace, page: PlacedItem[]): void {
  const tops = topsOf(table.head, body.rows);
  const rules = new TableRules(table.edges, tops);
  const head = { rows: table.head, first: 0, open: [] };
  placeRows(head, { ...place, tops, row: 0, rules, page, tagged: body.first === 0 });
  placeRows(body, { ...place, tops, row: table.head.length, rules, page, tagged: true });
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
      const body = { rows: rows.slice(first, next), first, open };
      yield { height: used + tableRule, place: (place, page) => placePart(table, body, place, page) };
    }
    available = whole;
  }
}
