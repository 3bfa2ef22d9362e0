import type { Points } from '../format/units.ts';
import { type GalleyItem, moved, type Row, type Space } from './galley.ts';
import type { PlacedItem } from './page.ts';
import { cutTable, leastHeight } from './place-table.ts';

/** Matter of one page, relative to the frame's top left corner. */
export interface PageMatter {
  readonly items: PlacedItem[];
  readonly bookmarks: { readonly title: string; readonly depth: number; readonly y: Points }[];
  /** Lower edge of the last matter. */
  bottom: Points;
}

/** Rounding slack when heights are compared. */
const tolerance = 0.01;

const fresh = (): PageMatter => ({ items: [], bookmarks: [], bottom: 0 });

/** The items that must stay together from `start` on: up to the first that lets go, a table's head and first row included. */
function unitAt(
  galley: readonly GalleyItem[],
  start: number,
): { readonly end: number; readonly height: Points } {
  let height = 0;
  for (let index = start; index < galley.length; index++) {
    const item = galley[index] as GalleyItem;
    if (item.kind === 'table') return { end: index, height: height + leastHeight(item) };
    height += item.height;
    if (!item.keepWithNext) return { end: index + 1, height };
  }
  return { end: galley.length, height };
}

/**
 * Cuts a galley into pages of a height: first fit, keeping together what must stay together. The first page may be
 * of another height than the rest.
 */
export function paginate(
  galley: readonly GalleyItem[],
  full: Points,
  firstHeight: Points = full,
): PageMatter[] {
  const pages: PageMatter[] = [fresh()];
  let current = pages[0] as PageMatter;
  let height = firstHeight;
  const turn = () => {
    current = fresh();
    height = full;
    pages.push(current);
  };
  const put = (item: Row | Space) => {
    if (item.kind === 'row') {
      current.items.push(...moved(item.items, 0, current.bottom));
      if (item.bookmark !== null) current.bookmarks.push({ ...item.bookmark, y: current.bottom });
    } else if (current.bottom === 0) {
      return;
    }
    current.bottom += item.height;
  };

  let index = 0;
  while (index < galley.length) {
    const unit = unitAt(galley, index);
    const fits = current.bottom + unit.height <= height + tolerance;
    if (!fits && current.bottom > 0 && unit.height <= full) turn();
    for (; index < unit.end; index++) {
      const item = galley[index] as Row | Space;
      // A unit higher than a page is cut where it must.
      if (item.kind === 'row' && current.bottom > 0 && current.bottom + item.height > height + tolerance)
        turn();
      put(item);
    }
    const table = galley[index];
    if (table?.kind !== 'table') continue;
    let first = true;
    const below = unitAt(galley, index + 1).height;
    for (const part of cutTable(table, { room: height - current.bottom, full, below })) {
      if (!first) turn();
      first = false;
      current.items.push(...moved(part.items, 0, current.bottom));
      current.bottom += part.height;
    }
    index++;
  }
  return pages;
}
