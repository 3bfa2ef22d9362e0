import { page as format } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { infoDictionary, xmpPacket } from '../../writers/pdf/metadata.ts';
import { PdfFile, stream } from '../../writers/pdf/pdf-file.ts';
import { decimal, reference } from '../../writers/pdf/pdf-syntax.ts';
import { imposition } from '../arrangement.ts';
import { drawSide } from './draw-side.ts';
import { type JoinedDocument, printPreferences } from './join.ts';
import { ObjectTable } from './object-table.ts';
import type { PartStore, PdfPart } from './pdf-part.ts';

const catalog = 1;
const pageTree = 2;
const information = 3;
const metadataStream = 4;
const firstPage = 5;
const pageObject = (index: number): number => firstPage + index;

const { width, height } = format.paper.value;

/**
 * Imposes booklets for saddle stitching: A3 landscape, two A4 pages a face, front and back in turn, to be turned over
 * the short edge and folded. PDF/A-1b; the pages are drawn as forms, so that structure and bookmarks, which go by
 * pages read one after the other, are left out.
 */
export function imposeBooklets(
  booklets: readonly JoinedDocument[],
  metadata: TypesetDocument['metadata'],
  store: PartStore,
): Uint8Array {
  const faces = booklets.flatMap((booklet) => {
    const forms = formsOf(booklet, store);
    return imposition(forms.length).map(({ left, right }) =>
      faceParts(forms[left] ?? [], forms[right] ?? [], store),
    );
  });
  const [first] = booklets;
  if (first === undefined) throw new RangeError('nothing to impose');
  const table = new ObjectTable(pageObject(faces.length));
  const pages = faces.map(
    ({ content, resources }) =>
      `<</Type/Page/Parent ${reference(pageTree)}/Resources ${table.reference(resources)}/Contents ${table.reference(content)}>>`,
  );
  const intents = table.reference(first.source.outputIntents);
  const packet = Buffer.from(xmpPacket(metadata), 'utf8');
  const kids = pages.map((_, index) => reference(pageObject(index))).join(' ');
  const file = new PdfFile();
  for (const object of [
    `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)${printPreferences('DuplexFlipShortEdge')}/Metadata ${reference(metadataStream)}/OutputIntents ${intents}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${decimal(2 * width)} ${decimal(height)}]>>`,
    infoDictionary(metadata),
    stream(packet, '/Type/Metadata/Subtype/XML'),
    ...pages,
    ...table.objects,
  ])
    file.add(object);
  return file.finish({ root: catalog, information, id: file.identity() });
}

/** The forms that draw each side of a booklet; none for a blank one. */
function formsOf(
  { source, sides, stamp }: JoinedDocument,
  store: PartStore,
): readonly (readonly PdfPart[])[] {
  return sides.map((side) => {
    if (side.kind === 'blank') return [];
    const page = source.pages[side.page];
    if (page === undefined) throw new RangeError(`there is no page ${side.page}`);
    const { contents, resources } = drawSide(page, side.numbered, side.page === 0 ? stamp : null, store);
    return contents.map((content) => formOf(content, resources, store));
  });
}

const box = `[0 0 ${decimal(width)} ${decimal(height)}]`;

/** A content stream as a form. Its own dictionary says how it is packed. */
function formOf({ source, stream: packed }: PdfPart, resources: PdfPart, store: PartStore): PdfPart {
  return store.make([...source, `/Type/XObject/Subtype/Form/BBox${box}/Resources `, resources], packed);
}

function faceParts(left: readonly PdfPart[], right: readonly PdfPart[], store: PartStore) {
  const names = (forms: readonly PdfPart[], side: string) => forms.map((_, index) => `${side}${index}`);
  const draw = (forms: readonly PdfPart[], side: string) =>
    names(forms, side)
      .map((name) => `/${name} Do\n`)
      .join('');
  const content = store.content(
    `${draw(left, 'L')}q\n1 0 0 1 ${decimal(width)} 0 cm\n${draw(right, 'R')}Q\n`,
  );
  const entries = [
    ...left.flatMap((form, index) => [`/L${index} `, form]),
    ...right.flatMap((form, index) => [`/R${index} `, form]),
  ];
  return { content, resources: store.make(['<</XObject<<', ...entries, '>>>>']) };
}
