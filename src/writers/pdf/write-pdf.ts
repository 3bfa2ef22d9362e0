import { page as format } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { bookmarks, bookmarksSize } from './bookmarks.ts';
import { FileFonts } from './file-fonts.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { type PageContent, pageContent } from './page-content.ts';
import { compressedStream, flateStream, identityOf, type PdfObject, pdfFile, stream } from './pdf-file.ts';
import { objectsPerFont, type PdfFonts } from './pdf-fonts.ts';
import { decimal, reference } from './pdf-syntax.ts';
import { srgbProfile } from './srgb-profile.ts';
import { operatorStreams } from './stream-codes.ts';
import { structureSize, structureTree } from './structure-tree.ts';

/** Numbers of the objects every file begins with. */
const catalog = 1;
const pageTree = 2;
const information = 3;
const metadataStream = 4;
const colourProfile = 5;
const firstPage = 6;

/** A page and its content. */
const objectsPerPage = 2;
const pageObject = (index: number): number => firstPage + objectsPerPage * index;

const profile = compressedStream(srgbProfile(), '/N 3');
const condition = 'sRGB IEC61966-2.1';
const outputIntents = `[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(${condition})/Info(${condition})/DestOutputProfile ${reference(colourProfile)}>>]`;

const { width, height } = format.paper.value;
const mediaBox = `[0 0 ${decimal(width)} ${decimal(height)}]`;

/**
 * Writes a document as PDF/A-1b (GB/T 23286.1), tagged and with bookmarks. Its bytes depend on the document and on the
 * faces it draws with, on nothing written before. Throws for a character that a face lacks.
 */
export function writePdf(document: TypesetDocument, pdfFonts: PdfFonts): Uint8Array {
  const { structure, outline, metadata, pages } = document;
  const fonts = new FileFonts(pdfFonts);
  const contents = pages.map((page) => pageContent(page, { structure, fonts }));

  const firstFont = pageObject(pages.length);
  const firstElement = firstFont + objectsPerFont * fonts.used.length;
  const firstBookmark = firstElement + structureSize(structure);
  const marked = contents.map((content) => content.marked);
  const tree = structureTree(structure, marked, { first: firstElement, page: pageObject });
  const marks = bookmarks(outline, { first: firstBookmark, page: pageObject });

  const packet = xmpPacket(metadata);
  const outlines = bookmarksSize(outline) === 0 ? '' : `/Outlines ${reference(firstBookmark)}`;
  const fontNumber = (index: number): number => firstFont + objectsPerFont * index;
  const resources = fonts.used.map(({ name }, index) => `/${name} ${reference(fontNumber(index))}`);
  const kids = pages.map((_, index) => reference(pageObject(index)));
  const objects: PdfObject[] = [
    `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${reference(firstElement)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${reference(metadataStream)}/OutputIntents${outputIntents}${outlines}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]/MediaBox${mediaBox}/Resources<</Font<<${resources.join('')}>>>>>>`,
    infoDictionary(metadata),
    stream(Buffer.from(packet, 'utf8'), '/Type/Metadata/Subtype/XML'),
    profile,
    ...pages.flatMap(({ turned }, index) => pageObjects(index, turned, contents[index])),
    ...fonts.used.flatMap((font, index) => font.objects(fontNumber(index))),
    ...tree,
    ...marks,
  ];
  const drawn = fonts.used.map(({ characters }) => characters);
  const said = [packet, ...contents.map(({ operators }) => operators), ...drawn, ...tree, ...marks];
  return pdfFile(objects, { root: catalog, information, id: identityOf(said) });
}

function pageObjects(index: number, turned: boolean, content: PageContent | undefined): PdfObject[] {
  const upright = turned ? '/Rotate 90' : '';
  const number = pageObject(index);
  return [
    `<</Type/Page/Parent ${reference(pageTree)}${upright}/Contents ${reference(number + 1)}/StructParents ${index}>>`,
    flateStream(operatorStreams.stream(Buffer.from(content?.operators ?? '', 'latin1'))),
  ];
}
