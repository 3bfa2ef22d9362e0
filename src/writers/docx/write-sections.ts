import { addresseeInImprint, type Fitting, type SectionFitting } from '../../document/fitting.ts';
import type { OfficialDocument, Section } from '../../document/official-document.ts';
import { pageNumberFooter } from '../../format/elements.ts';
import { closerFormat, closerTitles, type Format } from '../../format/format.ts';
import { letterFrame } from '../../format/forms.ts';
import { type Frame, frameOf } from '../../format/page.ts';
import { toTwips } from '../../format/units.ts';
import { letterFurniture } from './letter-furniture.ts';
import { type Markup, single } from './markup.ts';
import { hiddenHeight, hiddenParagraph } from './paragraph.ts';
import { writeBlocks } from './write-block.ts';
import { writeHead } from './write-head.ts';
import { writeImprint } from './write-imprint.ts';
import { tag } from './xml.ts';

/** Kinds of sections by what stands outside their text: only a letter's first page has its own; `bare` pages have no number. */
export type SectionKind = Section['orientation'] | 'letter' | 'bare';

/** References to the headers and footers of each kind of section, as the package names them. */
export type FurnitureReferences = Readonly<Record<SectionKind, string>>;

/** A section as it will be written. */
interface Leaf {
  readonly kind: SectionKind;
  readonly frame: Frame;
  readonly matter: readonly Markup[];
  /** Ends with a table: then a hidden paragraph carries the section's end. */
  readonly endsWithTable: boolean;
  /** Where it begins: on a new page, or on the next one with an even number. */
  readonly begins: 'nextPage' | 'evenPage';
}

/** Writes a section; a letter's first one stands in running text's frame, whatever is in it. */
function writeSection(
  section: Section,
  isLetter: boolean,
  fitting: SectionFitting,
  { format, names }: { readonly format: Format; readonly names: readonly string[] },
): Leaf {
  const { linePitch } = fitting;
  const frame = isLetter
    ? frameOf('portrait', false, linePitch)
    : closerFormat(format, fitting).frameOf(section);
  const matter = writeBlocks(section.blocks, fitting, { frame, format, names });
  const endsWithTable = section.blocks.at(-1)?.kind === 'table';
  return isLetter
    ? { kind: 'letter', frame: letterFrame(linePitch), matter, endsWithTable, begins: 'nextPage' }
    : { kind: section.orientation, frame, matter, endsWithTable, begins: 'nextPage' };
}

/**
 * An upright page of its own for some matter. LibreOffice hangs what floats at a section's start on the page before:
 * a paragraph has to come first.
 */
const ownPage = (
  matter: string,
  format: Format,
  kind: 'portrait' | 'bare',
  begins: Leaf['begins'] = 'nextPage',
): Leaf => ({
  kind,
  frame: frameOf('portrait', false, format.profile.linePitch),
  matter: [single(hiddenParagraph + matter)],
  endsWithTable: false,
  begins,
});

/** 版记 at its place: on the last page, or behind it on an even one. */
function withImprint(
  leaves: readonly Leaf[],
  document: OfficialDocument,
  fitting: Fitting,
  format: Format,
): readonly Leaf[] {
  const { imprint, profile } = document;
  const last = leaves.at(-1);
  if (imprint === null || last === undefined) return leaves;
  const addressee = addresseeInImprint(document, fitting)?.names ?? null;
  const write = (frame: Frame) => writeImprint(imprint, addressee, fitting.copies, frame, format);
  const own = frameOf('portrait', false, profile.linePitch);
  switch (fitting.imprint) {
    case 'last-page': {
      // Two tables with nothing between them would become one.
      const between = last.endsWithTable ? hiddenParagraph : '';
      const matter = [...last.matter, single(between + write(last.frame))];
      return [...leaves.slice(0, -1), { ...last, matter, endsWithTable: false }];
    }
    case 'next-page':
      return [...leaves, ownPage(write(own), format, 'portrait', profile.duplex ? 'evenPage' : 'nextPage')];
    case 'behind-empty-page':
      return [...leaves, ownPage('', format, 'bare'), ownPage(write(own), format, 'bare')];
  }
}

function withHeader(
  leaves: readonly Leaf[],
  { header }: OfficialDocument,
  { markSize, sections }: Fitting,
  format: Format,
): readonly Leaf[] {
  const [first, ...rest] = leaves;
  if (header === null || first === undefined) return leaves;
  const head = writeHead(header, markSize, first.frame, closerTitles(format, sections[0]?.closerTitle ?? 0));
  return [{ ...first, matter: [single(head), ...first.matter] }, ...rest];
}

/**
 * From the page's edge to header and footer, in twips. The footer of a turned page is an empty line near the edge:
 * its number stands in a box of its own at the short side.
 */
const furniture: Readonly<Record<SectionKind, number>> = {
  portrait: toTwips(pageNumberFooter.value),
  landscape: toTwips(pageNumberFooter.value / 2),
  letter: toTwips(letterFurniture),
  bare: toTwips(pageNumberFooter.value),
};

/** Size, margins and footers of a section. The margins are what the frame leaves of the page. */
function sectionProperties(leaf: Leaf, references: FurnitureReferences): string {
  const { kind, frame, endsWithTable, begins } = leaf;
  const [w, h] = [toTwips(frame.pageWidth), toTwips(frame.pageHeight)];
  const [left, top] = [toTwips(frame.left), toTwips(frame.top)];
  const turned = kind === 'landscape' ? { orient: 'landscape' } : {};
  const margins = {
    top,
    right: w - left - toTwips(frame.width),
    // Room for the hidden paragraph, so that a table may fill the frame.
    bottom: h - top - toTwips(frame.height) - (endsWithTable ? hiddenHeight : 0),
    left,
    header: furniture[kind],
    footer: furniture[kind],
    gutter: 0,
  };
  const type = tag('type', { val: begins });
  const first = kind === 'letter' ? tag('titlePg') : '';
  return `<w:sectPr>${references[kind]}${type}${tag('pgSz', { w, h, ...turned })}${tag('pgMar', margins)}${first}</w:sectPr>`;
}

/** Ends a section that is not the last one: in the properties of its last paragraph. */
function ended({ matter, endsWithTable }: Leaf, properties: string): readonly Markup[] {
  const hidden = endsWithTable || matter.length === 0;
  const last = hidden ? hiddenParagraph : ((matter.at(-1)?.at(-1) ?? '') as string);
  const at = last.lastIndexOf('</w:pPr>');
  const closed = single(last.slice(0, at) + properties + last.slice(at));
  return [...(hidden ? matter : matter.slice(0, -1)), closed];
}

/** What stands between `<w:body>` and `</w:body>`. */
export function writeSections(
  document: OfficialDocument,
  fitting: Fitting,
  format: Format,
  references: FurnitureReferences,
): readonly Markup[] {
  const isLetter = document.header?.form === 'letter';
  const plain = { linePitch: document.profile.linePitch, closerTitle: 0, blocks: [] };
  const sections = document.sections.map((section, index) =>
    writeSection(section, isLetter && index === 0, fitting.sections[index] ?? plain, {
      format,
      names: document.names,
    }),
  );
  const headed = withHeader(sections, document, fitting, format);
  const leaves = withImprint(headed, document, fitting, format);
  return leaves.flatMap((leaf, index) => {
    const properties = sectionProperties(leaf, references);
    if (index < leaves.length - 1) return ended(leaf, properties);
    return [...leaf.matter, single((leaf.endsWithTable ? hiddenParagraph : '') + properties)];
  });
}
