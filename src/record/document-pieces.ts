import { formatPlace } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import type { Header } from '../document/header.ts';
import type { Imprint, OfficialDocument, Section } from '../document/official-document.ts';
import type { Table, TableCell, TableRow } from '../document/table.ts';
import type { LeftOut } from './digest.ts';

/**
 * A piece of a document, without what are pieces of its own. One after another, with their kinds, the pieces say all the document
 * does: a row comes after its cells, `head` rows of a table before the others.
 */
export type DocumentPiece =
  | { readonly kind: 'document'; readonly value: OfficialDocument }
  | { readonly kind: 'header'; readonly value: Header }
  | { readonly kind: 'section'; readonly value: Section }
  | { readonly kind: 'block'; readonly value: Exclude<Block, Table> }
  | { readonly kind: 'table'; readonly value: Table }
  | { readonly kind: 'cell'; readonly value: TableCell }
  | { readonly kind: 'head' | 'row'; readonly value: TableRow }
  | { readonly kind: 'imprint'; readonly value: Imprint };

/** The pieces of a document, from its properties to 版记, but for what is within tables. */
export function* documentPieces(document: OfficialDocument): Generator<DocumentPiece> {
  const { header, sections, imprint } = document;
  yield { kind: 'document', value: document };
  if (header !== null) yield { kind: 'header', value: header };
  for (const section of sections) {
    yield { kind: 'section', value: section };
    for (const block of section.blocks) {
      if (block.kind === 'table') yield { kind: 'table', value: block };
      else yield { kind: 'block', value: block };
    }
  }
  if (imprint !== null) yield { kind: 'imprint', value: imprint };
}

/** The pieces within a table. */
export function* tablePieces(table: Table): Generator<DocumentPiece> {
  for (const kind of ['head', 'row'] as const) {
    for (const row of kind === 'head' ? table.head : table.body) {
      for (const cell of row.cells) yield { kind: 'cell', value: cell };
      yield { kind, value: row };
    }
  }
}

/** All pieces of a document. */
export function* allPieces(document: OfficialDocument): Generator<DocumentPiece> {
  for (const piece of documentPieces(document)) {
    yield piece;
    if (piece.kind === 'table') yield* tablePieces(piece.value);
  }
}

const nothing: LeftOut = new Set();
const cells: LeftOut = new Set(['cells']);

/** Fields of pieces that are told as pieces of their own; and the id, by which documents are known. */
export const ownPieces: Readonly<Record<DocumentPiece['kind'], LeftOut>> = {
  document: new Set(['id', 'header', 'sections', 'imprint']),
  header: nothing,
  section: new Set(['blocks']),
  block: nothing,
  table: new Set(['head', 'body']),
  cell: nothing,
  head: cells,
  row: cells,
  imprint: nothing,
};

/** Where a piece came from, for the clerk: a place of data or template, or what it is. */
export function whereIs(piece: DocumentPiece): string {
  switch (piece.kind) {
    case 'document':
      return '文件属性和版式';
    case 'header':
      return '版头';
    case 'section':
      return '页面方向';
    case 'block':
    case 'table':
    case 'cell':
      return formatPlace(piece.value.place);
    case 'head':
    case 'row':
      return '行高';
    case 'imprint':
      return '版记';
  }
}

/** The words of a piece; empty where it is not known by its words. */
export function wordsOfPiece(piece: DocumentPiece): string {
  switch (piece.kind) {
    case 'block':
      return wordsIn(piece.value);
    case 'table':
      return `表格“${piece.value.name}”`;
    case 'cell':
      return wordsIn(piece.value.paragraphs);
    case 'document':
    case 'header':
    case 'section':
    case 'head':
    case 'row':
    case 'imprint':
      return '';
  }
}

/** The words of anything composed, whatever it is made of: enough to know it again. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  return Object.entries(value)
    .filter(([key]) => !names.has(key))
    .map(([, item]) => wordsIn(item))
    .join('');
}

/** Fields that name looks and places, not words. */
const names = new Set(['kind', 'place', 'role', 'align', 'vertical', 'indent', 'orientation', 'size']);
