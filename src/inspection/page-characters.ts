import type { PlacedText, StructureElement, TypesetDocument } from '../typesetting/page.ts';

/** A character of the finished pages, where it should stand and how it should look. */
export interface PageCharacter {
  readonly character: string;
  readonly item: PlacedText;
  readonly element: number;
  readonly page: number;
}

const blank = /^[\s\u00A0]$/u;

/** Elements that may stand beside one another at the head of a letter, where files have them line by line. */
export const headKinds: ReadonlySet<string> = new Set([
  'copy-number',
  'classification',
  'urgency',
  'document-number',
]);

/** Elements in the order of files: those at the head from top to bottom and from left to right. */
function inFileOrder(
  elements: readonly (readonly PageCharacter[])[],
  structure: TypesetDocument['structure'],
): readonly (readonly PageCharacter[])[] {
  const isHead = (_: readonly PageCharacter[], index: number) =>
    headKinds.has(structure[index]?.origin.kind ?? '');
  const head = elements.filter(isHead).toSorted((a, b) => {
    const [left, right] = [a[0]?.item, b[0]?.item];
    return left === undefined || right === undefined ? 0 : left.y - right.y || left.x - right.x;
  });
  return elements.map((element, index) => (isHead(element, index) ? (head.shift() ?? element) : element));
}

/** The characters of the finished pages in the order of files, white space left out. */
export function pageCharacters({ pages, structure }: TypesetDocument): readonly PageCharacter[] {
  const byElement: PageCharacter[][] = structure.map(() => []);
  for (const [page, { body }] of pages.entries()) {
    for (const item of body) {
      if (item.kind !== 'text' || item.element === null) continue;
      const { element } = item;
      for (const character of item.text) {
        if (!blank.test(character)) byElement[element]?.push({ character, item, element, page });
      }
    }
  }
  return inFileOrder(byElement, structure).flat();
}

const kindNames: Readonly<Record<StructureElement['origin']['kind'], string>> = {
  document: '正文',
  title: '标题',
  addressee: '主送机关',
  heading: '小标题',
  'run-in-heading': '接排标题',
  paragraph: '正文',
  'attachment-note': '附件说明',
  signature: '署名和成文日期',
  'stamped-signature': '签发人职务和成文日期',
  annotation: '附注',
  attendance: '出席名单',
  'attachment-label': '附件序号',
  roster: '名单',
  table: '表格',
  'table-note': '表注',
  'copy-number': '份号',
  classification: '密级',
  urgency: '紧急程度',
  'issuer-mark': '发文机关标志',
  'document-number': '发文字号',
  'copy-to': '抄送机关',
  'printed-by': '印发机关和印发日期',
  'print-run': '印数',
};

/** What an element is called in front of the clerk. */
export const elementName = (structure: TypesetDocument['structure'], element: number): string =>
  kindNames[structure[element]?.origin.kind ?? 'document'];

/** Elements whose face and size the standard leaves to custom. */
const custom: ReadonlySet<string> = new Set([
  'table',
  'table-note',
  'roster',
  'attendance',
  'issuer-mark',
  'document',
]);

/** Whether the standard says in which face and size an element is set: of titles, only that of the document. */
export function isStandards(structure: TypesetDocument['structure'], element: number): boolean {
  const kind = structure[element]?.origin.kind ?? 'document';
  if (kind !== 'title') return !custom.has(kind);
  return structure.findIndex(({ origin }) => origin.kind === 'title') === element;
}
