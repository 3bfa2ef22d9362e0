/** A part of a YAML file, from the beginning of a line, that can be read by itself. */
export interface Portion {
  readonly text: string;
  /** Lines of the file before it. */
  readonly linesBefore: number;
  /** The top-level key whose items it holds; null for what stands around long lists. */
  readonly itemsOf: string | null;
}

/** Where a line begins, and how many are before it. */
interface Start {
  readonly offset: number;
  readonly line: number;
}

/** A list at the top level, as its lines tell. */
export interface ListedItems {
  readonly key: string;
  /** Blanks before each item. */
  readonly indent: number;
  readonly items: readonly Start[];
  /** What comes after the list. */
  readonly end: Start;
}

/** Shorter files, in characters, are read at once. */
const shortFile = 1 << 16;
/** Lists of fewer items are no long ones. */
const longList = 500;
/** So many items are read at a time. */
const together = 200;

/**
 * What binds one part of a file to another, or parts it into several: references, directives, several documents; and what is no text. Wherever these marks
 * stand, if only in a text, the file is read at once.
 */
const bound = /[&*\uFFFD]|^(?:%|---|\.\.\.)/mu;

/** A top-level key whose value stands below. */
const keyLine = /^([^\s#'"?:,[\]{}!|>%@`-][^\s#:]*):[ \t]*(?:#.*)?$/u;
/** A line that says nothing. */
const silent = /^\s*(?:#.*)?$/u;
/** How an item of a list begins. */
const item = /^( *)-(?:\s|$)/u;

/** The long lists of a file that can be parted; none where it is to be read at once. */
export function longLists(text: string): readonly ListedItems[] {
  if (text.length < shortFile || bound.test(text)) return [];
  return listsIn(text).filter(({ items }) => items.length >= longList);
}

function listsIn(text: string): readonly ListedItems[] {
  const lists: ListedItems[] = [];
  /** The key of the last line that said something, if its value stands below. */
  let key: string | null = null;
  let open: { readonly key: string; readonly indent: number; readonly items: Start[] } | null = null;
  for (const { written, ...start } of linesOf(text)) {
    if (silent.test(written)) continue;
    const indent = item.exec(written)?.[1]?.length ?? null;
    if (open !== null) {
      if (indent === open.indent) open.items.push(start);
      if (indent === open.indent || indentOf(written) > open.indent) continue;
      // What stands neither in the list nor at the top level is a fault.
      if (indentOf(written) > 0) return [];
      lists.push({ ...open, end: start });
      open = null;
    } else if (key !== null && indent !== null) {
      open = { key, indent, items: [start] };
      key = null;
      continue;
    }
    key = keyLine.exec(written)?.[1] ?? null;
  }
  const last = { offset: text.length, line: Number.POSITIVE_INFINITY };
  return open === null ? lists : [...lists, { ...open, end: last }];
}

function* linesOf(text: string): Generator<Start & { readonly written: string }> {
  let line = 0;
  for (let offset = 0; offset < text.length; line += 1) {
    const end = text.indexOf('\n', offset);
    const next = end === -1 ? text.length : end + 1;
    yield { written: text.slice(offset, next).trimEnd(), offset, line };
    offset = next;
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * Parts a file around and inside its long lists, so that the parser's own trees, far larger than the text, are of few items at a time.
 * A portion with faults says nothing: the file may have been parted in the middle of something.
 */
export function* portionsOf(text: string, lists: readonly ListedItems[]): Generator<Portion> {
  let from: Start = { offset: 0, line: 0 };
  const until = (end: Start, itemsOf: string | null): Portion => {
    const portion = { text: text.slice(from.offset, end.offset), linesBefore: from.line, itemsOf };
    from = end;
    return portion;
  };
  for (const { key, items, end } of lists) {
    const [first = end] = items;
    yield until(first, null);
    for (let next = together; next < items.length; next += together) yield until(items[next] ?? end, key);
    yield until(end, key);
  }
  if (from.offset < text.length) yield until({ offset: text.length, line: 0 }, null);
}
