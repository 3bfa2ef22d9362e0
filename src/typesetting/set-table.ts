import { nowhere } from '../diagnostics/place.ts';
import type { PartFitting } from '../document/fitting.ts';
import type { Table, TableCell, TableRow } from '../document/table.ts';
import type { Frame } from '../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../format/table-geometry.ts';
import { type TableStyle, tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { TableGalley, TableGalleyCell, TableGalleyRow } from './galley.ts';
import type { Typecase } from './glyph.ts';
import { type CellSetting, setCell, tableOrigin } from './set-cell.ts';
import type { Structure } from './structure.ts';

interface TableSetting extends CellSetting {
  readonly parent: number;
  /** Paragraphs of cells whose last line would be a single character. */
  readonly parts: readonly PartFitting[];
}

/** Heights of rows: what their cells need; a cell over several rows widens the last of them. */
function rowHeights(
  rows: readonly TableRow[],
  cells: readonly (readonly TableGalleyCell[])[],
  style: TableStyle,
): Float64Array {
  const heights = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    let lines = Math.max(1, (rows[index] as TableRow).minimumLines);
    const row = cells[index] as readonly TableGalleyCell[];
    for (let at = 0; at < row.length; at++) {
      const cell = row[at] as TableGalleyCell;
      if (cell.rowSpan === 1) lines = Math.max(lines, cell.lines.length);
    }
    heights[index] = heightOfLines(lines, style);
  }
  for (let index = 0; index < rows.length; index++) {
    const row = cells[index] as readonly TableGalleyCell[];
    for (let at = 0; at < row.length; at++) {
      const { rowSpan, lines } = row[at] as TableGalleyCell;
      if (rowSpan > 1) widenLast(heights, index, index + rowSpan - 1, heightOfLines(lines.length, style));
    }
  }
  return heights;
}

/** Widens the last of some rows so that they are at least so high together. */
function widenLast(heights: Float64Array, first: number, last: number, needed: Points): void {
  let total = 0;
  for (let index = first; index <= last; index++) total += heights[index] ?? 0;
  if (last < heights.length) heights[last] = (heights[last] ?? 0) + Math.max(0, needed - total);
}

const neverCut: RowCutting = { mayBeCut: false, keepsWithNext: false };

function setRows(
  rows: readonly TableRow[],
  setting: TableSetting,
  cuttings: readonly RowCutting[],
  first: number,
): TableGalleyRow[] {
  const cells: TableGalleyCell[][] = [];
  for (let index = 0; index < rows.length; index++) {
    cells.push(setRow(rows[index] as TableRow, first + index, setting));
  }
  const heights = rowHeights(rows, cells, setting.style);
  const set: TableGalleyRow[] = [];
  for (let index = 0; index < rows.length; index++) {
    const { mayBeCut, keepsWithNext } = cuttings[index] ?? neverCut;
    const row = cells[index] as TableGalleyCell[];
    set.push({ height: heights[index] ?? 0, cells: row, mayBeCut, keepWithNext: keepsWithNext });
  }
  return set;
}

/** The cells of a row, `number` counting from the first row of the head. */
function setRow({ cells }: TableRow, number: number, setting: TableSetting): TableGalleyCell[] {
  const element = setting.structure.add('TR', setting.parent, tableOrigin(cells[0]?.place ?? nowhere));
  const { parts } = setting;
  const ofRow = parts.length === 0 ? parts : parts.filter((part) => part.row === number);
  const set: TableGalleyCell[] = [];
  for (let at = 0; at < cells.length; at++)
    set.push(setCell(cells[at] as TableCell, element, setting, ofRow));
  return set;
}

/** What a table is set with: its frame, its parent in the structure, and whether words that belong to it follow. */
export interface TableSurroundings {
  readonly frame: Frame;
  readonly root: number;
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly followed: boolean;
  readonly parts: readonly PartFitting[];
}

/** A table as it was set, with what else its galley depends on. */
interface SetBefore extends TableSurroundings {
  readonly table: Table;
  /** Its elements in the structure: the first, and the one after the last. */
  readonly first: number;
  readonly end: number;
  readonly galley: TableGalley;
}

/** The table that was set last: documents of many villages share one, and are set one after another. */
let before: SetBefore | null = null;

/** Whether a table comes out as it did before. */
const isAlike = (set: SetBefore, table: Table, now: TableSurroundings): boolean =>
  set.table === table &&
  set.first === now.structure.length &&
  set.root === now.root &&
  set.frame.width === now.frame.width &&
  set.frame.height === now.frame.height &&
  set.typecase === now.typecase &&
  set.followed === now.followed &&
  set.parts === now.parts;

/** Sets a table as wide as its frame. */
export function setTable(table: Table, surroundings: TableSurroundings): TableGalley {
  const { structure, frame, root, typecase, followed, parts } = surroundings;
  if (before !== null && isAlike(before, table, surroundings)) {
    structure.addAlike(before.structure, before.end);
    return before.galley;
  }
  const first = structure.length;
  const galley = setAnew(table, surroundings);
  const end = structure.length;
  before = { table, structure, frame, root, typecase, followed, parts, first, end, galley };
  return galley;
}

function setAnew(
  table: Table,
  { frame, root, typecase, structure, followed, parts }: TableSurroundings,
): TableGalley {
  const edges = columnEdges(
    table.columns.map((column) => column.width),
    frame.width,
  );
  const style = tableStyles[table.size];
  const setting: TableSetting = {
    typecase,
    structure,
    edges,
    style,
    parent: structure.add('Table', root, tableOrigin(table.place)),
    parts,
    looks: [],
  };
  const cuttings = rowCuttings(table.body, { edges, style, frameHeight: frame.height, followed });
  return {
    kind: 'table',
    edges,
    head: setRows(table.head, setting, [], 0),
    body: setRows(table.body, setting, cuttings, table.head.length),
  };
}
