import type { Block } from '../document/block.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { nominalMarkInk } from '../format/elements.ts';
import { emBox } from '../format/page.ts';
import type { Points } from '../format/units.ts';
import {
  type ElementKind,
  type Ink,
  type PlacedItem,
  type PlacedRule,
  type PlacedText,
  paragraphOf,
  type StructureElement,
  type TypesetDocument,
} from '../typesetting/page.ts';

/** What preflight looks at: a document, the pages it was set into, and the lines that stand on them. */
export interface Subject {
  readonly document: OfficialDocument;
  readonly typeset: TypesetDocument;
  /** Lines of the body of each page, in reading order. */
  readonly pages: readonly (readonly Line[])[];
  /** All lines in reading order, and those of each kind of element: every rule asks for some. */
  readonly lines: readonly Line[];
  readonly linesByKind: ReadonlyMap<ElementKind | null, readonly Line[]>;
  /** Lines that belong to the same element, together, in reading order; artifacts belong to none. */
  readonly elements: readonly ElementLines[];
  /** Elements that stand right below the document, in order. */
  readonly elementsByKind: ReadonlyMap<ElementKind, readonly number[]>;
}

/** The lines of one element, in reading order. */
export type ElementLines = readonly [Line, ...Line[]];

/** Words of one element on one base line. Edges are those of the em boxes, in points on the page as it is read. */
export interface Line {
  /** Page, from 0. */
  readonly page: number;
  /** Index of the element; null for an artifact. */
  readonly element: number | null;
  readonly kind: ElementKind | null;
  readonly role: StructureElement['role'] | null;
  readonly texts: readonly PlacedText[];
  readonly words: string;
  readonly left: Points;
  readonly right: Points;
  readonly top: Points;
  readonly bottom: Points;
  readonly baseline: Points;
  /** Largest size on the line. */
  readonly size: Points;
}

/** Reads the lines of a document's pages. */
export function subjectOf(document: OfficialDocument, typeset: TypesetDocument): Subject {
  const { structure } = typeset;
  const pages = typeset.pages.map(({ body }, page) => linesOf(body, page, structure));
  const lines = pages.flat();
  const topmost: number[] = [];
  for (let index = 0; index < structure.length; index++)
    if (structure[index]?.parent === 0) topmost.push(index);
  return {
    document,
    typeset,
    pages,
    lines,
    linesByKind: grouped(lines, ({ kind }) => kind),
    elements: byElement(lines),
    elementsByKind: grouped(topmost, (index) => structure[index]?.origin.kind ?? 'document'),
  };
}

