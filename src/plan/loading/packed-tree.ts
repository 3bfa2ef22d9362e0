import type { Place } from '../../diagnostics/place.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from './source-tree.ts';

/** The tree of a text file as plain data, without the name of the file: node after node, each with what is below it. */
export type PackedTree = readonly (string | number)[];

/** What a node begins with; texts, numbers, yes and no, and nothing are scalars. */
const kinds = { map: 0, list: 1, text: 2, number: 3, truth: 4, nothing: 5 } as const;

/** Packs a tree. */
export function packTree(root: SourceMap): PackedTree {
  const packed: (string | number)[] = [];
  const addPlace = (place: Place): void => {
    if (place.kind !== 'file') throw new Error('only trees of text files are packed');
    packed.push(place.line, place.column);
  };
  const add = (node: SourceNode): void => {
    packed.push(kindOf(node));
    addPlace(node.place);
    switch (node.kind) {
      case 'map':
        packed.push(node.entries.size);
        for (const [key, entry] of node.entries) {
          packed.push(key);
          addPlace(entry.keyPlace);
          add(entry.node);
        }
        return;
      case 'list':
        packed.push(node.items.length);
        for (const item of node.items) add(item);
        return;
      case 'scalar':
        // As text: JSON knows neither infinity nor minus nought. What is written as it reads stands once.
        packed.push(node.written);
        packed.push(textOf(node) === node.written ? 0 : textOf(node));
    }
  };
  add(root);
  return packed;
}

const textOf = ({ value }: SourceScalar): string => (Object.is(value, -0) ? '-0' : String(value));

function kindOf(node: SourceNode): number {
  if (node.kind !== 'scalar') return kinds[node.kind];
  if (node.value === null) return kinds.nothing;
  return typeof node.value === 'string'
    ? kinds.text
    : typeof node.value === 'number'
      ? kinds.number
      : kinds.truth;
}

/** The tree again, as of the file it was read from. */
export function unpackTree(packed: PackedTree, file: string): SourceMap {
  let at = 0;
  const next = (): string | number => {
    const item = packed[at++];
    if (item === undefined) throw new Error('a packed tree ends too soon');
    return item;
  };
  const place = (): Place => ({ kind: 'file', file, line: Number(next()), column: Number(next()) });
  const mapAt = (own: Place): SourceMap => {
    const entries = new Map<string, SourceEntry>();
    for (let count = Number(next()); count > 0; count--) {
      const key = String(next());
      entries.set(key, { keyPlace: place(), node: node() });
    }
    return { kind: 'map', entries, place: own };
  };
  const scalar = (kind: number, own: Place): SourceScalar => {
    const written = String(next());
    const other = next();
    const text = other === 0 ? written : String(other);
    return { kind: 'scalar', value: storedValue(kind, text), written, place: own };
  };
  const node = (): SourceNode => {
    const kind = Number(next());
    const own = place();
    if (kind === kinds.map) return mapAt(own);
    if (kind !== kinds.list) return scalar(kind, own);
    const items: SourceNode[] = [];
    for (let count = Number(next()); count > 0; count--) items.push(node());
    return { kind: 'list', items, place: own };
  };
  const root = node();
  if (root.kind !== 'map') throw new Error('a packed tree that is no map');
  return root;
}

function storedValue(kind: number, text: string): SourceScalar['value'] {
  switch (kind) {
    case kinds.text:
      return text;
    case kinds.number:
      return Number(text);
    case kinds.truth:
      return text === 'true';
    case kinds.nothing:
      return null;
    default:
      throw new Error(`no kind of node: ${kind}`);
  }
}
