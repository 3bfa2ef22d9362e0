import { nowhere, type Place } from '../diagnostics/place.ts';
import { linesOfPart, type PartFitting } from '../document/fitting.ts';
import type { Table, TableCell, TableRow } from '../document/table.ts';
import type { Frame } from '../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRoles, tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines } from './break-lines.ts';
import { retracked } from './fit-last-line.ts';
import type { TableGalley, TableGalleyCell, TableGalleyRow } from './galley.ts';
import type { RunStyle, Typecase } from './glyph.ts';
import type { Origin, PlacedItem } from './page.ts';
import { placeLine } from './place-line.ts';
import { baselineOf, narrowed } from './set-text.ts';
import type { Structure } from './structure.ts';

interface TableSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly edges: readonly Points[];
  readonly style: TableStyle;
  readonly parent: number;
  /** Paragraphs of cells whose last line would be a single character. */
  readonly parts: readonly PartFitting[];
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

/** The lines of a cell, each with y from the top of its own line box; `row` is that of its element, `parts` those of its row. */
function setCell(
  cell: TableCell,
  row: number,
  setting: TableSetting,
  parts: readonly PartFitting[],
): TableGalleyCell {
  const { typecase, structure, edges, style } = setting;
  const role = cell.role === 'head' ? 'TH' : 'TD';
  const element = structure.add(role, row, from(cell.place), cell);
  const left = (edges[cell.column] ?? 0) + style.paddingAcross;
  const right = (edges[cell.column + cell.columnSpan] ?? 0) - style.paddingAcross;
  const run = runStyle(cell.role, style.size);
  const lines: PlacedItem[][] = [];
  for (const [index, inlines] of cell.paragraphs.entries()) {
    const { tracking, narrower } = linesOfPart(parts, parts[0]?.row, cell.column, index);
    const glyphs = retracked(typecase.inlines(inlines, run), tracking);
    const measure = narrowed({ left, firstLeft: left, right }, narrower, cell.align);
    const width = measure.right - measure.left;
    for (const { start, end, last } of breakLines(glyphs, width, width)) {
      const y = baselineOf(style.pitch);
      const place = {
        x: measure.left,
        width,
        y,
        align: cell.align,
        last,
        colour: 'black' as const,
        element,
      };
      lines.push(placeLine(glyphs, start, end, place));
    }
  }
  const { column, columnSpan, rowSpan, vertical } = cell;
  return { column, columnSpan, rowSpan, vertical, lines, pitch: style.pitch, padding: style.paddingDown };
}

/** Heights of rows: what their cells need; a cell over several rows widens the last of them. */
function rowHeights(
  rows: readonly TableRow[],
  cells: readonly TableGalleyCell[][],
  style: TableStyle,
): Points[] {
  const heights = rows.map((row) => heightOfLines(Math.max(1, row.minimumLines), style));
  for (const [index, row] of cells.entries()) {
    for (const cell of row) {
      if (cell.rowSpan === 1)
        heights[index] = Math.max(heights[index] ?? 0, heightOfLines(cell.lines.length, style));
    }
  }
  for (const [index, row] of cells.entries()) {
    for (const cell of row) {
      if (cell.rowSpan === 1) continue;
      const last = index + cell.rowSpan - 1;
      const total = heights.slice(index, last + 1).reduce((sum, height) => sum + height, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, heightOfLines(cell.lines.length, style) - total);
    }
  }
  return heights;
}

const neverCut: RowCutting = { mayBeCut: false, keepsWithNext: false };

function setRows(
  rows: readonly TableRow[],
  setting: TableSetting,
  cuttings: readonly RowCutting[],
  first: number,
): TableGalleyRow[] {
  const cells = rows.map((row, index) => {
    const element = setting.structure.add('TR', setting.parent, from(row.cells[0]?.place ?? nowhere));
    const parts =
      setting.parts.length === 0 ? setting.parts : setting.parts.filter((part) => part.row === first + index);
    return row.cells.map((cell) => setCell(cell, element, setting, parts));
  });
  const heights = rowHeights(rows, cells, setting.style);
  return cells.map((row, index) => {
    const { mayBeCut, keepsWithNext } = cuttings[index] ?? neverCut;
    return { height: heights[index] ?? 0, cells: row, mayBeCut, keepWithNext: keepsWithNext };
  });
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

/** Sets a table as wide as its frame. */
export function setTable(
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
  };
  const cuttings = rowCuttings(table.body, { edges, style, frameHeight: frame.height, followed });
  return {
    kind: 'table',
    edges,
    head: setRows(table.head, setting, [], 0),
    body: setRows(table.body, setting, cuttings, table.head.length),
  };
}
