import type { Block } from '../document/block.ts';
import { plainText } from '../document/inline.ts';
import type { TableCell, TableRow } from '../document/table.ts';
import { scriptGap, setWidthInCharacters } from './spacing.ts';
import { local } from './standard.ts';
import type { TableStyle } from './type-styles.ts';
import type { Points } from './units.ts';
import { toTwips } from './units.ts';

/**
 * Edges of a table's columns from its left edge: the shares stretched to the width, rounded to twips, so that
 * Word and PDF rule the same lines. One more than there are columns.
 */
export function columnEdges(shares: readonly number[], width: Points): readonly Points[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const edges = [0];
  let taken = 0;
  for (const share of shares) {
    taken += share;
    edges.push(toTwips((width * taken) / total) / 20);
  }
  return edges;
}

/** Height of so many lines between two rules. */
export const heightOfLines = (lines: number, { pitch, paddingDown }: TableStyle): Points =>
  lines * pitch + 2 * paddingDown;

/** Where a table may be cut between pages; custom. */
const cutting = {
  /** A row higher than this share of a page may be cut between its lines. */
  cutAbove: local(0.5),
  /** What stands on a table's last page has at least so many lines: a signature is not left alone. */
  linesTogether: local(5),
} as const;

/** How a row behaves where a page ends. */
export interface RowCutting {
  /** It may be cut between its lines. */
  readonly mayBeCut: boolean;
  /** It stands on one page with what follows: the next row or, for the last one, the paragraph below the table. */
  readonly keepsWithNext: boolean;
}

/** What has to be known of a table to tell how its rows behave. */
export interface TableMeasure {
  readonly edges: readonly Points[];
  readonly style: TableStyle;
  /** Height of the frame the table stands in. */
  readonly frameHeight: Points;
  /** Whether words that belong to the table stand below it. */
  readonly followed: boolean;
}

/** Width of a text in characters: for layout that must not depend on a face. */
type TextMeasure = (text: string) => number;

/** No character is wider than 字 with a space beside it. */
const widthAtMost: TextMeasure = (text) => text.length * (1 + scriptGap.value);

/** Lines a cell will take, by width alone. */
function linesOf(cell: TableCell, { edges, style }: TableMeasure, widthOf: TextMeasure): number {
  const { paragraphs, column, columnSpan } = cell;
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0) - 2 * style.paddingAcross;
  let lines = 0;
  for (const inlines of paragraphs) {
    const text = plainText(inlines);
    const fits = widthAtMost(text) * style.size <= width;
    lines += fits ? 1 : Math.max(1, Math.ceil((widthOf(text) * style.size) / width));
  }
  return lines;
}

/** Height of a row; what reaches below it does not count. */
function heightOfRow({ cells, minimumLines }: TableRow, table: TableMeasure, widthOf: TextMeasure): Points {
  let lines = Math.max(1, minimumLines);
  for (const cell of cells) if (cell.rowSpan === 1) lines = Math.max(lines, linesOf(cell, table, widthOf));
  return heightOfLines(lines, table.style);
}

/** A row that sums up those above it (小计, 合计) or is signed: it opens with a label over several columns. */
const closes = (row: TableRow | undefined): boolean =>
  row?.cells[0]?.role === 'label' && row.cells[0].columnSpan > 1;

/** How the rows of a table behave where a page ends: by estimated heights, so that Word and PDF are told the same. */
export function rowCuttings(rows: readonly TableRow[], table: TableMeasure): readonly RowCutting[] {
  const { style, frameHeight, followed } = table;
  const highest = frameHeight * cutting.cutAbove.value;
  const isHigh = (row: TableRow): boolean =>
    heightOfRow(row, table, widthAtMost) > highest && heightOfRow(row, table, setWidthInCharacters) > highest;
  const mayBeCut = rows.map(isHigh);
  const height = (row: TableRow | undefined): Points =>
    row === undefined ? 0 : heightOfRow(row, table, setWidthInCharacters);
  const together = heightOfLines(cutting.linesTogether.value, style);
  const last = rows.length - 1;
  let first = last;
  let kept = height(rows[last]);
  while (first > 0 && kept < together && !mayBeCut[first - 1]) {
    first--;
    kept += height(rows[first]);
  }
  return rows.map((_, index) => ({
    mayBeCut: mayBeCut[index] ?? false,
    keepsWithNext:
      index === last ? followed : index >= first || (closes(rows[index + 1]) && mayBeCut[index] === false),
  }));
}

/** Whether a block is a note or a line to be filled in that belongs to the table above it. */
export function belongsToTable(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const isLine = block?.kind === 'paragraph' && block.indent === 'none';
  if (!isLine && block?.kind !== 'table-note') return false;
  return blocks[index - 1]?.kind === 'table' || belongsToTable(blocks, index - 1);
}
