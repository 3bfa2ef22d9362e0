import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { pdfInfo, pdfText } from '../validators.ts';

/** A paragraph outside tables, or a cell: its characters without white space. The lines of 附件说明 are one. */
export interface Unit {
  readonly words: string;
  /** Whether it is a cell. */
  readonly cell: boolean;
  /** Whether it stands in a row that is repeated at the top of every page. */
  readonly head: boolean;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The paragraphs and cells of a Word file's text in their order, empty ones left out. Read without our writer's help. */
export function docxUnits(file: string): readonly Unit[] {
  const part = unzipSync(readFileSync(file))['word/document.xml'];
  if (part === undefined) throw new Error(`${file} has no document.xml`);
  const units: Unit[] = [];
  let words = '';
  let style = '';
  let depth = 0;
  let head = false;
  let inText = false;
  let inNote = false;
  const end = (): void => {
    const last = units.at(-1);
    const isNote = style.startsWith('AttachmentNote');
    if (isNote && inNote && last !== undefined)
      units[units.length - 1] = { ...last, words: last.words + words };
    else if (words !== '') units.push({ words, cell: depth > 0, head });
    inNote = isNote;
    words = '';
  };
  for (const [tag, closing, name, content] of strFromU8(part).matchAll(/<(\/?)([\w:]+)[^>]*>|([^<]+)/g)) {
    if (content !== undefined) {
      if (inText) words += bare(content.replace(/&(\w+);/g, (_, entity: string) => entities[entity] ?? '�'));
    } else if (name === 'w:t') inText = closing === '';
    else if (name === 'w:pStyle') style = /w:val="(\w+)"/.exec(tag)?.[1] ?? '';
    else if (name === 'w:tbl') depth += closing === '' ? 1 : -1;
    else if (name === 'w:tr') head = false;
    else if (name === 'w:tblHeader') head = true;
    else if (closing === '/' && (name === 'w:tc' || (name === 'w:p' && depth === 0))) end();
  }
  return units;
}

/** The heads of tables: the words of rows that are repeated at the top of every page. */
const headsOf = (units: readonly Unit[]): readonly string[] => {
  const heads: string[] = [];
  for (const [index, { words, head }] of units.entries()) {
    if (!head) continue;
    if (units[index - 1]?.head === true) heads[heads.length - 1] += words;
    else heads.push(words);
  }
  return heads;
};

/**
 * The tagged leaves of a PDF in the order of its structure, empty ones left out, as poppler reads them. A heading that ends
 * with a full stop opens a paragraph: with the words that follow it, it is one.
 */
export async function pdfUnits(file: string): Promise<readonly string[]> {
  const units: string[] = [];
  let words = '';
  let tag = '';
  for (const line of `${await pdfInfo(file, '-struct-text')}\nDocument`.split('\n')) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    if (text !== undefined) words += bare(text);
    else if (/^\s*[A-Z]\w*\b/.test(line)) {
      const opens = /^H\d$/.test(tag) && words.endsWith('。');
      tag = line.trim().split(/\W/)[0] ?? '';
      if (opens && tag === 'P') continue;
      if (words !== '') units.push(words);
      words = '';
    }
  }
  return units;
}

/** The characters of each page as text is copied out of it, without white space; page numbers are cut off. */
export async function pdfPages(file: string): Promise<readonly string[]> {
  const pages = (await pdfText(file, '-raw')).split('\f').slice(0, -1).map(bare);
  return pages.map((page, index) => {
    const number = `—${index + 1}—`;
    if (!page.endsWith(number)) throw new Error(`${file}, page ${index + 1}: no ${number} at the end`);
    return page.slice(0, -number.length);
  });
}

/** Tagged leaves with the words of heads once, however many pages repeat them. */
export function withoutRepeatedHeads(leaves: readonly string[], units: readonly Unit[]): readonly string[] {
  return leaves.map((leaf, index) => {
    const unit = units[index];
    const times = unit?.head === true ? leaf.length / unit.words.length : 1;
    return unit !== undefined && leaf === unit.words.repeat(times) ? unit.words : leaf;
  });
}

/** What is copied out of a PDF: the characters of its pages, the heads of tables only where they stand first. */
export function copiedPages(pages: readonly string[], units: readonly Unit[]): readonly string[] {
  const heads = headsOf(units);
  let before = '';
  return pages.map((page) => {
    const repeated = heads.find((head) => page.startsWith(head) && before.includes(head));
    before += page;
    return repeated === undefined ? page : page.slice(repeated.length);
  });
}

/** Whether the beginning of a text stands on one page and the rest on the next. */
const isCut = (words: string, pages: readonly string[]): boolean =>
  pages.some((page, index) =>
    [...words].some(
      (_, end) => page.includes(words.slice(0, end)) && pages[index + 1]?.includes(words.slice(end)) === true,
    ),
  );

/**
 * The units that cannot be read in copied pages: paragraphs that do not come whole and one after another, and cells
 * that are not whole. The cells of a row that is cut between two pages may be in two pieces.
 */
export function unreadable(pages: readonly string[], units: readonly Unit[]): readonly string[] {
  const text = pages.join('');
  let at = 0;
  return units
    .filter(({ words, cell }) => {
      if (cell) return !text.includes(words) && !isCut(words, pages);
      const found = text.indexOf(words, at);
      if (found !== -1) at = found + words.length;
      return found === -1;
    })
    .map(({ words }) => words);
}

/** Every character as often as it occurs, whatever the order. */
export const characters = (texts: readonly string[]): string => [...texts.join('')].sort().join('');
