import { nowhere, type Place } from '../diagnostics/place.ts';
import { type LineFitting, linesOfPart, type PartFitting } from '../document/fitting.ts';
import type { Inline } from '../document/inline.ts';
import type { Table, TableCell, TableRow } from '../document/table.ts';
import type { Frame } from '../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRoles, tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines, type Line } from './break-lines.ts';
import { retracked } from './fit-last-line.ts';
import type { CellLine, CellMeasure, TableGalley, TableGalleyCell, TableGalleyRow } from './galley.ts';
import type { RunStyle, Typecase } from './glyph.ts';
import type { Origin } from './page.ts';
import { narrowed } from './set-text.ts';
import type { Structure } from './structure.ts';

interface TableSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly edges: readonly Points[];
  readonly style: TableStyle;
  readonly parent: number;
  /** Paragraphs of cells whose last line would be a single character. */
  readonly parts: readonly PartFitting[];
  /** Looks of the cells so far, by their first column. */
  readonly looks: CellLook[][];
}

const from = (place: Place): Origin => ({ kind: 'table', place });

/** Styles of cells, one object for equal values. */
const runStyles = new Map<string, RunStyle>();

/** Face and size of a cell's words. */
export function runStyle(role: TableCell['role'], size: Points): RunStyle {
  const key = `${role} ${size}`;
  const style = runStyles.get(key) ?? { role: tableRoles[role], size, ...cellRun };
  runStyles.set(key, style);
  return style;
}

/** What cells of a column have in common. */
interface CellLook extends Pick<TableCell, 'columnSpan' | 'role' | 'align'> {
  readonly run: RunStyle;
  readonly measure: CellMeasure;
}

function lookOf({ column, columnSpan, role, align }: TableCell, setting: TableSetting): CellLook {
  const { looks, edges, style } = setting;
  looks[column] ??= [];
  const ofColumn = looks[column];
  const made = ofColumn.find(
    (look) => look.columnSpan === columnSpan && look.role === role && look.align === align,
  );
  if (made !== undefined) return made;
  const run = runStyle(role, style.size);
  const left = (edges[column] ?? 0) + style.paddingAcross;
  const width = (edges[column + columnSpan] ?? 0) - style.paddingAcross - left;
  const look = { columnSpan, role, align, run, measure: { left, width } };
  ofColumn.push(look);
  return look;
}

/** The lines of a paragraph of a cell. */
function breakParagraph(
  inlines: readonly Inline[],
  { run, align, measure: usual }: CellLook,
  { tracking, narrower }: LineFitting,
  typecase: Typecase,
): readonly CellLine[] {
  const glyphs = retracked(typecase.inlines(inlines, run), tracking);
  const measure = narrower === 0 ? usual : narrowedMeasure(usual, narrower, align);
  const broken = breakLines(glyphs, measure.width, measure.width);
  const [only] = broken;
  // Most cells have one line: a list that grows would be far too large.
  if (broken.length === 1 && only !== undefined) return [{ glyphs, line: only, measure }];
  const lines: CellLine[] = [];
  for (let index = 0; index < broken.length; index++) {
    lines.push({ glyphs, line: broken[index] as Line, measure });
  }
  return lines;
}

function narrowedMeasure(
  { left, width }: CellMeasure,
  narrower: Points,
  align: CellLook['align'],
): CellMeasure {
  const narrow = narrowed({ left, firstLeft: left, right: left + width }, narrower, align);
  return { left: narrow.left, width: narrow.right - narrow.left };
}

/** A cell with its lines; `row` is that of its element, `parts` those of its row. */
function setCell(
  cell: TableCell,
  row: number,
  setting: TableSetting,
  parts: readonly PartFitting[],
): TableGalleyCell {
  const { structure, style, typecase } = setting;
  const { column, columnSpan, rowSpan, align, vertical, paragraphs } = cell;
  const element = structure.add(cell.role === 'head' ? 'TH' : 'TD', row, from(cell.place), cell);
  const look = lookOf(cell, setting);
  let lines: readonly CellLine[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const fitting = linesOfPart(parts, parts[0]?.row, column, index);
    const broken = breakParagraph(paragraphs[index] ?? [], look, fitting, typecase);
    lines = index === 0 ? broken : [...lines, ...broken];
  }
  const { pitch, paddingDown: padding } = style;
  return { column, columnSpan, rowSpan, align, vertical, element, lines, pitch, padding };
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
  const element = setting.structure.add('TR', setting.parent, from(cells[0]?.place ?? nowhere));
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
    parent: structure.add('Table', root, from(table.place)),
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
