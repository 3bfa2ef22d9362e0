import { page as format } from '../../format/page.ts';
import type { Page, TypesetDocument } from '../../typesetting/page.ts';
import { bookmarks, bookmarksSize } from './bookmarks.ts';
import { type FileFont, FileFonts } from './file-fonts.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { operators } from './operator-writer.ts';
import { writePage } from './page-content.ts';
import {
  compressedStream,
  flateStream,
  PdfFile,
  type PdfObject,
  type PdfStream,
  stream,
} from './pdf-file.ts';
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
  const drawing = { structure, fonts };
  const marked: (readonly number[])[] = [];
  const contents: PdfStream[] = [];
  for (let index = 0; index < pages.length; index++) {
    operators.begin();
    marked.push(writePage(pages[index] as Page, drawing, operators));
    contents.push(flateStream(operators.deflated()));
  }
  const firstElement = pageObject(pages.length);
  const firstBookmark = firstElement + structureSize(structure);
  const firstFont = firstBookmark + bookmarksSize(outline);
  const outlines = bookmarksSize(outline) === 0 ? '' : `/Outlines ${reference(firstBookmark)}`;
  const { used } = fonts;
  let kids = '';
  for (let index = 0; index < pages.length; index++) {
    kids += index === 0 ? reference(pageObject(index)) : ` ${reference(pageObject(index))}`;
  }
  let resources = '';
  let characters = '';
  for (let index = 0; index < used.length; index++) {
    const font = used[index] as FileFont;
    resources += `/${font.name} ${reference(firstFont + objectsPerFont * index)}`;
    characters += `${font.characters}\n`;
  }

  const file = new PdfFile();
  file.add(
    `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${reference(firstElement)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${reference(metadataStream)}/OutputIntents${outputIntents}${outlines}>>`,
  );
  file.add(
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox${mediaBox}/Resources<</Font<<${resources}>>>>>>`,
  );
  file.add(infoDictionary(metadata));
  file.add(stream(Buffer.from(xmpPacket(metadata), 'utf8'), '/Type/Metadata/Subtype/XML'));
  file.add(profile);
  for (let index = 0; index < contents.length; index++) {
    file.add(pageSource(index, pages[index]?.turned === true));
    file.add(contents[index] as PdfStream);
  }
  addStructureTree(structure, marked, { first: firstElement, page: pageObject }, file);
  for (const each of bookmarks(outline, { first: firstBookmark, page: pageObject })) file.add(each);
  const id = file.identity(characters);
  for (let index = 0; index < used.length; index++) {
    const objects = (used[index] as FileFont).objects(firstFont + objectsPerFont * index);
    for (let at = 0; at < objects.length; at++) file.add(objects[at] as PdfObject);
  }
  return file.finish({ root: catalog, information, id });
}

function pageSource(index: number, turned: boolean): string {
  const upright = turned ? '/Rotate 90' : '';
  const content = reference(pageObject(index) + 1);
  return `<</Type/Page/Parent ${reference(pageTree)}${upright}/Contents ${content}/StructParents ${index}>>`;
}
