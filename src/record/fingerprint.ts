import { createHash } from 'node:crypto';
import { formatPlace, type Place } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import { rangeAddress } from '../document/cell-address.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { rowCount } from '../document/sheet-rows.ts';
import type { TableRow } from '../document/table.ts';
import type { Cell, Sheet, Workbook } from '../document/workbook.ts';

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

/** So much source is hashed at once, in characters. */
const hashedAtOnce = 1 << 16;

/** Takes in the source of values bit by bit, so that a workbook of ten thousand villages need not be one text. */
class Digest {
  readonly #hash = createHash('sha256');
  #waiting = '';

  add(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length < hashedAtOnce) return;
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }

  finish(): string {
    return this.#hash.update(this.#waiting).digest('base64url').slice(0, 22);
  }
}

/** Gives the source of a value without its places, which go to `places`, where anybody asks. Keys stand in the order they were made in. */
function addSource(value: unknown, source: Pick<Digest, 'add'>, places: Digest | null): void {
  // With its length, a text cannot be taken for anything else.
  if (typeof value === 'string') source.add(`${value.length}"${value}`);
  else if (typeof value !== 'object' || value === null) source.add(String(value));
  else if (value instanceof Uint32Array || value instanceof Float64Array) addNumbers(value, source);
  else if (Array.isArray(value)) {
    source.add('[');
    for (const item of value) {
      addSource(item, source, places);
      source.add(',');
    }
    source.add(']');
  } else {
    source.add('{');
    for (const key in value) {
      const item = (value as Record<string, unknown>)[key];
      if (key === 'place') places?.add(item === null ? '\n' : `${formatPlace(item as Place)}\n`);
      else {
        source.add(`${key}:`);
        addSource(item, source, places);
        source.add(',');
      }
    }
    source.add('}');
  }
}

/** So many numbers are told at once. */
const toldAtOnce = 1 << 12;

function addNumbers(numbers: Uint32Array | Float64Array, source: Pick<Digest, 'add'>): void {
  source.add(`${numbers.length}[`);
  for (let at = 0; at < numbers.length; at += toldAtOnce) {
    source.add(numbers.subarray(at, at + toldAtOnce).join());
    source.add(',');
  }
  source.add(']');
}

/** All places that something composed carries. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(placesIn);
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'place' && item !== null ? [item as Place] : placesIn(item),
  );
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Characters of a mark. */
export const markLength = 5;

/** Makes the mark of a value: thirty bits of the FNV-1a hash of its source. */
class Mark {
  #value = 0x811c9dc5;

  add(text: string): void {
    let value = this.#value;
    for (let index = 0; index < text.length; index++) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    }
    this.#value = value;
  }

  finish(): string {
    let mark = '';
    for (let index = 0; index < markLength; index++) mark += letters[(this.#value >>> (6 * index)) & 63];
    return mark;
  }
}

/** Fingerprint of a composed document or workbook. */
export function fingerprintOf(composed: OfficialDocument | Workbook): Fingerprint {
  const content = new Digest();
  const places = new Digest();
  addSource(composed, content, places);
  const pieces = () => ('sections' in composed ? documentPieces(composed) : workbookPieces(composed));
  let known: string | null = null;
  return {
    content: content.finish(),
    places: places.finish(),
    *parts() {
      for (const piece of pieces()) yield partOf(piece);
    },
    marks: () => {
      known ??= marksOf(pieces());
      return known;
    },
  };
}

/** A piece of something composed; where it came from and how it begins is found out only for what changed. */
interface Piece {
  readonly mark: () => string;
  readonly where: () => string;
  readonly words: () => string;
}

function markOf(value: unknown): string {
  const mark = new Mark();
  addSource(value, mark, null);
  return mark.finish();
}

function marksOf(pieces: Iterable<Piece>): string {
  const marks: string[] = [];
  for (const { mark } of pieces) marks.push(mark());
  return marks.join('');
}

const shown = 24;

function partOf({ mark, where, words }: Piece): Part {
  const line = words().replaceAll('\n', ' ');
  return {
    mark: mark(),
    where: where(),
    words: line.length > shown && [...line].length > shown ? `${[...line].slice(0, shown).join('')}…` : line,
  };
}

const piece = (value: unknown, where: () => string, words: () => string = () => ''): Piece => ({
  mark: () => markOf(value),
  where,
  words,
});

function* documentPieces(document: OfficialDocument): Generator<Piece> {
  const { sections, header, imprint, id: _, ...rest } = document;
  yield piece(rest, () => '文件属性和版式');
  if (header !== null) yield piece(header, () => '版头');
  for (const { blocks, ...section } of sections) {
    yield piece(section, () => '页面方向');
    for (const block of blocks) yield* blockPieces(block);
  }
  if (imprint !== null) yield piece(imprint, () => '版记');
}

function* blockPieces(block: Block): Generator<Piece> {
  const where = () => formatPlace(block.place);
  if (block.kind !== 'table') {
    yield piece(block, where, () => wordsIn(block));
    return;
  }
  const { head, body, ...rest } = block;
  yield piece(rest, where, () => `表格“${block.name}”`);
  for (const row of [...head, ...body]) yield* rowPieces(row);
}

function* rowPieces({ cells, ...rest }: TableRow): Generator<Piece> {
  for (const cell of cells) {
    yield piece(
      cell,
      () => formatPlace(cell.place),
      () => wordsIn(cell.paragraphs),
    );
  }
  yield piece(rest, () => '行高');
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

function* workbookPieces({ sheets, id: _, ...rest }: Workbook): Generator<Piece> {
  yield piece(rest, () => '文件属性');
  for (const sheet of sheets) yield* sheetPieces(sheet);
}

/** Of a list of more rows a row is a part, of shorter ones a cell. */
const fewRows = 5000;

function* sheetPieces(sheet: Sheet): Generator<Piece> {
  const { rows, ...rest } = sheet;
  yield piece(rest, () => `${rest.name}的版式`);
  // Cells that are the same are the same object.
  const marks = rows.cells.map(markOf);
  const width = rest.columns.length;
  const where = (row: number, firstColumn: number, lastColumn: number): string =>
    `${rest.name}!${rangeAddress({ firstRow: row, lastRow: row, firstColumn, lastColumn })}`;
  const inRows = rowCount(sheet) > fewRows;
  for (let row = 1; row <= rowCount(sheet); row++) {
    const numbers = rows.numbers.subarray((row - 1) * width, row * width);
    const words = (some: Uint32Array): string =>
      Array.from(some, (number) => wordsOf(rows.cells[number]))
        .filter((text) => text !== '')
        .join('　');
    if (inRows) {
      const mark = (): string => markOf(Array.from(numbers, (number) => marks[number]));
      yield { mark, where: () => where(row, 1, width), words: () => words(numbers) };
      continue;
    }
    for (const [column, number] of numbers.entries()) {
      yield {
        mark: () => marks[number] ?? '',
        where: () => where(row, column + 1, column + 1),
        words: () => words(numbers.subarray(column, column + 1)),
      };
    }
  }
}

function wordsOf(cell: Cell | undefined): string {
  if (cell?.value.kind === 'text') return cell.value.text;
  return cell?.value.kind === 'number' ? String(cell.value.value) : '';
}
