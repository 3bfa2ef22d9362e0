import { createHash } from 'node:crypto';
import { PDFContext, PDFHeader, PDFRef, PDFWriter } from 'pdf-lib';
import { page as format } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { bookmarks, bookmarksSize } from './bookmarks.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { type PageContent, pageContent } from './page-content.ts';
import type { PdfFace, PdfFaces } from './pdf-faces.ts';
import { compressedStream, stream, type WrittenObject, written } from './pdf-object.ts';
import { decimal, reference } from './pdf-syntax.ts';
import { srgbProfile } from './srgb-profile.ts';
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
 * Writes a document as PDF/A-1b (GB/T 23286.1), tagged and with bookmarks. `faces` must hold every character the
 * document draws. The same document and faces give the same bytes.
 */
export async function writePdf(document: TypesetDocument, faces: PdfFaces): Promise<Uint8Array> {
  const used = new Map<PdfFace, string>();
  const nameFace = (face: PdfFace): string => {
    const name = used.get(face) ?? `F${used.size + 1}`;
    used.set(face, name);
    return name;
  };
  const { structure, outline, metadata, pages } = document;
  const contents = pages.map((page) => pageContent(page, { structure, faces, nameFace }));

  const firstFace = pageObject(pages.length);
  const fonts = fontObjects(used, firstFace);
  const firstElement = firstFace + fonts.objects.length;
  const firstBookmark = firstElement + structureSize(structure);
  const marked = contents.map((content) => content.marked);
  const tree = structureTree(structure, marked, { first: firstElement, page: pageObject });
  const marks = bookmarks(outline, { first: firstBookmark, page: pageObject });

  const packet = xmpPacket(metadata);
  const outlines = bookmarksSize(outline) === 0 ? '' : `/Outlines ${reference(firstBookmark)}`;
  const objects: WrittenObject[] = [
    written(
      `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot ${reference(firstElement)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${reference(metadataStream)}/OutputIntents${outputIntents}${outlines}>>`,
    ),
    written(
      `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => reference(pageObject(index))).join(' ')}]/MediaBox${mediaBox}/Resources<</Font<<${fonts.resources}>>>>>>`,
    ),
    written(infoDictionary(metadata)),
    stream(Buffer.from(packet, 'utf8'), '/Type/Metadata/Subtype/XML'),
    profile,
    ...pages.flatMap(({ turned }, index) => pageObjects(index, turned, contents[index])),
    ...fonts.objects,
    ...tree.map(written),
    ...marks.map(written),
  ];
  const parts = [packet, ...contents.map(({ operators }) => operators), fonts.names, ...tree, ...marks];
  return assemble(objects, fileId(parts));
}

function pageObjects(index: number, turned: boolean, content: PageContent | undefined): WrittenObject[] {
  const upright = turned ? '/Rotate 90' : '';
  const number = pageObject(index);
  return [
    written(
      `<</Type/Page/Parent ${reference(pageTree)}${upright}/Contents ${reference(number + 1)}/StructParents ${index}>>`,
    ),
    compressedStream(Buffer.from(content?.operators ?? '', 'latin1')),
  ];
}

/** The objects of the faces a document uses, their entries in the resources, and their names. */
function fontObjects(used: ReadonlyMap<PdfFace, string>, first: number) {
  const objects: WrittenObject[] = [];
  let resources = '';
  let names = '';
  for (const [face, name] of used) {
    const number = first + objects.length;
    resources += `/${name} ${reference(number)}`;
    names += `${face.name} `;
    objects.push(...face.objects(number));
  }
  return { objects, resources, names };
}

/** Two equal halves of a file's identity, made from what it says. */
function fileId(parts: readonly string[]): WrittenObject {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const digits = hash.digest('hex').slice(0, 32).toUpperCase();
  return written(`[<${digits}><${digits}>]`);
}

/** Puts objects into a file in their order, without object streams, which PDF/A-1 forbids. */
function assemble(objects: readonly WrittenObject[], id: WrittenObject): Promise<Uint8Array> {
  const context = PDFContext.create();
  context.header = PDFHeader.forVersion(1, 4);
  objects.forEach((object, index) => {
    context.assign(PDFRef.of(index + 1), object);
  });
  context.trailerInfo = { Root: PDFRef.of(catalog), Info: PDFRef.of(information), ID: id };
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}
