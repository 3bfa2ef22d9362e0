import type { Points } from '../format/units.ts';
import { type GalleyItem, type PagePlace, put, type TableGalley } from './galley.ts';
import type { PlacedItem } from './page.ts';
import { cutTable, leastHeight } from './place-table.ts';

/** Matter of one page at its final place. */
export interface PageMatter {
  readonly items: PlacedItem[];
  readonly bookmarks: { readonly title: string; readonly depth: number; readonly y: Points }[];
  /** Lower edge of the last matter, from the frame's top. */
  bottom: Points;
}

/** The frame of a page: where matter goes. */
type PageFrame = PagePlace & { readonly height: Points };

/** Rounding slack when heights are compared. */
const tolerance = 0.01;

const fresh = (): PageMatter => ({ items: [], bookmarks: [], bottom: 0 });

/** Items that must stay together. */
interface Unit {
  readonly end: number;
  readonly height: Points;
  /** Where the room begins that is left at the foot of their page, from its upper edge; null where none is. */
  readonly foot: Points | null;
}

/** The items that must stay together from `start` on: up to the first that lets go, a table's head and first row included. */
function unitAt(galley: readonly GalleyItem[], start: number): Unit {
  let height = 0;
  let foot: Points | null = null;
  for (let index = start; index < galley.length; index++) {
    const item = galley[index] as GalleyItem;
    if (item.kind === 'table') return { end: index, height: height + leastHeight(item), foot };
    if (item.kind === 'foot-room') foot = item.top;
    height += item.height;
    if (!item.keepWithNext) return { end: index + 1, height, foot };
  }
  return { end: galley.length, height, foot };
}

/**
 * Cuts a galley into pages: first fit, keeping together what must stay together. The first page may have another
 * frame than the rest.
 */
export function paginate(
  galley: readonly GalleyItem[],
  next: PageFrame,
  firstFrame: PageFrame = next,
): PageMatter[] {
  const pages: PageMatter[] = [fresh()];
  let current = pages[0] as PageMatter;
  let frame = firstFrame;
  // Where matter may reach down to, from the frame's top.
  let floor = frame.height;
  const full = next.height;
  const turn = () => {
    current = fresh();
    frame = next;
    floor = frame.height;
    pages.push(current);
  };
  const floorWith = (foot: Points | null) => (foot === null ? floor : Math.min(floor, foot - frame.top));
  const here = (): PagePlace => ({ left: frame.left, top: frame.top + current.bottom });
  const set = (item: Exclude<GalleyItem, TableGalley>) => {
    if (item.kind === 'row') {
      put(item.items, here(), current.items);
      if (item.bookmark !== null) current.bookmarks.push({ ...item.bookmark, y: here().top });
    } else if (current.bottom === 0) {
      return;
    }
    current.bottom += item.height;
  };

  let index = 0;
  while (index < galley.length) {
    const unit = unitAt(galley, index);
    const fits = current.bottom + unit.height <= floorWith(unit.foot) + tolerance;
    if (!fits && current.bottom > 0 && unit.height <= full) turn();
    floor = floorWith(unit.foot);
    for (; index < unit.end; index++) {
      const item = galley[index] as Exclude<GalleyItem, TableGalley>;
      // A unit higher than a page is cut where it must.
      if (item.kind === 'row' && current.bottom > 0 && current.bottom + item.height > floor + tolerance)
        turn();
      set(item);
    }
    const table = galley[index];
    if (table?.kind !== 'table') continue;
    let first = true;
    const below = unitAt(galley, index + 1).height;
    for (const part of cutTable(table, { room: floor - current.bottom, full, below })) {
      if (!first) turn();
      first = false;
      part.place(here(), current.items);
      current.bottom += part.height;
    }
    index++;
  }
  return pages;
}
