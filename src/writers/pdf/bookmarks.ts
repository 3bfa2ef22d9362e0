import { page as format } from '../../format/page.ts';
import type { OutlineEntry } from '../../typesetting/page.ts';
import { decimal, reference, textString } from './pdf-syntax.ts';

/** Numbers of objects the bookmarks refer to. */
export interface BookmarkNumbers {
  /** The outline's root, then the bookmarks in their order. */
  readonly first: number;
  /** Object of a page. */
  readonly page: (index: number) => number;
}

/** How many objects an outline takes; none without bookmarks. */
export const bookmarksSize = (outline: readonly OutlineEntry[]): number =>
  outline.length === 0 ? 0 : outline.length + 1;

interface Node {
  readonly children: number[];
  /** Bookmarks below, all levels. */
  below: number;
  readonly parent: number | null;
}

/** Sources of the outline's objects: the root, then every bookmark, all open. Skipped depths are closed up. */
export function bookmarks(outline: readonly OutlineEntry[], { first, page }: BookmarkNumbers): string[] {
  if (outline.length === 0) return [];
  const roots: number[] = [];
  const nodes: Node[] = [];
  const path: number[] = [];
  outline.forEach((entry, index) => {
    while (path.length > 0 && (outline[path.at(-1) ?? 0]?.depth ?? 0) >= entry.depth) path.pop();
    const parent = path.at(-1) ?? null;
    nodes.push({ children: [], below: 0, parent });
    (parent === null ? roots : nodes[parent]?.children)?.push(index);
    for (const ancestor of path) {
      const node = nodes[ancestor];
      if (node !== undefined) node.below++;
    }
    path.push(index);
  });

  const object = (index: number): string => reference(first + 1 + index);
  const ends = (children: readonly number[]): string =>
    children.length === 0 ? '' : `/First ${object(children[0] ?? 0)}/Last ${object(children.at(-1) ?? 0)}`;
  const items = outline.map((entry, index) => {
    const node = nodes[index] ?? { children: [], below: 0, parent: null };
    const siblings = node.parent === null ? roots : (nodes[node.parent]?.children ?? []);
    const at = siblings.indexOf(index);
    const previous = siblings[at - 1];
    const next = siblings[at + 1];
    const links =
      (previous === undefined ? '' : `/Prev ${object(previous)}`) +
      (next === undefined ? '' : `/Next ${object(next)}`);
    const above = node.parent === null ? reference(first) : object(node.parent);
    const count = node.below === 0 ? '' : `/Count ${node.below}`;
    const height = decimal(format.paper.value.height - entry.y);
    const destination = `/Dest[${reference(page(entry.page))}/XYZ null ${height} null]`;
    return `<</Title${textString(entry.title)}/Parent ${above}${links}${ends(node.children)}${count}${destination}>>`;
  });
  return [`<</Type/Outlines${ends(roots)}/Count ${outline.length}>>`, ...items];
}
