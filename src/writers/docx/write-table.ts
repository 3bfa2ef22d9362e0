import { linesOfPart, type PartFitting, plainLines } from '../../document/fitting.ts';
import type { Table, TableCell, TableRow } from '../../document/table.ts';
import type { Format } from '../../format/format.ts';
import { type RowCutting, rowCuttings } from '../../format/table-geometry.ts';
import { cellRun, tableRoles } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';
import { latest } from '../../keeping/latest.ts';
import { type Markup, MarkupWriter } from './markup.ts';
import { inlineRuns, plainRun, plainWords, type RunSetting, tracked } from './runs.ts';
import { shapeOf, type TableShape } from './table-shape.ts';
import type { Surroundings } from './write-block.ts';

/** A table under way. */
interface TableSetting {
  readonly shape: TableShape;
  readonly runs: Readonly<Record<TableCell['role'], RunSetting>>;
  readonly markup: MarkupWriter;
}

/** Writes a cell that begins in this row; `parts` are the fitted paragraphs of the row. */
function writeCell(
  cell: TableCell,
  { shape, markup, runs }: TableSetting,
  keepsWithNext: boolean,
  parts: readonly PartFitting[],
): void {
  const { paragraphs, column } = cell;
  const run = runs[cell.role];
  const row = parts[0]?.row;
  const first = paragraphs[0] ?? [];
  const lines = linesOfPart(parts, row, column, 0);
  const look = shape.lookOf(cell, true, keepsWithNext, lines);
  const words = paragraphs.length === 1 ? plainWords(first, run) : null;
  if (words !== null) {
    markup.again(look.plainOpening);
    markup.once(words);
    markup.again(shape.plainClosing);
    return;
  }
  markup.again(look.opening);
  markup.once(inlineRuns(first, tracked(run, lines)));
  for (let index = 1; index < paragraphs.length; index++) {
    const further = linesOfPart(parts, row, column, index);
    markup.again(shape.lookOf(cell, true, keepsWithNext, further).nextParagraph);
    markup.once(inlineRuns(paragraphs[index] ?? [], tracked(run, further)));
  }
  markup.again(shape.cellClosing);
}

/** Writes the part of a cell from above that stands in this row. */
function writeCovered(cell: TableCell, { shape, markup }: TableSetting, keepsWithNext: boolean): void {
  markup.again(shape.lookOf(cell, false, keepsWithNext, plainLines).opening);
  markup.again(shape.cellClosing);
}

/** How a row of the head, or of the body without more to say, behaves at a page's end. */
const whole: RowCutting = { mayBeCut: false, keepsWithNext: false };

/**
 * Writes rows, the lower parts of merged cells filled in as Word wants them; without cuttings those of the head, which
 * are repeated. `parts` are the fitted paragraphs of the table, in which the first of these rows has a number.
 */
function writeRows(
  rows: readonly TableRow[],
  setting: TableSetting,
  cuttings: readonly RowCutting[] | null,
  parts: readonly PartFitting[],
  firstRow: number,
): void {
  const { markup, shape } = setting;
  /** Cells that reach into the rows below, with the row they end before. */
  let open: readonly { readonly cell: TableCell; readonly until: number }[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as TableRow;
    const { mayBeCut, keepsWithNext } = cuttings?.[index] ?? whole;
    if (open.length > 0) open = open.filter(({ until }) => until > index);
    const covered = open.length === 0 ? [] : open.map(({ cell }) => cell);
    const fitted = parts.length === 0 ? parts : parts.filter((part) => part.row === firstRow + index);
    markup.again(shape.rowOpening(row.minimumLines, mayBeCut, cuttings === null));
    for (const cell of inOrder(row.cells, covered)) {
      if (covered.includes(cell)) writeCovered(cell, setting, keepsWithNext);
      else {
        writeCell(cell, setting, keepsWithNext, fitted);
        if (cell.rowSpan > 1) open = [...open, { cell, until: index + cell.rowSpan }];
      }
    }
    markup.again(shape.rowClosing);
  }
}

/** Cells of a row and those from above, in the order of their columns. */
const inOrder = (cells: readonly TableCell[], covered: readonly TableCell[]): readonly TableCell[] =>
  covered.length === 0 ? cells : [...cells, ...covered].sort((a, b) => a.column - b.column);

/** A ruled table as wide as its frame. */
export const writeTable = (
  table: Table,
  { frame, followed, format, fitting }: Pick<Surroundings, 'frame' | 'followed' | 'format' | 'fitting'>,
): Markup => tableMarkup(table, frame.width, frame.height, followed, format, fitting.parts);

/**
 * A table in fixed layout, widths in twips, head rows repeated on every page,
 * rows whole unless one is very high, the last ones together. `followed` tells whether words below belong to it.
 */
const tableMarkup = latest(function writeAnew(
  table: Table,
  width: Points,
  frameHeight: Points,
  followed: boolean,
  format: Format,
  parts: readonly PartFitting[],
): Markup {
  const shape = shapeOf(table, width);
  const { style, edges } = shape;
  const run = (role: TableCell['role']) =>
    plainRun({ role: tableRoles[role], size: style.size, ...cellRun }, format);
  const runs = { head: run('head'), label: run('label'), body: run('body') };
  const markup = new MarkupWriter();
  const setting: TableSetting = { shape, runs, markup };
  markup.again(shape.opening);
  writeRows(table.head, setting, null, parts, 0);
  const measure = { edges, style, frameHeight, followed };
  writeRows(table.body, setting, rowCuttings(table.body, measure), parts, table.head.length);
  markup.again(shape.closing);
  return markup.finish();
});
