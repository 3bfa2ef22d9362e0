import type { PDFObject } from 'pdf-lib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
} from 'pdf-lib';
import { page as format } from '../../format/page.ts';
import type { OutlineEntry, StructureElement } from '../../typesetting/page.ts';
import type { TaggedElement } from '../../writers/pdf/structure-tree.ts';
import { lookUp, numberIn, type PartStore, type PdfPart } from './pdf-part.ts';

/** What a page's operators call by name: by kind, as `Font`, then by name. */
export type Resources = ReadonlyMap<string, ReadonlyMap<string, PdfPart>>;

/** A page of a file that was read, A4 upright. */
export interface ReadPage {
  /** Content streams, drawn one over the other; none on a blank page. */
  readonly contents: readonly PdfPart[];
  readonly resources: Resources;
  /** Structure element of every piece of marked content, by its number (MCID). */
  readonly marked: readonly number[];
}

/** A file of ours, read back: what is needed to put its pages into another. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** Parents before children. */
  readonly structure: readonly TaggedElement[];
  readonly outline: readonly OutlineEntry[];
  /** What makes its colours PDF/A's. */
  readonly outputIntents: PdfPart;
}

const name = (text: string): PDFName => PDFName.of(text);

/** Reads a file the PDF writer wrote. Anything else is thrown at: nothing is lost unsaid. */
export async function readPdf(bytes: Uint8Array, store: PartStore): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const leaves = document.getPages().map(({ node, ref }) => ({ node, ref }));
  const pageIndex = new Map(leaves.map(({ ref }, index) => [ref.toString(), index]));
  const { structure, marked } = readStructure(catalog.lookup(name('StructTreeRoot'), PDFDict), pageIndex);
  const intents = catalog.get(name('OutputIntents'));
  if (intents === undefined) throw new Error('the file has no output intent');
  return {
    pages: leaves.map(({ node }, index) => {
      const resources = node.Resources();
      return {
        contents: contentsOf(node).map((content) => store.take(content, context)),
        resources: resources === undefined ? new Map() : readResources(resources, context, store),
        marked: marked[index] ?? [],
      };
    }),
    structure,
    outline: readOutline(catalog, pageIndex),
    outputIntents: store.take(intents, context),
  };
}

/** The content streams of a page, however many there are. */
function contentsOf(page: PDFDict): readonly PDFObject[] {
  const contents = page.get(name('Contents'));
  if (contents === undefined) return [];
  return contents instanceof PDFArray ? contents.asArray() : [contents];
}

function readResources(resources: PDFDict, context: PDFContext, store: PartStore): Resources {
  return new Map(
    resources.entries().map(([kind]) => {
      const entries = resources.lookup(kind, PDFDict).entries();
      const parts = entries.map(([key, value]) => [key.decodeText(), store.take(value, context)] as const);
      return [kind.decodeText(), new Map(parts)];
    }),
  );
}

interface Structure {
  readonly structure: readonly TaggedElement[];
  /** For each page. */
  readonly marked: readonly (readonly number[])[];
}

function readStructure(root: PDFDict, pageIndex: ReadonlyMap<string, number>): Structure {
  const structure: TaggedElement[] = [];
  const marked: number[][] = Array.from(pageIndex, () => []);
  const pageOf = (dictionary: PDFDict): number => {
    const page = dictionary.get(name('Pg'));
    return (page === undefined ? undefined : pageIndex.get(page.toString())) ?? -1;
  };
  const mark = (page: number, number: number, element: number): void => {
    const list = marked[page];
    if (list === undefined) throw new Error('marked content stands on no page');
    list[number] = element;
  };
  const readKid = (kid: PDFObject, context: PDFContext, parent: number | null, home: number): void => {
    const target = kid instanceof PDFRef ? lookUp(kid, context) : kid;
    if (target instanceof PDFNumber) mark(home, target.asNumber(), parent ?? 0);
    else if (target instanceof PDFArray) {
      for (const item of target.asArray()) readKid(item, context, parent, home);
    } else if (target instanceof PDFDict) {
      const number = target.get(name('MCID'));
      if (number !== undefined) mark(pageOf(target), numberIn(number, 0), parent ?? 0);
      else readElement(target, parent);
    } else throw new Error(`no structure: ${target.toString()}`);
  };
  const readElement = (element: PDFDict, parent: number | null): void => {
    const index = structure.length;
    const attributes = element.lookupMaybe(name('A'), PDFDict);
    structure.push({
      role: element.lookup(name('S'), PDFName).decodeText() as StructureElement['role'],
      parent,
      columnSpan: numberIn(attributes?.get(name('ColSpan')), 1),
      rowSpan: numberIn(attributes?.get(name('RowSpan')), 1),
    });
    const kids = element.get(name('K'));
    if (kids !== undefined) readKid(kids, element.context, index, pageOf(element));
  };
  const kids = root.get(name('K'));
  if (kids !== undefined) readKid(kids, root.context, null, -1);
  return { structure, marked };
}

function readOutline(catalog: PDFDict, pageIndex: ReadonlyMap<string, number>): readonly OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  const readLevel = (parent: PDFDict, depth: number): void => {
    let entry = parent.lookupMaybe(name('First'), PDFDict);
    while (entry !== undefined) {
      const [page, , , top] = entry.lookup(name('Dest'), PDFArray).asArray();
      outline.push({
        title: entry.lookup(name('Title'), PDFHexString).decodeText(),
        depth,
        page: pageIndex.get(String(page)) ?? 0,
        y: format.paper.value.height - numberIn(top, format.paper.value.height),
      });
      readLevel(entry, depth + 1);
      entry = entry.lookupMaybe(name('Next'), PDFDict);
    }
  };
  const root = catalog.lookupMaybe(name('Outlines'), PDFDict);
  if (root !== undefined) readLevel(root, 0);
  return outline;
}
