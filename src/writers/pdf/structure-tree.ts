import type { StructureElement } from '../../typesetting/page.ts';
import { type ByteWriter, type Phrase, phrase } from './byte-writer.ts';
import type { PdfFile } from './pdf-file.ts';

/** An element as it stands in a file. */
export type TaggedElement = Omit<StructureElement, 'origin'>;

/** Numbers of objects the structure refers to. */
export interface StructureNumbers {
  /** The tree's root, its parent tree, then the elements in their order. */
  readonly first: number;
  /** Object of a page. */
  readonly page: (index: number) => number;
}

/** Objects of the structure tree before its elements: root and parent tree. */
const leading = 2;

/** How many objects a structure takes. */
export const structureSize = (structure: readonly TaggedElement[]): number => structure.length + leading;

/** Roles PDF 1.4 does not know, as what they pass for. */
const roleMap = '<</Title/P>>';

const none = -1;

const words = {
  page: phrase('/Pg '),
  onlyKid: phrase('/K '),
  kids: phrase('/K['),
  space: phrase(' '),
  close: phrase(']'),
  end: phrase('>>'),
} as const;

/** What the elements of a role begin with, up to the reference to the parent. */
const openings = new Map<TaggedElement['role'], Phrase>();
function openingOf(role: TaggedElement['role']): Phrase {
  let opening = openings.get(role);
  if (opening === undefined) {
    opening = phrase(`<</S/${role}/P `);
    openings.set(role, opening);
  }
  return opening;
}

/** What belongs to each of so many owners, in the order in which it was added. */
class Belongings {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** What follows each thing with the same owner. */
  readonly #next: Int32Array;

  constructor(owners: number, things: number) {
    this.#first = new Int32Array(owners).fill(none);
    this.#last = new Int32Array(owners).fill(none);
    this.#next = new Int32Array(things).fill(none);
  }

  add(owner: number, thing: number): void {
    const last = this.#last[owner] as number;
    if (last === none) this.#first[owner] = thing;
    else this.#next[last] = thing;
    this.#last[owner] = thing;
  }

  first(owner: number): number {
    return this.#first[owner] as number;
  }

  next(thing: number): number {
    return this.#next[thing] as number;
  }
}

/** Pieces of marked content, numbered through all pages: where each stands. */
interface MarkedPieces {
  readonly pages: Int32Array;
  /** MCID on its page. */
  readonly numbers: Int32Array;
  readonly ofElement: Belongings;
}

function markedPieces(elements: number, marked: readonly (readonly number[])[]): MarkedPieces {
  const count = marked.reduce((sum, { length }) => sum + length, 0);
  const pages = new Int32Array(count);
  const numbers = new Int32Array(count);
  const ofElement = new Belongings(elements, count);
  let piece = 0;
  for (const [page, list] of marked.entries()) {
    for (let number = 0; number < list.length; number++) {
      const element = list[number] as number;
      if (element >= elements) throw new Error(`no structure element ${element}`);
      pages[piece] = page;
      numbers[piece] = number;
      ofElement.add(element, piece);
      piece++;
    }
  }
  return { pages, numbers, ofElement };
}

/**
 * Adds the objects of a structure tree: the root, the parent tree, then every element. `marked` lists for each page the
 * element of each piece of marked content.
 */
export function addStructureTree(
  structure: readonly TaggedElement[],
  marked: readonly (readonly number[])[],
  { first, page }: StructureNumbers,
  file: PdfFile,
): void {
  const object = first + leading;
  const children = new Belongings(structure.length, structure.length);
  const roots: number[] = [];
  for (let index = 0; index < structure.length; index++) {
    const parent = structure[index]?.parent ?? null;
    if (parent === null) roots.push(object + index);
    else children.add(parent, index);
  }
  const pieces = markedPieces(structure.length, marked);

  const root = file.begin().text('<</Type/StructTreeRoot/K[');
  references(roots, 0, root);
  root.text(']/ParentTree ').reference(first + 1);
  root.text('/ParentTreeNextKey ').whole(marked.length).text('/RoleMap').text(roleMap).text('>>');
  file.end();

  const parents = file.begin().text('<</Nums[');
  for (const [index, elements] of marked.entries()) {
    references(elements, object, parents.whole(index).text('['));
    parents.text(']');
  }
  parents.text(']>>');
  file.end();

  for (let index = 0; index < structure.length; index++) {
    const element = structure[index] as TaggedElement;
    const { role, parent } = element;
    const out = file.begin().phrase(openingOf(role));
    out.reference(parent === null ? first : object + parent);
    const piece = pieces.ofElement.first(index);
    if (piece !== none) out.phrase(words.page).reference(page(pieces.pages[piece] as number));
    if (role === 'TH' || role === 'TD') attributes(element, out);
    kids(index, pieces, children, object, page, out);
    out.phrase(words.end);
    file.end();
  }
}

function references(numbers: readonly number[], base: number, out: ByteWriter): void {
  for (let index = 0; index < numbers.length; index++) {
    if (index > 0) out.phrase(words.space);
    out.reference(base + (numbers[index] as number));
  }
}

/** One kid by itself, several in an array, none for an empty cell: a table has hundreds of elements. */
function kids(
  element: number,
  { pages, numbers, ofElement }: MarkedPieces,
  children: Belongings,
  object: number,
  page: StructureNumbers['page'],
  out: ByteWriter,
): void {
  const [firstPiece, firstChild] = [ofElement.first(element), children.first(element)];
  if (firstPiece === none && firstChild === none) return;
  const single =
    firstPiece === none
      ? children.next(firstChild) === none
      : firstChild === none && ofElement.next(firstPiece) === none;
  out.phrase(single ? words.onlyKid : words.kids);
  const home = firstPiece === none ? none : pages[firstPiece];
  for (let piece = firstPiece; piece !== none; piece = ofElement.next(piece)) {
    if (pages[piece] === home) {
      if (piece !== firstPiece) out.phrase(words.space);
      out.whole(numbers[piece] as number);
    } else {
      out.text('<</Type/MCR/Pg ').reference(page(pages[piece] as number));
      out
        .text('/MCID ')
        .whole(numbers[piece] as number)
        .text('>>');
    }
  }
  for (let child = firstChild; child !== none; child = children.next(child)) {
    if (child !== firstChild || firstPiece !== none) out.phrase(words.space);
    out.reference(object + child);
  }
  if (!single) out.phrase(words.close);
}

/** Table attributes of cells: what they span, and that heads stand over columns. */
function attributes({ role, columnSpan, rowSpan }: TaggedElement, out: ByteWriter): void {
  if (role !== 'TH' && columnSpan === 1 && rowSpan === 1) return;
  out.text('/A<</O/Table');
  if (role === 'TH') out.text('/Scope/Column');
  if (columnSpan > 1) out.text('/ColSpan ').whole(columnSpan);
  if (rowSpan > 1) out.text('/RowSpan ').whole(rowSpan);
  out.text('>>');
}
