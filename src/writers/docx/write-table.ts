import type { Alignment, Table, TableCell, TableRow } from '../../document/table.ts';
import type { Format } from '../../format/format.ts';
import type { Frame } from '../../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../../format/table-geometry.ts';
import { cellRun, type TableStyle, tableRoles, tableRule, tableStyles } from '../../format/type-styles.ts';
import { toEighths, toTwips } from '../../format/units.ts';
import { paragraphOpening } from './paragraph.ts';
import { inlineRuns, plainRun, type RunSetting } from './runs.ts';
import { cellStyle } from './style-ids.ts';
import { tag } from './xml.ts';

/** A table under way: its measures and the columns' edges in twips. */
interface TableSetting {
  readonly table: Table;
  readonly style: TableStyle;
  readonly edges: readonly number[];
  readonly runs: Readonly<Record<TableCell['role'], RunSetting>>;
  /** What cells and their paragraphs begin with, by all that it depends on. */
  readonly openings: Map<string, { readonly cell: string; readonly paragraph: string }>;
}

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
): string {
  const keep = keepsWithNext ? tag('keepNext') : '';
  const departure = !begins || align === styledAlign[role] ? '' : tag('jc', { val: words[align] });
  return paragraphOpening(cellStyle(size, role), keep + departure);
}

function writeCell(slot: Slot, setting: TableSetting, keepsWithNext: boolean): string {
  const { cell, begins } = slot;
  const { openings, runs, edges, table } = setting;
  const { column, columnSpan, rowSpan, vertical, role, align, paragraphs } = cell;
  const key = `${column} ${columnSpan} ${rowSpan > 1} ${vertical} ${begins} ${role} ${align} ${keepsWithNext}`;
  let opening = openings.get(key);
  if (opening === undefined) {
    opening = {
      cell: `<w:tc>${cellProperties(slot, edges)}`,
      paragraph: paragraphProperties(cell, begins, keepsWithNext, table.size),
    };
    openings.set(key, opening);
  }
  if (!begins || paragraphs.length === 0) return `${opening.cell}${opening.paragraph}</w:p></w:tc>`;
  let xml = opening.cell;
  for (const inlines of paragraphs) xml += `${opening.paragraph}${inlineRuns(inlines, runs[role])}</w:p>`;
  return `${xml}</w:tc>`;
}

function writeRow(
  row: TableRow,
  slots: readonly Slot[],
  setting: TableSetting,
  traits: RowCutting & { readonly repeated: boolean },
): string {
  const least = heightOfLines(Math.max(1, row.minimumLines), setting.style);
  const whole = traits.mayBeCut ? '' : tag('cantSplit');
  const room = row.minimumLines > 1 ? tag('trHeight', { val: toTwips(least), hRule: 'atLeast' }) : '';
  const properties = whole + room + (traits.repeated ? tag('tblHeader') : '');
  const cells = slots.map((slot) => writeCell(slot, setting, traits.keepsWithNext)).join('');
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

const head = { mayBeCut: false, keepsWithNext: false, repeated: true };
const body = { mayBeCut: false, keepsWithNext: false, repeated: false };

/** Rows with the lower parts of merged cells filled in, as Word wants them. */
function writeRows(
  rows: readonly TableRow[],
  setting: TableSetting,
  cuttings: readonly RowCutting[] | null,
): string {
  let open: { readonly cell: TableCell; readonly until: number }[] = [];
  let xml = '';
  for (const [index, row] of rows.entries()) {
    open = open.filter(({ until }) => until > index);
    const slots = [
      ...row.cells.map((cell) => ({ cell, begins: true })),
      ...open.map(({ cell }) => ({ cell, begins: false })),
    ].sort((a, b) => a.cell.column - b.cell.column);
    xml += writeRow(row, slots, setting, cuttings === null ? head : { ...body, ...cuttings[index] });
    for (const cell of row.cells) if (cell.rowSpan > 1) open.push({ cell, until: index + cell.rowSpan });
  }
  return xml;
}

const rule = { val: 'single', sz: toEighths(tableRule), space: 0, color: 'auto' } as const;
const rules = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(side, rule))
  .join('');

/**
 * A ruled table as wide as its frame: fixed layout, widths in twips, head rows repeated on every page,
 * rows whole unless one is very high, the last ones together. `followed` tells whether words below belong to it.
 */
export function writeTable(table: Table, frame: Frame, followed: boolean, format: Format): string {
  const style = tableStyles[table.size];
  const shares = table.columns.map((column) => column.width);
  const places = columnEdges(shares, frame.width);
  const edges = places.map(toTwips);
  const run = (role: TableCell['role']) =>
    plainRun({ role: tableRoles[role], size: style.size, ...cellRun }, format);
  const runs = { head: run('head'), label: run('label'), body: run('body') };
  const setting: TableSetting = { table, style, edges, runs, openings: new Map() };
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
  const rows = writeRows(table.head, setting, null) + writeRows(table.body, setting, cuttings);
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows}</w:tbl>`;
}
