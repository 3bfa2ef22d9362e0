import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import { mostItems, reportTooLong } from '../longest-list.ts';
import { SourceText } from './source-text.ts';
import type { SourceEntry, SourceMap, SourceNode } from './source-tree.ts';
import { checkText } from './text-check.ts';
import { type ListedItems, longLists, portionsOf } from './yaml-portions.ts';
import { reportSyntax } from './yaml-syntax.ts';

/** A clerk's data are shallow and need no aliases; both limits only stop what would fill the memory. */
const deepest = 40;
const mostAliasedNodes = 10_000;

/** Keys that mean something to JavaScript objects: never data. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a YAML file into values with places; null where nothing can be used. Faults are reported, all of them.
 * An empty file is an empty map.
 */
export function readYaml(file: string, stored: string, findings: Findings): SourceMap | null {
  const source = new SourceText(file, stored);
  const lists = longLists(source.text);
  const tooLong = lists.filter(({ items }) => items.length > mostItems);
  for (const { key, indent, items } of tooLong) {
    const line = (items[mostItems]?.line ?? 0) + 1;
    const place: Place = { kind: 'file', file, line, column: indent + 1 };
    reportTooLong({ name: `“${key}”`, unit: '条', count: items.length }, place, findings);
  }
  if (tooLong.length > 0) return null;
  return (lists.length > 0 ? readPortions(source, lists) : null) ?? readWhole(source, findings);
}

