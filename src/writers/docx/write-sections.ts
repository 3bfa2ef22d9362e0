import type { OfficialDocument, Section } from '../../document/official-document.ts';
import { pageNumber } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { letterFrame } from '../../format/forms.ts';
import { type Frame, frameOf } from '../../format/page.ts';
import { toTwips } from '../../format/units.ts';
import { letterFurniture } from './letter-furniture.ts';
import { hiddenHeight, hiddenParagraph } from './paragraph.ts';
import { writeBlocks } from './write-block.ts';
import { writeHead } from './write-head.ts';
import { writeImprint } from './write-imprint.ts';
import { tag } from './xml.ts';

/** Kinds of sections by what stands outside their text; only a letter's first page has its own. */
export type SectionKind = Section['orientation'] | 'letter';

/** References to the headers and footers of each kind of section, as the package names them. */
export type FurnitureReferences = Readonly<Record<SectionKind, string>>;

/** A section as it will be written. */
interface Leaf {
  readonly kind: SectionKind;
  readonly frame: Frame;
  readonly matter: string;
  /** Ends with a table: then a hidden paragraph carries the section's end. */
  readonly endsWithTable: boolean;
}

/** Writes a section; a letter's first one stands in running text's frame, whatever is in it. */
function writeSection(section: Section, isLetter: boolean, format: Format): Leaf {
  const { linePitch } = format.profile;
  const frame = isLetter ? frameOf('portrait', false, linePitch) : format.frameOf(section);
  const matter = writeBlocks(section.blocks, frame, format);
  const endsWithTable = section.blocks.at(-1)?.kind === 'table';
  return isLetter
    ? { kind: 'letter', frame: letterFrame(linePitch), matter, endsWithTable }
    : { kind: section.orientation, frame, matter, endsWithTable };
}

/** 版记 stands on the last page; behind a turned page it gets an upright one of its own. */
function withImprint(
  leaves: readonly Leaf[],
  { imprint }: OfficialDocument,
  format: Format,
): readonly Leaf[] {
  const last = leaves.at(-1);
  if (imprint === null || last === undefined) return leaves;
  if (last.kind === 'landscape') {
    const frame = frameOf('portrait', false, format.profile.linePitch);
    // LibreOffice hangs what floats at a section's start on the page before: a paragraph has to come first.
    const matter = hiddenParagraph + writeImprint(imprint, frame, format);
    return [...leaves, { kind: 'portrait', frame, matter, endsWithTable: false }];
  }
  // Two tables with nothing between them would become one.
  const between = last.endsWithTable ? hiddenParagraph : '';
  const matter = last.matter + between + writeImprint(imprint, last.frame, format);
  return [...leaves.slice(0, -1), { ...last, matter, endsWithTable: false }];
}

function withHeader(leaves: readonly Leaf[], { header }: OfficialDocument, format: Format): readonly Leaf[] {
  const [first, ...rest] = leaves;
  if (header === null || first === undefined) return leaves;
  return [{ ...first, matter: writeHead(header, first.frame, format) + first.matter }, ...rest];
}

/**
 * From the page's edge to header and footer, in twips. The footer of a turned page is an empty line near the edge:
 * its number stands in a box of its own at the short side.
 */
const furniture: Readonly<Record<SectionKind, number>> = {
  portrait: toTwips(pageNumber.wordFooter.value),
  landscape: toTwips(pageNumber.wordFooter.value / 2),
  letter: toTwips(letterFurniture),
};

/** Size, margins and footers of a section. The margins are what the frame leaves of the page. */
function sectionProperties({ kind, frame, endsWithTable }: Leaf, references: FurnitureReferences): string {
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
  const type = tag('type', { val: 'nextPage' });
  const first = kind === 'letter' ? tag('titlePg') : '';
  return `<w:sectPr>${references[kind]}${type}${tag('pgSz', { w, h, ...turned })}${tag('pgMar', margins)}${first}</w:sectPr>`;
}

/** Ends a section that is not the last one: in the properties of its last paragraph. */
function ended(leaf: Leaf, properties: string): string {
  const matter = leaf.endsWithTable || leaf.matter === '' ? leaf.matter + hiddenParagraph : leaf.matter;
  const at = matter.lastIndexOf('</w:pPr>');
  return matter.slice(0, at) + properties + matter.slice(at);
}

/** What stands between `<w:body>` and `</w:body>`. */
export function writeSections(
  document: OfficialDocument,
  format: Format,
  references: FurnitureReferences,
): string {
  const isLetter = document.header?.form === 'letter';
  const sections = document.sections.map((section, index) =>
    writeSection(section, isLetter && index === 0, format),
  );
  const leaves = withImprint(withHeader(sections, document, format), document, format);
  return leaves
    .map((leaf, index) => {
      const properties = sectionProperties(leaf, references);
      if (index < leaves.length - 1) return ended(leaf, properties);
      return leaf.matter + (leaf.endsWithTable ? hiddenParagraph : '') + properties;
    })
    .join('');
}
