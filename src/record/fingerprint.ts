import type { OfficialDocument } from '../document/official-document.ts';
import type { Table } from '../document/table.ts';
import type { Workbook } from '../document/workbook.ts';
import { Digest, type LeftOut } from './digest.ts';
import {
  allPieces,
  type DocumentPiece,
  documentPieces,
  ownPieces,
  tablePieces,
  whereIs,
  wordsOfPiece,
} from './document-pieces.ts';
import { workbookPieces } from './workbook-pieces.ts';

/** A piece of a composed document or workbook, small enough to say that it is what changed. */
export interface Part {
  /** Five characters that change with the piece: enough to tell what changed, not to decide whether to build. */
  readonly mark: string;
  /** Where it came from, for the clerk: a place of data or template, a cell, 版头. */
  readonly where: string;
  /** How its words begin. */
  readonly words: string;
}

/** What tells a composed document or workbook from what it was in an earlier build. */
export interface Fingerprint {
  /** Hash of everything that shows in the files: of all but the places. */
  readonly content: string;
  /** Hash of the places, which show in findings alone. */
  readonly places: string;
  /** The parts one by one, to be looked at until enough is known. */
  readonly parts: () => Iterable<Part>;
  /** The marks of all parts, one after another. */
  readonly marks: () => string;
}

/** Takes in what is composed, and its places. */
interface Print {
  readonly content: Digest;
  readonly places: Digest;
}

const newPrint = (): Print => ({ content: new Digest(), places: new Digest() });

/** What values are taken in by, one after another: their buffers are made once. */
const [whole, ofOne, part] = [newPrint(), newPrint(), new Digest()];

/** Fingerprint of a composed document or workbook. */
export const fingerprintOf = (composed: OfficialDocument | Workbook): Fingerprint =>
  'sections' in composed ? ofDocument(composed) : ofWorkbook(composed);

/** The pieces say all a document does, so that it is gone through once, for its hash and its marks. */
function ofDocument(document: OfficialDocument): Fingerprint {
  const { content, places } = whole;
  content.add(document.id);
  let marks = '';
  for (const piece of documentPieces(document)) {
    if (piece.kind === 'table') {
      const table = ofTable(piece.value);
      content.add(table.content);
      places.add(table.places);
      marks += table.marks;
    } else marks += addPiece(piece, whole);
  }
  return {
    content: content.finish(),
    places: places.finish(),
    *parts() {
      for (const piece of allPieces(document)) {
        const mark = markOf(piece.value, ownPieces[piece.kind]);
        yield { mark, where: whereIs(piece), words: beginning(wordsOfPiece(piece)) };
      }
    },
    marks: () => marks,
  };
}

/** Takes in a piece; returns its mark. */
function addPiece({ kind, value }: DocumentPiece, { content, places }: Print): string {
  content.add(kind);
  content.beginMark();
  content.add(value, places, ownPieces[kind]);
  return content.mark();
}

interface TablePrint {
  readonly content: string;
  readonly places: string;
  readonly marks: string;
}

/** Of the tables that were met: documents of many villages share one. */
const tables = new WeakMap<Table, TablePrint>();

function ofTable(table: Table): TablePrint {
  const known = tables.get(table);
  if (known !== undefined) return known;
  let marks = addPiece({ kind: 'table', value: table }, ofOne);
  for (const piece of tablePieces(table)) marks += addPiece(piece, ofOne);
  const print = { content: ofOne.content.finish(), places: ofOne.places.finish(), marks };
  tables.set(table, print);
  return print;
}

function ofWorkbook(workbook: Workbook): Fingerprint {
  const { content, places } = whole;
  content.add(workbook, places);
  let known: string | null = null;
  return {
    content: content.finish(),
    places: places.finish(),
    *parts() {
      for (const { mark, where, words } of workbookPieces(workbook, markOf)) {
        yield { mark: mark(), where: where(), words: beginning(words()) };
      }
    },
    marks: () => {
      known ??= Array.from(workbookPieces(workbook, markOf), ({ mark }) => mark()).join('');
      return known;
    },
  };
}

function markOf(value: unknown, leftOut?: LeftOut): string {
  part.forget();
  part.beginMark();
  part.add(value, null, leftOut);
  return part.mark();
}

const shown = 24;

/** How words begin, on one line. */
function beginning(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length > shown && [...line].length > shown ? `${[...line].slice(0, shown).join('')}…` : line;
}
