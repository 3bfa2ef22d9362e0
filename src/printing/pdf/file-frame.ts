import type { TypesetDocument } from '../../typesetting/page.ts';
import { infoDictionary, xmpPacket } from '../../writers/pdf/metadata.ts';
import { PdfFile, stream } from '../../writers/pdf/pdf-file.ts';
import { decimal, reference } from '../../writers/pdf/pdf-syntax.ts';

/** Numbers of the objects every file for printing begins with; its pages come next. */
const catalog = 1;
const pageTree = 2;
const information = 3;
const metadataStream = 4;
const firstPage = 5;

/** Number of a page's object, by its place from 0; of what comes behind the pages by their count. */
export const pageObject = (index: number): number => firstPage + index;

/** How a page refers to the tree of pages. */
export const parentEntry = `/Parent ${reference(pageTree)}`;

/** How a printer is to take the file, as readers that know of it propose in their dialogue. */
export type Duplex = 'Simplex' | 'DuplexFlipLongEdge' | 'DuplexFlipShortEdge';

/** What stands around the pages of a file for printing. */
export interface FileFrame {
  readonly metadata: TypesetDocument['metadata'];
  /** Width and height of every page, in points. */
  readonly size: readonly [width: number, height: number];
  readonly duplex: Duplex;
  /** How the catalog refers to the output intents. */
  readonly intents: string;
  /** What else the catalog says. */
  readonly catalog?: string;
}

/** Begins a file: catalog, tree of pages, metadata, then the pages as they are written. */
export function beginFile(pages: readonly string[], frame: FileFrame): PdfFile {
  const { metadata, size, duplex, intents } = frame;
  const kids = pages.map((_, index) => reference(pageObject(index))).join(' ');
  const file = new PdfFile();
  for (const object of [
    // Actual size, both sides of the paper: readers that do not know of it leave it alone.
    `<</Type/Catalog/Pages ${reference(pageTree)}/Lang(zh-CN)${frame.catalog ?? ''}/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/${duplex}>>/Metadata ${reference(metadataStream)}/OutputIntents ${intents}>>`,
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${size.map(decimal).join(' ')}]>>`,
    infoDictionary(metadata),
    stream(Buffer.from(xmpPacket(metadata), 'utf8'), '/Type/Metadata/Subtype/XML'),
    ...pages,
  ])
    file.add(object);
  return file;
}

/** The file as bytes; its identity is the hash of what it holds. */
export const finishFile = (file: PdfFile): Uint8Array =>
  file.finish({ root: catalog, information, id: file.identity() });
