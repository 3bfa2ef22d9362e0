import type { Place } from '../diagnostics/place.ts';
import type { Inline } from './inline.ts';

/** How the lines of a cell stand. `justify` is for running text: full lines to both edges, the last one left. */
export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** A ruled table on paper. Word and PDF are written from it; the workbook of the same table shares its definition. */
export interface Table {
  readonly kind: 'table';
  /** Name of its definition in templates, as `任务清单`. */
  readonly name: string;
  /** Size of its type: 小四 for what is read, 五号 for wide forms, 六号 for figures in very many columns. */
  readonly size: '小四' | '五号' | '六号';
  readonly columns: readonly TableColumn[];
  /** Rows repeated at the top of every page. */
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  readonly place: Place;
}

/** A column; the shares of all columns divide the width of the type area. */
export interface TableColumn {
  /** Width in characters of the table's size: a share, stretched so that the table is as wide as the type area. */
  readonly width: number;
}

/** A row: only the cells that begin in it; what a span from above covers is absent. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Least height in lines of the table's size: room to write by hand. */
  readonly minimumLines: number;
}

/** A cell, anchored at its first row and column. */
export interface TableCell {
  /** Index of its first column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Paragraphs of the cell; empty where it is to be filled in by hand. */
  readonly paragraphs: readonly (readonly Inline[])[];
  readonly align: Alignment;
  /** Top for long running text beside other long cells, else middle. */
  readonly vertical: 'top' | 'middle';
  /** `head` cells are 黑体, `body` cells 仿宋; a `label` is a head cell in the body (合计, 村名). */
  readonly role: 'head' | 'label' | 'body';
  readonly place: Place;
}