/** A part of a file as the parser has it; null where it is nested too deeply. */
function parse({ text, lineCounter }: SourceText): Document.Parsed<ParsedNode> | null {
  try {
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, schema: 'core' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** Reads a file portion by portion; null where there is any fault in it, which shows when it is read at once. */
function readPortions({ file, text }: SourceText, lists: readonly ListedItems[]): SourceMap | null {
  const found = new Findings();
  const entries = new Map<string, SourceEntry>();
  const read = new Map<string, SourceNode[]>();
  let place: Place | null = null;
  for (const portion of portionsOf(text, lists)) {
    const source = new SourceText(file, portion.text, portion.linesBefore);
    const document = parse(source);
    if (document === null || document.errors.length + document.warnings.length > 0) return null;
    const { itemsOf } = portion;
    if (document.contents === null) continue;
    const node = new Reader(document, source, found).read(document.contents, itemsOf === null ? 0 : 1);
    if (node?.kind !== (itemsOf === null ? 'map' : 'list') || found.count > 0) return null;
    if (node.kind === 'map') {
      place ??= node.place;
      for (const [key, entry] of node.entries) {
        if (entries.has(key)) return null;
        entries.set(key, entry);
      }
    } else if (node.kind === 'list' && itemsOf !== null) {
      const items = read.get(itemsOf) ?? [];
      for (const each of node.items) items.push(each);
      const entry = entries.get(itemsOf);
      if (entry === undefined) return null;
      if (!read.has(itemsOf)) entries.set(itemsOf, { ...entry, node: { ...node, items } });
      read.set(itemsOf, items);
    }
  }
  return place === null ? null : { kind: 'map', entries, place };
}

function readWhole(source: SourceText, findings: Findings): SourceMap | null {
  const start: Place = { kind: 'file', file: source.file, line: 1, column: 1 };
  const document = parse(source);
  if (document === null) {
    findings.report('data/syntax', '一层套一层，套得太深', start);
    return null;
  }
  if (source.text.includes('\uFFFD')) {
    const place = source.placeOf(source.text.indexOf('\uFFFD'));
    findings.report('data/unreadable', '文件里有读不出来的字', place, { hint: '文件要存成 UTF-8 编码' });
    return null;
  }
  const faults = [...document.errors, ...document.warnings];
  reportSyntax(faults, source, findings);
  if (faults.length > 0) return null;
  if (document.contents === null) return { kind: 'map', entries: new Map(), place: start };
  const reader = new Reader(document, source, findings);
  const root = reader.read(document.contents, 0);
  if (root === null || reader.isTooLong) return null;
  if (root.kind === 'map') return root;
  findings.report('data/type', '整个文件应是“项: 内容”，一项一行', root.place, {
    hint: '冒号用半角的，后面空一格：标题: 三管镇……',
  });
  return null;
}

class Reader {
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #source: SourceText;
  readonly #findings: Findings;
  readonly #open = new Set<Node>();
  #insideAlias = false;
  #aliased = 0;
  /** Whether one of the lists is longer than a list may be. */
  isTooLong = false;

  constructor(document: Document.Parsed<ParsedNode>, source: SourceText, findings: Findings) {
    this.#document = document;
    this.#source = source;
    this.#findings = findings;
  }

  /** A value; `name` is the key it stands under. */
  read(node: Node, depth: number, name = ''): SourceNode | null {
    const place = this.#placeOf(node);
    if (this.#insideAlias) this.#aliased += 1;
    if (depth > deepest || this.#aliased > mostAliasedNodes) {
      this.#findings.report(
        'data/syntax',
        depth > deepest ? '一层套一层，套得太深' : '引用（*）展开后太多',
        place,
      );
      return null;
    }
    if (isAlias(node)) return this.#readAlias(node, place, depth, name);
    if (isMap(node)) return this.#readMap(node, place, depth);
    if (isSeq(node)) return this.#readList(node, place, depth, name);
    return isScalar(node) ? this.#readScalar(node, place) : null;
  }

  #placeOf(node: Node): Place {
    return this.#source.placeOf(node.range?.[0] ?? 0);
  }

  #readAlias(alias: Alias, place: Place, depth: number, name: string): SourceNode | null {
    const target = alias.resolve(this.#document);
    if (target === undefined || this.#open.has(target)) {
      const message = target === undefined ? `没有 &${alias.source} 可以引用` : '引用（*）绕成了圈';
      this.#findings.report('data/syntax', message, place);
      return null;
    }
    const outer = this.#insideAlias;
    this.#insideAlias = true;
    this.#open.add(target);
    const node = this.read(target, depth + 1, name);
    this.#open.delete(target);
    this.#insideAlias = outer;
    return node;
  }

  #readList(list: YAMLSeq, place: Place, depth: number, name: string): SourceNode {
    const count = list.items.length;
    if (count > mostItems) {
      this.isTooLong = true;
      const called = name === '' ? '这个列表' : `“${name}”`;
      const first = this.#placeOf(list.items[mostItems] as Node);
      reportTooLong({ name: called, unit: '条', count }, first, this.#findings);
      return { kind: 'list', items: [], place };
    }
    this.#open.add(list);
    const items = list.items.flatMap((item) => this.read(item as Node, depth + 1) ?? []);
    this.#open.delete(list);
    return { kind: 'list', items, place };
  }

  #readMap(map: YAMLMap, place: Place, depth: number): SourceMap {
    this.#open.add(map);
    const entries = new Map<string, SourceEntry>();
    for (const { key, value } of map.items) {
      const keyNode = key as Node;
      const keyPlace = this.#placeOf(keyNode);
      const name = isScalar(keyNode) ? String(keyNode.value) : null;
      if (name === null || forbiddenKeys.has(name)) {
        this.#findings.report('data/unknown-key', `不认识“${name ?? '这样的项'}”`, keyPlace);
        continue;
      }
      const earlier = entries.get(name);
      if (earlier !== undefined) {
        this.#findings.report('data/duplicate-key', `“${name}”写了两次`, keyPlace, {
          hint: `第一次在 ${formatPlace(earlier.keyPlace)}，删去其中一处`,
        });
        continue;
      }
      const empty: SourceNode = { kind: 'scalar', value: null, written: '', place: keyPlace };
      const node = value === null ? empty : this.read(value as Node, depth + 1, name);
      if (node !== null) entries.set(name, { keyPlace, node });
    }
    this.#open.delete(map);
    return { kind: 'map', entries, place };
  }

  #readScalar(scalar: Scalar, place: Place): SourceNode {
    const { value, range } = scalar;
    const written = range ? this.#source.text.slice(range[0], range[1]) : '';
    if (typeof value === 'string') {
      checkText(value, place, this.#findings);
      return { kind: 'scalar', value, written, place };
    }
    const known = typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'scalar', value: known ? value : written, written, place };
  }
}
