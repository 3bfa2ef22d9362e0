import { tableRule } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { PagePlace } from './galley.ts';
import type { PlacedItem } from './page.ts';

/** Ends that are no farther apart touch: sums of heights and widths are rounded. */
const tolerance = 0.01;

/** An interval of a straight line. */
interface Interval {
  readonly from: Points;
  to: Points;
}

/** Adds an interval to a line; most go on from the one before. */
function addInterval(line: Interval[], from: Points, to: Points): void {
  const last = line[line.length - 1];
  if (last === undefined || from < last.from || from > last.to + tolerance) line.push({ from, to });
  else if (to > last.to) last.to = to;
}

/** Intervals that touch or overlap, made one. */
function joined(line: readonly Interval[]): readonly Interval[] {
  if (line.length < 2) return line;
  const result: Interval[] = [];
  for (const { from, to } of [...line].sort((a, b) => a.from - b.from)) addInterval(result, from, to);
  return result;
}

function emptyLines(count: number): Interval[][] {
  const lines: Interval[][] = [];
  for (let index = 0; index < count; index++) lines.push([]);
  return lines;
}

/** The rules of a table's part on a page, collected so that what coincides or continues is drawn once. */
export class TableRules {
  /** Left edge of each column, then the right edge of the last; upper edge of each row, then the lower one of the last. */
  readonly #edges: readonly Points[];
  readonly #tops: Float64Array;
  /** By row and by column. */
  readonly #across: Interval[][];
  readonly #down: Interval[][];

  constructor(edges: readonly Points[], tops: Float64Array) {
    this.#edges = edges;
    this.#tops = tops;
    this.#across = emptyLines(tops.length);
    this.#down = emptyLines(edges.length);
  }

  /** Rules around a cell from column to column and from row to row. */
  add(left: number, top: number, right: number, bottom: number): void {
    const [x1, x2] = [this.#edges[left] ?? 0, this.#edges[right] ?? 0];
    const [y1, y2] = [this.#tops[top] ?? 0, this.#tops[bottom] ?? 0];
    addInterval(this.#across[top] ?? [], x1, x2);
    addInterval(this.#across[bottom] ?? [], x1, x2);
    addInterval(this.#down[left] ?? [], y1, y2);
    addInterval(this.#down[right] ?? [], y1, y2);
  }

  /** Puts the lines onto a page, in which the table's part has its place. */
  put({ left, top }: PagePlace, page: PlacedItem[]): void {
    const draw = (x1: Points, y1: Points, x2: Points, y2: Points): void => {
      page.push({
        kind: 'rule',
        x1: left + x1,
        y1: top + y1,
        x2: left + x2,
        y2: top + y2,
        weight: tableRule,
        colour: 'black',
      });
    };
    for (let row = 0; row < this.#across.length; row++) {
      const y = this.#tops[row] ?? 0;
      for (const { from, to } of joined(this.#across[row] as Interval[])) draw(from, y, to, y);
    }
    for (let column = 0; column < this.#down.length; column++) {
      const x = this.#edges[column] ?? 0;
      for (const { from, to } of joined(this.#down[column] as Interval[])) draw(x, from, x, to);
    }
  }
}
