import { nowhere, type Place } from '../diagnostics/place.ts';
import type { Table, TableCell, TableRow } from '../document/table.ts';
import type { Frame } from '../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRoles, tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines } from './break-lines.ts';
import type { TableGalley, TableGalleyCell, TableGalleyRow } from './galley.ts';
import type { RunStyle, Typecase } from './glyph.ts';
import type { Origin, PlacedItem } from './page.ts';
import { placeLine } from './place-line.ts';
import { baselineOf } from './set-text.ts';
import type { Structure } from './structure.ts';

interface TableSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly edges: readonly Points[];
  readonly style: TableStyle;
  readonly parent: number;
}

const from = (place: Place): Origin => ({ kind: 'table', place });

/** Styles of cells, one object for equal values. */
const runStyles = new Map<string, RunStyle>();

function runStyle(role: TableCell['role'], size: Points): RunStyle {
  const key = `${role} ${size}`;
  const style = runStyles.get(key) ?? { role: tableRoles[role], size, ...cellRun };
  runStyles.set(key, style);
  return style;
}

/** The lines of a cell, each with y from the top of its own line box. */
function setCell(cell: TableCell, row: number, setting: TableSetting): TableGalleyCell {
  const { typecase, structure, edges, style } = setting;
  const role = cell.role === 'head' ? 'TH' : 'TD';
  const element = structure.add(role, row, from(cell.place), cell);
  const left = (edges[cell.column] ?? 0) + style.paddingAcross;
  const right = (edges[cell.column + cell.columnSpan] ?? 0) - style.paddingAcross;
  const run = runStyle(cell.role, style.size);
  const lines: PlacedItem[][] = [];
  for (const inlines of cell.paragraphs) {
    const glyphs = typecase.inlines(inlines, run);
    for (const { start, end, last } of breakLines(glyphs, right - left, right - left)) {
      const y = baselineOf(style.pitch);
      const place = {
        x: left,
        width: right - left,
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
): TableGalleyRow[] {
  const cells = rows.map((row) => {
    const element = setting.structure.add('TR', setting.parent, from(row.cells[0]?.place ?? nowhere));
    return row.cells.map((cell) => setCell(cell, element, setting));
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
}

/** Sets a table as wide as its frame. */
export function setTable(
  table: Table,
  { frame, root, typecase, structure, followed }: TableSurroundings,
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
  };
  const cuttings = rowCuttings(table.body, { edges, style, frameHeight: frame.height, followed });
  return {
    kind: 'table',
    edges,
    head: setRows(table.head, setting, []),
    body: setRows(table.body, setting, cuttings),
  };
}
