import { nowhere } from '../diagnostics/place.ts';
import type { Fitting } from '../document/fitting.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import {
  nominalDash,
  pageNumber as numberRules,
  pageNumberBaseline,
  pageNumberText,
} from '../format/elements.ts';
import { type Format, formatOf } from '../format/format.ts';
import { type Frame, page as pageRules } from '../format/page.ts';
import { fitPages } from './fit-pages.ts';
import { type FaceMetrics, Typecase, widthOf } from './glyph.ts';
import { emptySheet, imprintOf, standsFree } from './imprint-place.ts';
import { layOut, type Setting, type Sheet } from './lay-out.ts';
import type { Ink, OutlineEntry, Page, PlacedItem, TypesetDocument } from './page.ts';
import { placeLine } from './place-line.ts';
import { setFootRule } from './set-letter-head.ts';
import { Structure } from './structure.ts';

/** The ink of the dashes of page numbers, as the face has it that draws them. */
const dashOf = (typecase: Typecase, { styles }: Format): Ink =>
  typecase.ink(typecase.text(numberRules.dash.value, styles.pageNumber)) ?? nominalDash;

/** — 1 —, below the type area at the outer edge: odd pages right, even pages left (§7.5); or centred. */
function setPageNumber(
  number: number,
  typecase: Typecase,
  dash: Ink,
  { styles, profile }: Format,
): PlacedItem[] {
  const style = styles.pageNumber;
  const glyphs = typecase.text(pageNumberText(number), style);
  const { paper, bindingMargin, foreEdge } = pageRules;
  const side = numberRules.sideIndent.value * style.size;
  const [left, right] = [bindingMargin.value, paper.value.width - foreEdge.value];
  const width = widthOf(glyphs);
  const outer = number % 2 === 1 ? right - side - width : left + side;
  const x = profile.pageNumber === 'centre' ? (left + right - width) / 2 : outer;
  const y = pageNumberBaseline(dash.top);
  const look = { align: 'left', last: true, colour: 'black', element: null } as const;
  return placeLine(glyphs, 0, glyphs.length, { x, width, y, ...look }).map((item) =>
    item.kind === 'text' ? { ...item, ink: dash } : item,
  );
}

/** What stands outside the body of a page: its number or, on the first page of a letter, the second double rule. */
const furnitureOf = (
  document: OfficialDocument,
  index: number,
  frame: Frame,
  typecase: Typecase,
  dash: Ink,
  format: Format,
): PlacedItem[] =>
  index === 0 && document.header?.form === 'letter'
    ? setFootRule(frame, format)
    : setPageNumber(index + 1, typecase, dash, format);

/** Puts 版记 at its place: at the foot of the last page, or behind it. */
function addImprint(document: OfficialDocument, fitting: Fitting, sheets: Sheet[], setting: Setting): void {
  if (document.imprint === null) return;
  const imprint = imprintOf(document, document.imprint, fitting, setting);
  const last = sheets.at(-1);
  // With faces narrower or wider than nominal the page may be fuller than was known.
  const place = fitting.imprint === 'last-page' && !standsFree(last, imprint) ? 'next-page' : fitting.imprint;
  if (place === 'behind-empty-page') sheets.push(emptySheet(document, false));
  if (place !== 'last-page') sheets.push(emptySheet(document, place === 'next-page'));
  const sheet = sheets.at(-1);
  sheet?.matter.items.push(...imprint.items);
}

function outlineOf(sheets: readonly Sheet[]): OutlineEntry[] {
  return sheets.flatMap(({ matter, turned }, page) =>
    matter.bookmarks.map(({ title, depth, y }) => ({ title, depth, page, y: turned ? 0 : y })),
  );
}

/** Sets a document into finished pages, fitted as every writer fits it. Characters no face has stand there as texts without a face. */
export function typeset(
  document: OfficialDocument,
  faces: FaceMetrics,
  fitting: Fitting = fitPages(document),
): TypesetDocument {
  const format = formatOf(document.profile);
  const typecase = Typecase.of(faces, format.ownFigures);
  const structure = new Structure();
  const root = structure.add('Document', null, { kind: 'document', place: nowhere });
  const setting = { typecase, structure, root };
  const sheets = layOut(document, fitting, setting);
  addImprint(document, fitting, sheets, setting);
  const dash = dashOf(typecase, format);
  const pages = sheets.map(
    ({ frame, turned, matter, numbered }, index): Page => ({
      turned,
      body: matter.items,
      furniture: numbered ? furnitureOf(document, index, frame, typecase, dash, format) : [],
    }),
  );
  return {
    id: document.id,
    metadata: document.metadata,
    pages,
    structure: structure.elements,
    outline: outlineOf(sheets),
  };
}
