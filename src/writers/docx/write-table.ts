import { type LineFitting, linesOfPart, type PartFitting, plainLines } from '../../document/fitting.ts';
import type { Alignment, Table, TableCell, TableRow } from '../../document/table.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRoles, tableRule, tableStyles } from '../../format/type-styles.ts';
import { toEighths, toTwips } from '../../format/units.ts';
import { type Markup, MarkupWriter } from './markup.ts';
import { indents, paragraphOpening } from './paragraph.ts';
import {
  inlineRuns,
  plainRun,
  plainRunClosing,
  plainRunOpening,
  plainWords,
  type RunSetting,
  tracked,
} from './runs.ts';
import { cellStyle } from './style-ids.ts';
import type { Surroundings } from './write-block.ts';
import { tag } from './xml.ts';

/** A table under way: its measures, the columns' edges in twips, and what is written. */
interface TableSetting {
  readonly table: Table;
  readonly style: TableStyle;
  readonly edges: readonly number[];
  readonly runs: Readonly<Record<TableCell['role'], RunSetting>>;
  /** How the last cell of each column looked, and the last part of one from above. */
  readonly looks: { readonly beginning: Look[]; readonly covered: Look[] };
  readonly markup: MarkupWriter;
}

/** What a cell and its paragraphs begin with, and all that it depends on: most cells look like the one above. */
interface Look {
  readonly cell: TableCell;
  readonly keepsWithNext: boolean;
  readonly opening: string;
  /** The opening up to words that stand in one plain run. */
  readonly plainOpening: string;
  readonly paragraph: string;
}

/** What a cell ends with, and one of words that stand in one plain run. */
const closing = '</w:p></w:tc>';
const plainClosing = plainRunClosing + closing;

const looksAlike = (look: Look, cell: TableCell, keepsWithNext: boolean): boolean =>
  look.cell.align === cell.align &&
  look.cell.role === cell.role &&
  look.cell.vertical === cell.vertical &&
  look.cell.columnSpan === cell.columnSpan &&
  look.cell.rowSpan > 1 === cell.rowSpan > 1 &&
  look.keepsWithNext === keepsWithNext;

const words = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

/** Alignments the paragraph styles of cells have already. */
const styledAlign: Readonly<Record<TableCell['role'], Alignment>> = {
  head: 'center',
  label: 'center',
  body: 'left',
};

/** What stands at a column of a row: a cell that begins here, or the lower part of one from above. */
interface Slot {
  readonly cell: TableCell;
  readonly begins: boolean;
}

/** The properties of a cell, which many cells of a column share. */
function cellProperties({ cell, begins }: Slot, edges: readonly number[]): string {
  const { column, columnSpan, rowSpan, vertical } = cell;
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0);
  const span = columnSpan > 1 ? tag('gridSpan', { val: columnSpan }) : '';
  const merge = rowSpan > 1 ? (begins ? tag('vMerge', { val: 'restart' }) : tag('vMerge')) : '';
  const align = vertical === 'middle' ? tag('vAlign', { val: 'center' }) : '';
  return `<w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}${span}${merge}${align}</w:tcPr>`;
}

/** The properties of the paragraphs of a cell. */
function paragraphProperties(
  { role, align }: TableCell,
  begins: boolean,
  keepsWithNext: boolean,
  size: Table['size'],
  lines: LineFitting,
): string {
  const keep = keepsWithNext ? tag('keepNext') : '';
  const departure = !begins || align === styledAlign[role] ? '' : tag('jc', { val: words[align] });
  return paragraphOpening(cellStyle(size, role), keep + indents(lines, align) + departure);
}

function lookOf(slot: Slot, { looks, edges, table }: TableSetting, keepsWithNext: boolean): Look {
  const { cell, begins } = slot;
  const known = begins ? looks.beginning : looks.covered;
  const above = known[cell.column];
  if (above !== undefined && looksAlike(above, cell, keepsWithNext)) return above;
  const paragraph = paragraphProperties(cell, begins, keepsWithNext, table.size, plainLines);
  const opening = `<w:tc>${cellProperties(slot, edges)}${paragraph}`;
  const look = { cell, keepsWithNext, opening, plainOpening: opening + plainRunOpening, paragraph };
  known[cell.column] = look;
  return look;
}

/** A cell with paragraphs that are fitted, as few are. */
function writeFittedCell(
  slot: Slot,
  { markup, runs, edges, table }: TableSetting,
  keepsWithNext: boolean,
  parts: readonly PartFitting[],
): void {
  const { cell, begins } = slot;
  const { column, role, paragraphs } = cell;
  const row = parts[0]?.row;
  markup.once(`<w:tc>${cellProperties(slot, edges)}`);
  for (const [index, inlines] of paragraphs.entries()) {
    const lines = linesOfPart(parts, row, column, index);
    const opening = paragraphProperties(cell, begins, keepsWithNext, table.size, lines);
    markup.once(`${opening}${inlineRuns(inlines, tracked(runs[role], lines))}</w:p>`);
  }
  markup.again('</w:tc>');
}