/** Things by their kinds, in their order. */
function grouped<Thing, Kind>(
  things: readonly Thing[],
  kindOf: (thing: Thing) => Kind,
): ReadonlyMap<Kind, readonly Thing[]> {
  const groups = new Map<Kind, Thing[]>();
  for (const thing of things) {
    const kind = kindOf(thing);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Base lines this near are one. */
const sameLine: Points = 0.05;

const paragraphOfText = ({ element }: PlacedText, structure: readonly StructureElement[]): number | null =>
  element === null ? null : paragraphOf(element, structure);

/** The texts among some items as lines: what follows on the same base line in the same element. */
export function linesOf(
  items: readonly PlacedItem[],
  page: number,
  structure: readonly StructureElement[] = [],
): readonly Line[] {
  const lines: Line[] = [];
  let texts: PlacedText[] = [];
  let y: Points = 0;
  let element: number | null = null;
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const own = paragraphOfText(item, structure);
    if (texts.length > 0 && element === own && Math.abs(y - item.y) < sameLine) {
      texts.push(item);
      continue;
    }
    if (texts.length > 0) lines.push(lineOf(texts, y, element, page, structure));
    texts = [item];
    y = item.y;
    element = own;
  }
  if (texts.length > 0) lines.push(lineOf(texts, y, element, page, structure));
  return lines;
}

/** `texts` stand on the base line `y` of an element. */
function lineOf(
  texts: readonly PlacedText[],
  y: Points,
  element: number | null,
  page: number,
  structure: readonly StructureElement[],
): Line {
  const origin = element === null ? undefined : structure[element];
  const x = texts[0]?.x ?? 0;
  let left = x;
  let right = x;
  let size = 0;
  let words = '';
  for (const text of texts) {
    left = Math.min(left, text.x);
    right = Math.max(right, text.x + text.width);
    size = Math.max(size, text.size);
    words += text.text;
  }
  return {
    page,
    element,
    kind: origin?.origin.kind ?? null,
    role: origin?.role ?? null,
    texts,
    words,
    left,
    right,
    top: y - emBox.ascent * size,
    bottom: y + emBox.descent * size,
    baseline: y,
    size,
  };
}

/** The ink of a line of 发文机关标志, upwards from its base line, as its face has it. */
export const markInkOf = ({ texts, size }: Line): Ink => texts[0]?.ink ?? nominalMarkInk(size);

/** All lines in reading order. */
export const allLines = ({ lines }: Subject): readonly Line[] => lines;

/** Lines of one kind of element, in reading order. */
export const linesOfKind = ({ linesByKind }: Subject, kind: ElementKind): readonly Line[] =>
  linesByKind.get(kind) ?? [];

/** Lines that belong to the same element, together, in reading order. */
export function byElement(lines: readonly Line[]): readonly ElementLines[] {
  const groups = new Map<number, [Line, ...Line[]]>();
  for (const line of lines) {
    if (line.element === null) continue;
    const group = groups.get(line.element);
    if (group === undefined) groups.set(line.element, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

/** Blocks of one kind, in order. */
export function blocksOfKind<K extends Block['kind']>(
  { sections }: OfficialDocument,
  kind: K,
): readonly Extract<Block, { kind: K }>[] {
  const found: Extract<Block, { kind: K }>[] = [];
  const isOfKind = (block: Block): block is Extract<Block, { kind: K }> => block.kind === kind;
  for (const { blocks } of sections) for (const block of blocks) if (isOfKind(block)) found.push(block);
  return found;
}

/** Elements of one kind that stand right below the document, in order: one for each block, but for signatures. */
export const elementsOfKind = ({ elementsByKind }: Subject, kind: ElementKind): readonly number[] =>
  elementsByKind.get(kind) ?? [];

/** Rules of a page's body that lie flat. */
export const levelRules = (subject: Subject, page: number): readonly PlacedRule[] =>
  (subject.typeset.pages[page]?.body ?? []).filter(
    (item): item is PlacedRule => item.kind === 'rule' && item.y1 === item.y2,
  );

/** Whether a document is set as a letter (信函). */
export const isLetter = ({ document }: Pick<Subject, 'document'>): boolean =>
  document.header?.form === 'letter';

/** Whether a page holds nothing of the body. */
const isBlank = ({ typeset }: Subject, page: number): boolean => typeset.pages[page]?.body.length === 0;

/** Kinds of elements that stand in 版记, besides 主送机关 that were moved there. */
export const imprintKinds: ReadonlySet<ElementKind | null> = new Set(['copy-to', 'printed-by', 'print-run']);

/** Whether nothing but 版记 stands on a page. */
const isImprintOnly = ({ pages }: Subject, page: number): boolean =>
  (pages[page] ?? []).length > 0 &&
  (pages[page] ?? []).every(({ kind }) => kind === 'addressee' || imprintKinds.has(kind));

/**
 * Pages that carry no number: the first of a letter (§10.1), a blank page before that of the imprint and the imprint's
 * own after one (§7.5).
 */
export function unnumberedPages(subject: Subject): ReadonlySet<number> {
  const last = subject.pages.length - 1;
  const pair = last > 0 && isBlank(subject, last - 1) && isImprintOnly(subject, last);
  return new Set([...(isLetter(subject) ? [0] : []), ...(pair ? [last - 1, last] : [])]);
}

/** Kinds of running text. */
const running: ReadonlySet<ElementKind> = new Set([
  'paragraph',
  'heading',
  'addressee',
  'annotation',
  'roster',
  'attendance',
]);

/** Whether a line is of 正文: what the standard sets in its grid. */
export const isRunning = ({ kind, role }: Line): boolean =>
  kind !== null && running.has(kind) && role !== 'TD' && role !== 'TH';

/** Where a fault about a line stands. */
export const at = ({ element, page }: Line): { readonly element: number | null; readonly page: number } => ({
  element,
  page,
});
