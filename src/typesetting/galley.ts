import type { Points } from '../format/units.ts';
import type { Line } from './break-lines.ts';
import type { Glyph } from './glyph.ts';
import type { PlacedItem } from './page.ts';
import type { LinePlace } from './place-line.ts';

/**
 * A galley: set matter of a section in one long column, before it is cut into pages.
 * Positions are relative: x from the frame's left edge, y from the top of the row.
 */
export type GalleyItem = Row | Space | FootRoomMark | TableGalley;

/** A line box: never cut. */
export interface Row {
  readonly kind: 'row';
  readonly height: Points;
  readonly items: readonly PlacedItem[];
  /** Stays on one page with what follows: headings, titles, the lines of a signature. */
  readonly keepWithNext: boolean;
  /** Bookmark that points here; null for most rows. */
  readonly bookmark: { readonly title: string; readonly depth: number } | null;
}

/** White space between elements; it vanishes at the top of a page. */
export interface Space {
  readonly kind: 'space';
  readonly height: Points;
  readonly keepWithNext: boolean;
}

/** From here on nothing stands below `top` on this page: room is left at its foot. */
export interface FootRoomMark {
  readonly kind: 'foot-room';
  /** From the upper edge of the page. */
  readonly top: Points;
  /** It takes none itself, and stands on one page with what follows. */
  readonly height: 0;
  readonly keepWithNext: true;
}

/** A table: rows to be cut between (or, where one is taller than a page, inside). */
export interface TableGalley {
  readonly kind: 'table';
  /** Left edge of each column, then the right edge of the last. */
  readonly edges: readonly Points[];
  readonly head: readonly TableGalleyRow[];
  readonly body: readonly TableGalleyRow[];
}

/** A row of a table with its natural height. */
export interface TableGalleyRow {
  readonly height: Points;
  /** May be cut between its lines where a page ends. */
  readonly mayBeCut: boolean;
  /** Stays on one page with the next row or, the last one, with what follows the table. */
  readonly keepWithNext: boolean;
  readonly cells: readonly TableGalleyCell[];
}

/** What the lines of a cell are set in: its left edge, from the table's, and its width. */
export interface CellMeasure {
  readonly left: Points;
  readonly width: Points;
}

/** A line of a cell: some of the glyphs of its paragraph. */
export interface CellLine {
  readonly glyphs: readonly Glyph[];
  readonly line: Line;
  readonly measure: CellMeasure;
}

/** A cell, anchored in its first row. Its lines are placed when the height of its part on a page is known. */
export interface TableGalleyCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: LinePlace['align'];
  readonly vertical: 'top' | 'middle';
  /** Its structure element. */
  readonly element: number;
  /** From the top. */
  readonly lines: readonly CellLine[];
  /** Height of a line box, and room above and below. */
  readonly pitch: Points;
  readonly padding: Points;
}

/** A place on a page: points from the left and upper edge. */
export interface PagePlace {
  readonly left: Points;
  readonly top: Points;
}

/** Puts items, whose positions are relative to a place, onto a page. */
export function put(items: readonly PlacedItem[], { left, top }: PagePlace, page: PlacedItem[]): void {
  for (let index = 0; index < items.length; index++) {
    page.push(movedItem(items[index] as PlacedItem, left, top));
  }
}

/** Items moved by an offset. */
export const moved = (items: readonly PlacedItem[], dx: Points, dy: Points): PlacedItem[] =>
  items.map((item) => movedItem(item, dx, dy));

function movedItem(item: PlacedItem, dx: Points, dy: Points): PlacedItem {
  if (item.kind === 'rule') {
    const { kind, x1, y1, x2, y2, weight, colour } = item;
    return { kind, x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, weight, colour };
  }
  // Written out: a page has hundreds of texts, and a spread takes several times as long.
  const { kind, x, y, text, width, ink, face, size, tracking, bold, colour, element } = item;
  return { kind, x: x + dx, y: y + dy, text, width, ink, face, size, tracking, bold, colour, element };
}
