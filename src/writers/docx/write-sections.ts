import type { OfficialDocument, Section } from '../../document/official-document.ts';
import { pageNumber } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { type Frame, frameOf } from '../../format/page.ts';
import { toTwips } from '../../format/units.ts';
import { hiddenHeight, hiddenParagraph } from './paragraph.ts';
import { writeBlocks } from './write-block.ts';
import { writeHeader } from './write-header.ts';
import { writeImprint } from './write-imprint.ts';
import { tag } from './xml.ts';

/** References to the footers of an orientation, as the package names them. */
export type FooterReferences = Readonly<Record<Section['orientation'], string>>;

/** A section as it will be written. */
interface Leaf {
  readonly orientation: Section['orientation'];
  readonly frame: Frame;
  readonly matter: string;
  /** Ends with a table: then a hidden paragraph carries the section's end. */
  readonly endsWithTable: boolean;
}

function writeSection(section: Section, format: Format): Leaf {
  const frame = format.frameOf(section);
  const matter = writeBlocks(section.blocks, frame, format);
  const endsWithTable = section.blocks.at(-1)?.kind === 'table';
  return { orientation: section.orientation, frame, matter, endsWithTable };
}

/** 版记 stands on the last page; behind a turned page it gets an upright one of its own. */
function withImprint(
  leaves: readonly Leaf[],
  { imprint }: OfficialDocument,
  format: Format,
): readonly Leaf[] {
  const last = leaves.at(-1);
  if (imprint === null || last === undefined) return leaves;
  if (last.orientation === 'landscape') {
    const frame = frameOf('portrait', false, format.profile.linePitch);
    // LibreOffice hangs what floats at a section's start on the page before: a paragraph has to come first.
    const matter = hiddenParagraph + writeImprint(imprint, frame, format);
    return [...leaves, { orientation: 'portrait', frame, matter, endsWithTable: false }];
  }
  // Two tables with nothing between them would become one.
  const between = last.endsWithTable ? hiddenParagraph : '';
  const matter = last.matter + between + writeImprint(imprint, last.frame, format);
  return [...leaves.slice(0, -1), { ...last, matter, endsWithTable: false }];
}

function withHeader(leaves: readonly Leaf[], { header }: OfficialDocument, format: Format): readonly Leaf[] {
  const [first, ...rest] = leaves;
  if (header === null || first === undefined) return leaves;
  return [{ ...first, matter: writeHeader(header, first.frame, format) + first.matter }, ...rest];
}

/**
 * From the page's edge to header and footer, in twips. The footer of a turned page is an empty line near the edge:
 * its number stands in a box of its own at the short side.
 */
const furniture: Readonly<Record<Section['orientation'], number>> = {
  portrait: toTwips(pageNumber.wordFooter.value),
  landscape: toTwips(pageNumber.wordFooter.value / 2),
};

/** Size, margins and footers of a section. The margins are what the frame leaves of the page. */
function sectionProperties({ orientation, frame, endsWithTable }: Leaf, footers: FooterReferences): string {
  const [w, h] = [toTwips(frame.pageWidth), toTwips(frame.pageHeight)];
  const [left, top] = [toTwips(frame.left), toTwips(frame.top)];
  const turned = orientation === 'landscape' ? { orient: 'landscape' } : {};
  const margins = {
    top,
    right: w - left - toTwips(frame.width),
    // Room for the hidden paragraph, so that a table may fill the frame.
    bottom: h - top - toTwips(frame.height) - (endsWithTable ? hiddenHeight : 0),
    left,
    header: furniture[orientation],
    footer: furniture[orientation],
    gutter: 0,
  };
  const type = tag('type', { val: 'nextPage' });
  return `<w:sectPr>${footers[orientation]}${type}${tag('pgSz', { w, h, ...turned })}${tag('pgMar', margins)}</w:sectPr>`;
}

/** Ends a section that is not the last one: in the properties of its last paragraph. */
function ended(leaf: Leaf, properties: string): string {
  const matter = leaf.endsWithTable || leaf.matter === '' ? leaf.matter + hiddenParagraph : leaf.matter;
  const at = matter.lastIndexOf('</w:pPr>');
  return matter.slice(0, at) + properties + matter.slice(at);
}

/** What stands between `<w:body>` and `</w:body>`. */
export function writeSections(document: OfficialDocument, format: Format, footers: FooterReferences): string {
  const sections = document.sections.map((section) => writeSection(section, format));
  const leaves = withImprint(withHeader(sections, document, format), document, format);
  return leaves
    .map((leaf, index) => {
      const properties = sectionProperties(leaf, footers);
      if (index < leaves.length - 1) return ended(leaf, properties);
      return leaf.matter + (leaf.endsWithTable ? hiddenParagraph : '') + properties;
    })
    .join('');
}
