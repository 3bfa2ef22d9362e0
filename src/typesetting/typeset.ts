import { nowhere } from '../diagnostics/place.ts';
import type { Header } from '../document/header.ts';
import type { OfficialDocument, Section } from '../document/official-document.ts';
import { pageNumber as numberRules, pageNumberText } from '../format/elements.ts';
import { type Format, formatOf } from '../format/format.ts';
import { letterFrame } from '../format/forms.ts';
import { type Frame, frameOf, page as pageRules } from '../format/page.ts';
import { type GalleyItem, moved } from './galley.ts';
import { type FaceMetrics, Typecase, widthOf } from './glyph.ts';
import type { OutlineEntry, Page, PlacedItem, TypesetDocument } from './page.ts';
import { type PageMatter, paginate } from './paginate.ts';
import { placeLine } from './place-line.ts';
import { setBlocks } from './set-block.ts';
import { setHead } from './set-head.ts';
import { setImprint } from './set-imprint.ts';
import { setFootRule } from './set-letter-head.ts';
import { baselineOf } from './set-text.ts';
import { Structure } from './structure.ts';

/** A page under way: its matter with the frame it stands in. */
interface Sheet {
  readonly frame: Frame;
  readonly turned: boolean;
  readonly matter: PageMatter;
}

/** — 1 —, below the type area at the outer edge: odd pages right, even pages left (§7.5); or centred. */
function setPageNumber(number: number, typecase: Typecase, { styles, profile }: Format): PlacedItem[] {
  const style = styles.pageNumber;
  const glyphs = typecase.text(pageNumberText(number), style);
  const { paper, bindingMargin, foreEdge } = pageRules;
  const side = numberRules.sideIndent.value * style.size;
  const [left, right] = [bindingMargin.value, paper.value.width - foreEdge.value];
  const width = widthOf(glyphs);
  const outer = number % 2 === 1 ? right - side - width : left + side;
  const x = profile.pageNumber === 'centre' ? (left + right - width) / 2 : outer;
  const y = paper.value.height - numberRules.wordFooter.value - style.pitch + baselineOf(style.pitch);
  return placeLine(glyphs, 0, glyphs.length, {
    x,
    width,
    y,
    align: 'left',
    last: true,
    colour: 'black',
    element: null,
  });
}

/** What stands outside the body of a page: its number or, on the first page of a letter, the second double rule. */
const furnitureOf = (
  document: OfficialDocument,
  index: number,
  frame: Frame,
  typecase: Typecase,
  format: Format,
): PlacedItem[] =>
  index === 0 && document.header?.form === 'letter'
    ? setFootRule(frame)
    : setPageNumber(index + 1, typecase, format);

/** The frames of a section's first page and of the rest; only a letter's first page has one of its own. */
function framesOf(section: Section, head: Header | null, format: Format) {
  const { linePitch } = format.profile;
  if (head?.form === 'letter') {
    return { first: letterFrame(linePitch), next: frameOf('portrait', false, linePitch) };
  }
  const frame = format.frameOf(section);
  return { first: frame, next: frame };
}

/** Sets every section into pages. */
function setSections(
  document: OfficialDocument,
  typecase: Typecase,
  structure: Structure,
  root: number,
): Sheet[] {
  const format = formatOf(document.profile);
  return document.sections.flatMap((section, index) => {
    const head = index === 0 ? document.header : null;
    const frames = framesOf(section, head, format);
    const setting = { typecase, structure, root, frame: frames.next, format };
    const galley: GalleyItem[] = [
      ...(head === null ? [] : setHead(head, { ...setting, frame: frames.first })),
      ...setBlocks(section.blocks, setting),
    ];
    const turned = section.orientation === 'landscape';
    return paginate(galley, frames.next.height, frames.first.height).map((matter, page) => ({
      frame: page === 0 ? frames.first : frames.next,
      turned,
      matter,
    }));
  });
}

/** Puts the imprint at the foot of the last page, on a page of its own where the last one is full or turned. */
function addImprint(
  document: OfficialDocument,
  sheets: Sheet[],
  typecase: Typecase,
  structure: Structure,
  root: number,
) {
  if (document.imprint === null) return;
  const format = formatOf(document.profile);
  const frame = frameOf('portrait', false, document.profile.linePitch);
  const imprint = setImprint(document.imprint, { typecase, structure, root, frame, format });
  const last = sheets.at(-1);
  const free = last !== undefined && !last.turned && last.frame.top + last.matter.bottom <= imprint.top;
  if (!free) sheets.push({ frame, turned: false, matter: { items: [], bookmarks: [], bottom: 0 } });
  const sheet = sheets.at(-1) as Sheet;
  sheet.matter.items.push(...moved(imprint.items, -sheet.frame.left, -sheet.frame.top));
}

function outlineOf(sheets: readonly Sheet[]): OutlineEntry[] {
  return sheets.flatMap(({ matter, frame, turned }, page) =>
    matter.bookmarks.map(({ title, depth, y }) => ({ title, depth, page, y: turned ? 0 : frame.top + y })),
  );
}

/** Sets a document into finished pages. Characters no face has stand there as texts without a face. */
export function typeset(document: OfficialDocument, faces: FaceMetrics): TypesetDocument {
  const format = formatOf(document.profile);
  const typecase = new Typecase(faces, format.ownWestern);
  const structure = new Structure();
  const root = structure.add('Document', null, { kind: 'document', place: nowhere });
  const sheets = setSections(document, typecase, structure, root);
  addImprint(document, sheets, typecase, structure, root);
  const pages = sheets.map(
    ({ frame, turned, matter }, index): Page => ({
      turned,
      body: moved(matter.items, frame.left, frame.top),
      furniture: furnitureOf(document, index, frame, typecase, format),
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
