import type { StructureElement } from '../../typesetting/page.ts';
import { reference } from './pdf-syntax.ts';

/** An element as it stands in a file. */
export type TaggedElement = Omit<StructureElement, 'origin'>;

/** Where marked content stands. */
interface MarkedContent {
  readonly page: number;
  readonly number: number;
}

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

/**
 * Sources of the objects of a structure tree: the root, the parent tree, then every element. `marked` lists for each
 * page the element of each piece of marked content.
 */
export function structureTree(
  structure: readonly TaggedElement[],
  marked: readonly (readonly number[])[],
  { first, page }: StructureNumbers,
): string[] {
  const object = (element: number): string => reference(first + leading + element);
  const kids: string[] = structure.map(() => '');
  const pages: (number | undefined)[] = structure.map(() => undefined);
  for (const [element, content] of contentByElement(structure, marked)) {
    const home = content[0]?.page ?? 0;
    pages[element] = home;
    kids[element] = content
      .map((piece) =>
        piece.page === home
          ? ` ${piece.number}`
          : `<</Type/MCR/Pg ${reference(page(piece.page))}/MCID ${piece.number}>>`,
      )
      .join('');
  }
  const roots: string[] = [];
  structure.forEach(({ parent }, element) => {
    if (parent === null) roots.push(object(element));
    else kids[parent] += ` ${object(element)}`;
  });
  const elements = structure.map((element, index) => {
    const { role, parent } = element;
    const home = pages[index];
    const on = home === undefined ? '' : `/Pg ${reference(page(home))}`;
    const above = parent === null ? reference(first) : object(parent);
    return `<</S/${role}/P ${above}${on}${attributes(element)}${kidsEntry(kids[index] ?? '')}>>`;
  });
  const parents = marked.map((list, index) => `${index}[${list.map(object).join(' ')}]`).join('');
  return [
    `<</Type/StructTreeRoot/K[${roots.join(' ')}]/ParentTree ${reference(first + 1)}/ParentTreeNextKey ${marked.length}/RoleMap${roleMap}>>`,
    `<</Nums[${parents}]>>`,
    ...elements,
  ];
}

/** One kid by itself, several in an array, none for an empty cell: a table has hundreds of elements. */
function kidsEntry(kids: string): string {
  if (kids === '') return '';
  return /^ \d+( 0 R)?$/.test(kids) ? `/K${kids}` : `/K[${kids.trimStart()}]`;
}

function contentByElement(
  structure: readonly TaggedElement[],
  marked: readonly (readonly number[])[],
): ReadonlyMap<number, readonly MarkedContent[]> {
  const byElement = new Map<number, MarkedContent[]>();
  marked.forEach((elements, page) => {
    elements.forEach((element, number) => {
      if (element >= structure.length) throw new Error(`no structure element ${element}`);
      const content = byElement.get(element);
      if (content === undefined) byElement.set(element, [{ page, number }]);
      else content.push({ page, number });
    });
  });
  return byElement;
}

/** Table attributes of cells: what they span, and that heads stand over columns. */
function attributes({ role, columnSpan, rowSpan }: TaggedElement): string {
  if (role !== 'TH' && role !== 'TD') return '';
  const scope = role === 'TH' ? '/Scope/Column' : '';
  const columns = columnSpan > 1 ? `/ColSpan ${columnSpan}` : '';
  const rows = rowSpan > 1 ? `/RowSpan ${rowSpan}` : '';
  const all = `${scope}${columns}${rows}`;
  return all === '' ? '' : `/A<</O/Table${all}>>`;
}
