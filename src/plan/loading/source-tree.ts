import type { Place } from '../../diagnostics/place.ts';

/** A value as it is stored, with its place: what schema and cross-checks report on. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As it is written in the file. */
  readonly written: string;
  readonly place: Place;
  /** Set where its fault was reported when it was read: the schema has nothing to add. */
  readonly reported?: true;
}

export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly place: Place;
}

export interface SourceMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, SourceEntry>;
  readonly place: Place;
}

/** A key with its value; the place is the key's. */
export interface SourceEntry {
  readonly keyPlace: Place;
  readonly node: SourceNode;
}

/** Steps to a value: keys and list positions from 0. */
export type DataPath = readonly PropertyKey[];

/** The child one step down; null where there is none. */
export function childOf(node: SourceNode, step: PropertyKey): SourceNode | null {
  switch (node.kind) {
    case 'scalar':
      return null;
    case 'list':
      return node.items[Number(step)] ?? null;
    case 'map':
      return node.entries.get(String(step))?.node ?? null;
  }
}

/** The value at a path; null where there is none. */
export function nodeAt(root: SourceNode, path: DataPath): SourceNode | null {
  let node: SourceNode | null = root;
  for (const step of path) {
    if (node === null) return null;
    node = childOf(node, step);
  }
  return node;
}

/** The place of a value, or of the nearest one around it that is there. */
export function placeAt(root: SourceNode, path: DataPath): Place {
  let node = root;
  for (const step of path) {
    const child = childOf(node, step);
    if (child === null) break;
    node = child;
  }
  return node.place;
}

/** A tree whose list under a key holds nothing; a value of the list then has its place. */
export function withoutItems(root: SourceMap, key: string): SourceMap {
  const entry = root.entries.get(key);
  if (entry?.node.kind !== 'list') return root;
  const node: SourceList = { ...entry.node, items: [] };
  return { ...root, entries: new Map([...root.entries, [key, { ...entry, node }]]) };
}

/** The place of the key that a value stands under, or of the value itself where it stands in a list. */
export function keyPlaceAt(root: SourceNode, path: DataPath): Place {
  const parent = nodeAt(root, path.slice(0, -1));
  const entry = parent?.kind === 'map' ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyPlace ?? placeAt(root, path);
}

/** The value without its places. */
export function plainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]));
  }
}
