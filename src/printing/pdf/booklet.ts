import { page as format } from '../../format/page.ts';
import type { TypesetDocument } from '../../typesetting/page.ts';
import { decimal } from '../../writers/pdf/pdf-syntax.ts';
import { imposition } from '../arrangement.ts';
import { drawSide } from './draw-side.ts';
import { beginFile, finishFile, pageObject, parentEntry } from './file-frame.ts';
import type { JoinedDocument } from './join.ts';
import { ObjectTable } from './object-table.ts';
import type { PartStore, PdfPart } from './pdf-part.ts';

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
      `<</Type/Page${parentEntry}/Resources ${table.reference(resources)}/Contents ${table.reference(content)}>>`,
  );
  const intents = table.reference(first.source.outputIntents);
  const size = [2 * width, height] as const;
  const file = beginFile(pages, { metadata, size, duplex: 'DuplexFlipShortEdge', intents });
  for (const object of table.objects) file.add(object);
  return finishFile(file);
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
