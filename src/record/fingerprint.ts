import { createHash } from 'node:crypto';
import { formatPlace, type Place } from '../diagnostics/place.ts';
import type { Block } from '../document/block.ts';
import { rangeAddress } from '../document/cell-address.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { TableRow } from '../document/table.ts';
import type { Sheet, Workbook } from '../document/workbook.ts';

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
  readonly parts: () => readonly Part[];
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
  const parts = () => ('sections' in composed ? documentParts(composed) : workbookParts(composed));
  return {
    content: content.finish(),
    places: places.finish(),
    parts: () => [...parts()],
    marks: () => {
      let marks = '';
      for (const { mark } of parts()) marks += mark;
      return marks;
    },
  };
}

const shown = 24;

function part(value: unknown, where: string, words: string): Part {
  const line = words.replaceAll('\n', ' ');
  const mark = new Mark();
  addSource(value, mark, null);
  return {
    mark: mark.finish(),
    where,
    words: line.length > shown && [...line].length > shown ? `${[...line].slice(0, shown).join('')}…` : line,
  };
}

function* documentParts(document: OfficialDocument): Generator<Part> {
  const { sections, header, imprint, id: _, ...rest } = document;
  yield part(rest, '文件属性和版式', '');
  if (header !== null) yield part(header, '版头', '');
  for (const { blocks, ...section } of sections) {
    yield part(section, '页面方向', '');
    for (const block of blocks) yield* blockParts(block);
  }
  if (imprint !== null) yield part(imprint, '版记', '');
}

function* blockParts(block: Block): Generator<Part> {
  const where = formatPlace(block.place);
  if (block.kind !== 'table') {
    yield part(block, where, wordsIn(block));
    return;
  }
  const { head, body, ...rest } = block;
  yield part(rest, where, `表格“${block.name}”`);
  for (const row of [...head, ...body]) yield* rowParts(row);
}

function* rowParts({ cells, ...rest }: TableRow): Generator<Part> {
  for (const cell of cells) yield part(cell, formatPlace(cell.place), wordsIn(cell.paragraphs));
  yield part(rest, '行高', '');
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

function* workbookParts({ sheets, id: _, ...rest }: Workbook): Generator<Part> {
  yield part(rest, '文件属性', '');
  for (const sheet of sheets) yield* sheetParts(sheet);
}

function* sheetParts({ rows, ...rest }: Sheet): Generator<Part> {
  yield part(rest, `${rest.name}的版式`, '');
  for (const [index, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const at = { firstRow: index + 1, lastRow: index + 1, firstColumn: column + 1, lastColumn: column + 1 };
      const { value } = cell;
      const words = value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.value) : '';
      yield part(cell, `${rest.name}!${rangeAddress(at)}`, words);
    }
  }
}
