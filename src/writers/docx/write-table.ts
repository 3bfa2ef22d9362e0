import type { Alignment, Table, TableCell, TableRow } from '../../document/table.ts';
import type { Format } from '../../format/format.ts';
import type { Frame } from '../../format/page.ts';
import { columnEdges, heightOfLines, type RowCutting, rowCuttings } from '../../format/table-geometry.ts';
import { type TableStyle, tableRoles, tableRule, tableStyles } from '../../format/type-styles.ts';
import { toEighths, toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { inlineRuns, plainRun } from './runs.ts';
import { cellStyle } from './style-ids.ts';
import { tag } from './xml.ts';

/** A table under way: its measures and the columns' edges in twips. */
interface TableSetting {
  readonly table: Table;
  readonly style: TableStyle;
  readonly edges: readonly number[];
  readonly format: Format;
}

const words = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

/** Alignments the paragraph styles of cells have already. */
const styledAlign: Readonly<Record<TableCell['role'], Alignment>> = {
  head: 'center',
  label: 'center',
  body: 'left',
};

function writeParagraphs(
  { paragraphs, role, align }: TableCell,
  { table, style, format }: TableSetting,
  keep: string,
): string {
  const id = cellStyle(table.size, role);
  const setting = plainRun({ role: tableRoles[role], size: style.size, tracking: 0 }, format);
  const departure = keep + (align === styledAlign[role] ? '' : tag('jc', { val: words[align] }));
  if (paragraphs.length === 0) return paragraph(id, '', departure);
  return paragraphs.map((inlines) => paragraph(id, inlineRuns(inlines, setting), departure)).join('');
}

/** What stands at a column of a row: a cell that begins here, or the lower part of one from above. */
interface Slot {
  readonly cell: TableCell;
  readonly begins: boolean;
}

function writeCell({ cell, begins }: Slot, setting: TableSetting, keepsWithNext: boolean): string {
  const { edges } = setting;
  const { column, columnSpan, rowSpan, vertical, role } = cell;
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0);
  const span = columnSpan > 1 ? tag('gridSpan', { val: columnSpan }) : '';
  const merge = rowSpan > 1 ? (begins ? tag('vMerge', { val: 'restart' }) : tag('vMerge')) : '';
  const align = vertical === 'middle' ? tag('vAlign', { val: 'center' }) : '';
  const keep = keepsWithNext ? tag('keepNext') : '';
  const content = begins
    ? writeParagraphs(cell, setting, keep)
    : paragraph(cellStyle(setting.table.size, role), '', keep);
  return `<w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}${span}${merge}${align}</w:tcPr>${content}</w:tc>`;
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
  const setting: TableSetting = { table, style, edges, format };
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