/** A cell; `parts` are the fitted paragraphs of its row. */
function writeCell(
  slot: Slot,
  setting: TableSetting,
  keepsWithNext: boolean,
  parts: readonly PartFitting[],
): void {
  const { markup, runs } = setting;
  const { cell, begins } = slot;
  if (begins && parts.some(({ column }) => column === cell.column)) {
    writeFittedCell(slot, setting, keepsWithNext, parts);
    return;
  }
  const look = lookOf(slot, setting, keepsWithNext);
  const [first = [], ...others] = begins ? cell.paragraphs : [];
  const words = others.length > 0 ? null : plainWords(first, runs[cell.role]);
  if (words !== null) {
    markup.again(look.plainOpening);
    markup.once(words);
    markup.again(plainClosing);
    return;
  }
  markup.again(look.opening);
  markup.once(inlineRuns(first, runs[cell.role]));
  for (const inlines of others) {
    markup.again(`</w:p>${look.paragraph}`);
    markup.once(inlineRuns(inlines, runs[cell.role]));
  }
  markup.again(closing);
}

/** How a row of the head, or of the body without more to say, behaves at a page's end. */
const whole: RowCutting = { mayBeCut: false, keepsWithNext: false };

/** What a row begins with. */
function rowOpening({ minimumLines }: TableRow, style: TableStyle, mayBeCut: boolean, repeated: boolean) {
  const least = toTwips(heightOfLines(minimumLines, style));
  const properties =
    (mayBeCut ? '' : tag('cantSplit')) +
    (minimumLines > 1 ? tag('trHeight', { val: least, hRule: 'atLeast' }) : '') +
    (repeated ? tag('tblHeader') : '');
  return properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${properties}</w:trPr>`;
}

/** Cells that begin in a row, and the lower parts of those from above, as Word wants them, in the order of their columns. */
function slotsOf(row: TableRow, open: readonly TableCell[]): readonly Slot[] {
  const beginning = row.cells.map((cell) => ({ cell, begins: true }));
  if (open.length === 0) return beginning;
  return [...beginning, ...open.map((cell) => ({ cell, begins: false }))].sort(
    (a, b) => a.cell.column - b.cell.column,
  );
}

/** Writes rows; without cuttings those of the head, which are repeated. */
function writeRows(
  rows: readonly TableRow[],
  setting: TableSetting,
  cuttings: readonly RowCutting[] | null,
  parts: readonly PartFitting[],
  firstRow: number,
): void {
  const { markup, style } = setting;
  let open: { readonly cell: TableCell; readonly until: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const { mayBeCut, keepsWithNext } = cuttings?.[index] ?? whole;
    open = open.filter(({ until }) => until > index);
    const fitted = parts.length === 0 ? parts : parts.filter((part) => part.row === firstRow + index);
    markup.again(rowOpening(row, style, mayBeCut, cuttings === null));
    const above = open.map(({ cell }) => cell);
    for (const slot of slotsOf(row, above)) writeCell(slot, setting, keepsWithNext, fitted);
    markup.again('</w:tr>');
    for (const cell of row.cells) if (cell.rowSpan > 1) open.push({ cell, until: index + cell.rowSpan });
  }
}

const rule = { val: 'single', sz: toEighths(tableRule), space: 0, color: 'auto' } as const;
const rules = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(side, rule))
  .join('');

/**
 * A ruled table as wide as its frame: fixed layout, widths in twips, head rows repeated on every page,
 * rows whole unless one is very high, the last ones together. `followed` tells whether words below belong to it.
 */
export function writeTable(
  table: Table,
  { frame, followed, format, fitting }: Pick<Surroundings, 'frame' | 'followed' | 'format' | 'fitting'>,
): Markup {
  const style = tableStyles[table.size];
  const shares = table.columns.map((column) => column.width);
  const places = columnEdges(shares, frame.width);
  const edges = places.map(toTwips);
  const run = (role: TableCell['role']) =>
    plainRun({ role: tableRoles[role], size: style.size, ...cellRun }, format);
  const runs = { head: run('head'), label: run('label'), body: run('body') };
  const markup = new MarkupWriter();
  const looks = { beginning: [], covered: [] };
  const setting: TableSetting = { table, style, edges, runs, looks, markup };
  const cuttings = rowCuttings(table.body, { edges: places, style, frameHeight: frame.height, followed });
  // Programs let the upper rule of a row take its width from the row: padding gives it back.
  const down = toTwips(style.paddingDown);
  const across = toTwips(style.paddingAcross);
  const margins = [
    tag('top', { w: down - toTwips(tableRule), type: 'dxa' }),
    tag('left', { w: across, type: 'dxa' }),
    tag('bottom', { w: down, type: 'dxa' }),
    tag('right', { w: across, type: 'dxa' }),
  ].join('');
  const properties = [
    tag('tblW', { w: edges.at(-1) ?? 0, type: 'dxa' }),
    tag('tblInd', { w: 0, type: 'dxa' }),
    `<w:tblBorders>${rules}</w:tblBorders>`,
    tag('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${margins}</w:tblCellMar>`,
  ].join('');
  const grid = edges.slice(1).map((edge, index) => tag('gridCol', { w: edge - (edges[index] ?? 0) }));
  markup.once(`<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>`);
  writeRows(table.head, setting, null, fitting.parts, 0);
  writeRows(table.body, setting, cuttings, fitting.parts, table.head.length);
  markup.again('</w:tbl>');
  return markup.finish();
}
