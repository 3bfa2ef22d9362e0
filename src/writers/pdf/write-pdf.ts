import { page as format } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { bookmarks, bookmarksSize } from './bookmarks.ts';
import { FileFonts } from './file-fonts.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { operators } from './operator-writer.ts';
import { writePage } from './page-content.ts';
import { compressedStream, flateStream, PdfFile, stream } from './pdf-file.ts';
import { objectsPerFont, type PdfFonts } from './pdf-fonts.ts';
import { decimal, reference } from './pdf-syntax.ts';
import { srgbProfile } from './srgb-profile.ts';
import { addStructureTree, structureSize } from './structure-tree.ts';

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
  const marked: (readonly number[])[] = [];
  const contents = pages.map((page) => {
    operators.begin();
    marked.push(writePage(page, { structure, fonts }, operators));
    return flateStream(operators.deflated());
  });
  const firstElement = pageObject(pages.length);
  const firstBookmark = firstElement + structureSize(structure);
  const firstFont = firstBookmark + bookmarksSize(outline);
  const outlines = bookmarksSize(outline) === 0 ? '' : `/Outlines ${reference(firstBookmark)}`;
  const fontNumber = (index: number): number => firstFont + objectsPerFont * index;
  const resources = fonts.used.map(({ name }, index) => `/${name} ${reference(fontNumber(index))}`);
  const kids = pages.map((_, index) => reference(pageObject(index)));

  const file = new PdfFile();
  file.add(
    `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${reference(firstElement)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${reference(metadataStream)}/OutputIntents${outputIntents}${outlines}>>`,
  );
  file.add(
    `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]/MediaBox${mediaBox}/Resources<</Font<<${resources.join('')}>>>>>>`,
  );
  file.add(infoDictionary(metadata));
  file.add(stream(Buffer.from(xmpPacket(metadata), 'utf8'), '/Type/Metadata/Subtype/XML'));
  file.add(profile);
  for (const [index, content] of contents.entries()) {
    file.add(pageSource(index, pages[index]?.turned === true));
    file.add(content);
  }
  addStructureTree(structure, marked, { first: firstElement, page: pageObject }, file);
  for (const each of bookmarks(outline, { first: firstBookmark, page: pageObject })) file.add(each);
  const id = file.identity(...fonts.used.map(({ characters }) => characters));
  for (const [index, font] of fonts.used.entries())
    for (const object of font.objects(fontNumber(index))) file.add(object);
  return file.finish({ root: catalog, information, id });
}

function pageSource(index: number, turned: boolean): string {
  const upright = turned ? '/Rotate 90' : '';
  const content = reference(pageObject(index) + 1);
  return `<</Type/Page/Parent ${reference(pageTree)}${upright}/Contents ${content}/StructParents ${index}>>`;
}
