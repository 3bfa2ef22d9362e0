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
}

/** Source of a value without its places, which go to `places`. Keys stand in the order they were made in. */
function sourceOf(value: unknown, places: string[]): string {
  // With its length, a text cannot be taken for anything else.
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    let source = '[';
    for (const item of value) source += `${sourceOf(item, places)},`;
    return `${source}]`;
  }
  let source = '{';
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (key === 'place') places.push(item === null ? '' : formatPlace(item as Place));
    else source += `${key}:${sourceOf(item, places)},`;
  }
  return `${source}}`;
}

/** All places that something composed carries. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(placesIn);
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'place' && item !== null ? [item as Place] : placesIn(item),
  );
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Characters of a mark. */
export const markLength = 5;

/** A mark of a text: thirty bits of its FNV-1a hash. */
function markOf(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  let mark = '';
  for (let index = 0; index < markLength; index++) mark += letters[(value >>> (6 * index)) & 63];
  return mark;
}

/** Fingerprint of a composed document or workbook. */
export function fingerprintOf(composed: OfficialDocument | Workbook): Fingerprint {
  const places: string[] = [];
  const content = hash(sourceOf(composed, places));
  return {
    content,
    places: hash(places.join('\n')),
    parts: () => ('sections' in composed ? documentParts(composed) : workbookParts(composed)),
  };
}

const shown = 24;

function part(value: unknown, where: string, words: string): Part {
  const line = words.replaceAll('\n', ' ');
  return {
    mark: markOf(sourceOf(value, [])),
    where,
    words: [...line].length > shown ? `${[...line].slice(0, shown).join('')}…` : line,
  };
}

function documentParts(document: OfficialDocument): readonly Part[] {
  const { sections, header, imprint, id: _, ...rest } = document;
  return [
    part(rest, '文件属性和版式', ''),
    ...(header === null ? [] : [part(header, '版头', '')]),
    ...sections.flatMap(({ blocks, ...section }) => [
      part(section, '页面方向', ''),
      ...blocks.flatMap((block) => blockParts(block)),
    ]),
    ...(imprint === null ? [] : [part(imprint, '版记', '')]),
  ];
}

function blockParts(block: Block): readonly Part[] {
  const where = formatPlace(block.place);
  if (block.kind !== 'table') return [part(block, where, wordsIn(block))];
  const { head, body, ...rest } = block;
  return [part(rest, where, `表格“${block.name}”`), ...[...head, ...body].flatMap(rowParts)];
}

const rowParts = ({ cells, ...rest }: TableRow): readonly Part[] => [
  ...cells.map((cell) => part(cell, formatPlace(cell.place), wordsIn(cell.paragraphs))),
  part(rest, '行高', ''),
];

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

function workbookParts({ sheets, id: _, ...rest }: Workbook): readonly Part[] {
  return [part(rest, '文件属性', ''), ...sheets.flatMap(sheetParts)];
}

function sheetParts({ rows, ...rest }: Sheet): readonly Part[] {
  const cells = rows.flatMap((row, index) =>
    row.cells.map((cell, column) => {
      const at = { firstRow: index + 1, lastRow: index + 1, firstColumn: column + 1, lastColumn: column + 1 };
      const { value } = cell;
      const words = value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.value) : '';
      return part(cell, `${rest.name}!${rangeAddress(at)}`, words);
    }),
  );
  return [part(rest, `${rest.name}的版式`, ''), ...cells];
}
