import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib';
import { type PageMarks, pageMarks } from './page-marks.ts';
import { readToUnicode } from './to-unicode.ts';

/** A PDF file as it stands on the disk, read without the writer's help. */
export interface WrittenPdf {
  readonly title: string;
  readonly author: string;
  readonly pages: readonly WrittenPage[];
}

/** A page: its size in points and what it shows. */
export interface WrittenPage {
  readonly width: number;
  readonly height: number;
  /** Quarter turns by which it is shown, in degrees. */
  readonly rotation: number;
  readonly marks: PageMarks;
  /** Names of stamps, comments and form fields laid over it. */
  readonly annotations: readonly string[];
  /** Names of fonts that are not embedded. */
  readonly strangers: readonly string[];
}

/** Reads a PDF file; throws where it is none. */
export async function readPdf(bytes: Uint8Array): Promise<WrittenPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<PDFObject, FontReader>();
  return {
    title: pdf.getTitle() ?? '',
    author: pdf.getAuthor() ?? '',
    pages: pdf.getPages().map((page) => readPage(page, pdf, fonts)),
  };
}

/** A font as far as its codes are to be read. */
interface FontReader {
  readonly name: string;
  readonly embedded: boolean;
  readonly characters: ReadonlyMap<number, string>;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const contentOf = (stream: PDFObject | undefined): string =>
  stream instanceof PDFRawStream ? latin(decodePDFRawStream(stream).decode()) : '';

function readPage(page: PDFPage, { context }: PDFDocument, known: Map<PDFObject, FontReader>): WrittenPage {
  const { width, height } = page.getSize();
  const resources = page.node.Resources();
  const dictionary = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const fonts = new Map<string, FontReader>();
  for (const [name, reference] of dictionary?.entries() ?? []) {
    let font = known.get(reference);
    if (font === undefined) {
      font = readFont(context.lookup(reference, PDFDict));
      known.set(reference, font);
    }
    fonts.set(name.asString().slice(1), font);
  }
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((part) => context.lookup(part)) : [contents];
  const marks = pageMarks(streams.map(contentOf).join('\n'), height, (name) => {
    const font = fonts.get(name);
    return {
      name: font?.name.replace(/^[A-Z]{6}\+/u, '') ?? '',
      decode: (code) => font?.characters.get(code) ?? '\uFFFD',
    };
  });
  const strangers = [...fonts.values()].filter(({ embedded }) => !embedded).map(({ name }) => name);
  const annotations = (page.node.Annots()?.asArray() ?? []).map(
    (annotation) =>
      context.lookup(annotation, PDFDict).lookupMaybe(PDFName.of('Subtype'), PDFName)?.asString().slice(1) ??
      '',
  );
  return { width, height, rotation: page.getRotation().angle, marks, annotations, strangers };
}

const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key));

function readFont(font: PDFDict): FontReader {
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.asString().slice(1) ?? '';
  const descendant =
    font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict) ?? font;
  const descriptor = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const embedded = files.some((key) => descriptor?.has(key) === true);
  return { name, embedded, characters: readToUnicode(contentOf(font.lookup(PDFName.of('ToUnicode')))) };
}
