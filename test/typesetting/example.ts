import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block } from '../../src/document/block.ts';
import type { Fitting } from '../../src/document/fitting.ts';
import { type Inline, text } from '../../src/document/inline.ts';
import type { OfficialDocument, Section } from '../../src/document/official-document.ts';
import { standardProfile } from '../../src/document/profile.ts';
import type { Table, TableCell, TableRow } from '../../src/document/table.ts';
import type { FaceMetrics } from '../../src/typesetting/glyph.ts';
import type { Page, PlacedText, TypesetDocument } from '../../src/typesetting/page.ts';
import { typeset } from '../../src/typesetting/typeset.ts';

/** Faces that have every character: Chinese ones an em wide, Western ones half. */
export const squareFaces: FaceMetrics = {
  drawnBy: (role, codePoint) => ({ face: role, advance: codePoint < 0x7f ? 0.5 : 1 }),
  inkOf: () => null,
};

/** A paragraph of running text. */
export const paragraph = (words: string): Block => ({
  kind: 'paragraph',
  lead: null,
  inlines: [text(words)],
  indent: 'first-line',
  place: nowhere,
});

/** A heading with its number. */
export const heading = (level: 1 | 2 | 3 | 4, number: string, words: string): Block => ({
  kind: 'heading',
  level,
  number,
  inlines: [text(words)],
  place: nowhere,
});

/** A cell of one line of text. */
export const cell = (column: number, words: string, traits: Partial<TableCell> = {}): TableCell => ({
  column,
  columnSpan: 1,
  rowSpan: 1,
  paragraphs: words === '' ? [] : [[text(words)] satisfies Inline[]],
  align: 'left',
  vertical: 'middle',
  role: 'body',
  place: nowhere,
  ...traits,
});

/** A row of cells. */
export const row = (...cells: TableCell[]): TableRow => ({ cells, minimumLines: 0 });

/** A table of equal columns with a head of one row. */
export const table = (heads: string[], ...body: TableRow[]): Table => ({
  kind: 'table',
  name: '例表',
  size: '小四',
  columns: heads.map(() => ({ width: 1 })),
  head: [row(...heads.map((head, column) => cell(column, head, { role: 'head' })))],
  body,
  place: nowhere,
});

/** A document of sections without head or imprint. */
export const documentOf = (...sections: Section[]): OfficialDocument => ({
  id: 'example',
  metadata: {
    title: '例',
    issuer: '三管镇人民政府',
    documentNumber: null,
    date: { year: 2022, month: 5, day: 24 },
    keywords: [],
  },
  names: [],
  profile: standardProfile,
  header: null,
  sections,
  imprint: null,
});

/** A portrait document of blocks. */
export const portrait = (...blocks: Block[]): OfficialDocument =>
  documentOf({ orientation: 'portrait', blocks });

/** Sets a document with square faces. */
export const set = (document: OfficialDocument, fitting?: Fitting): TypesetDocument =>
  typeset(document, squareFaces, fitting);

function texts(page: Page | undefined): PlacedText[] {
  if (page === undefined) throw new Error('there is no such page');
  return page.body.filter((item) => item.kind === 'text');
}

/** The words of a page's number. */
export const numberOf = (page: Page | undefined): string =>
  (page?.furniture ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join('');

/** Lines of a page's body from top to bottom: texts on one base line, from left to right. */
export function linesOf(page: Page | undefined): string[] {
  const lines = new Map<number, PlacedText[]>();
  for (const item of texts(page)) {
    const key = Math.round(item.y * 10);
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
  return [...lines.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, items]) =>
      items
        .sort((a, b) => a.x - b.x)
        .map((item) => item.text)
        .join(''),
    );
}

/** The text that contains the words, with its position. */
export function find(page: Page | undefined, words: string): PlacedText {
  const found = texts(page).find((item) => item.text.includes(words));
  if (found === undefined) throw new Error(`no “${words}” on the page`);
  return found;
}
