import { page as format } from '../../format/page.ts';
import type { OutlineEntry, TypesetDocument } from '../../typesetting/page.ts';
import { bookmarks, bookmarksSize } from '../../writers/pdf/bookmarks.ts';
import { reference } from '../../writers/pdf/pdf-syntax.ts';
import { addStructureTree, structureSize, type TaggedElement } from '../../writers/pdf/structure-tree.ts';
import type { Side } from '../arrangement.ts';
import { drawSide, type Stamp } from './draw-side.ts';
import { beginFile, type Duplex, finishFile, pageObject, parentEntry } from './file-frame.ts';
import { ObjectTable } from './object-table.ts';
import type { PartStore, PdfPart } from './pdf-part.ts';
import type { ReadPdf } from './read-pdf.ts';

/** A document in a joined file. */
export interface JoinedDocument {
  /** Bookmarks to its first side, outermost first. */
  readonly headings: readonly Pick<OutlineEntry, 'title' | 'depth'>[];
  /** Whether its own bookmarks follow, below the last of `headings`. */
  readonly outlined: boolean;
  readonly source: ReadPdf;
  readonly sides: readonly Side[];
  /** Over its first page; null for none. */
  readonly stamp: Stamp | null;
}

const { width, height } = format.paper.value;

/** Everything of a joined file but its pages' objects. */
interface Joined {
  readonly pages: readonly { readonly contents: readonly PdfPart[]; readonly resources: PdfPart | null }[];
  readonly structure: readonly TaggedElement[];
  readonly marked: readonly (readonly number[])[];
  readonly outline: readonly OutlineEntry[];
}

/**
 * Joins documents into one file, PDF/A-1b like those they come from: every page upright, structure and bookmarks of all,
 * fonts that several share once. The same documents give the same bytes.
 */
export function joinPdf(
  documents: readonly JoinedDocument[],
  metadata: TypesetDocument['metadata'],
  duplex: Duplex,
  store: PartStore,
): Uint8Array {
  const { pages, structure, marked, outline } = layOut(documents, store);
  const table = new ObjectTable(pageObject(pages.length));
  const pageSources = pages.map(({ contents, resources }, index) => {
    const drawn = contents.map((content) => table.reference(content));
    const shown =
      drawn.length === 1
        ? `/Contents ${drawn[0]}`
        : drawn.length === 0
          ? ''
          : `/Contents[${drawn.join(' ')}]`;
    const named = resources === null ? '<<>>' : table.reference(resources);
    return `<</Type/Page${parentEntry}/Resources ${named}${shown}/StructParents ${index}>>`;
  });
  const [first] = documents;
  if (first === undefined) throw new RangeError('nothing to join');
  const intents = table.reference(first.source.outputIntents);

  const firstElement = pageObject(pages.length) + table.objects.length;
  const firstBookmark = firstElement + structureSize(structure);
  const outlines = bookmarksSize(outline) === 0 ? '' : `/Outlines ${reference(firstBookmark)}`;
  const catalog = `/MarkInfo<</Marked true>>/StructTreeRoot ${reference(firstElement)}${outlines}`;
  const file = beginFile(pageSources, { metadata, size: [width, height], duplex, intents, catalog });
  for (const object of table.objects) file.add(object);
  addStructureTree(structure, marked, { first: firstElement, page: pageObject }, file);
  for (const each of bookmarks(outline, { first: firstBookmark, page: pageObject })) file.add(each);
  return finishFile(file);
}

/** Puts the pages of all documents one after the other; elements, bookmarks and marks count on. */
function layOut(documents: readonly JoinedDocument[], store: PartStore): Joined {
  const pages: Joined['pages'][number][] = [];
  const structure: TaggedElement[] = [];
  const marked: (readonly number[])[] = [];
  const outline: OutlineEntry[] = [];
  for (const { headings, outlined, source, sides, stamp } of documents) {
    const firstSide = pages.length;
    const firstElement = structure.length;
    for (const { parent, ...element } of source.structure) {
      structure.push({ ...element, parent: parent === null ? null : parent + firstElement });
    }
    const pageAt = new Map<number, number>();
    for (const side of sides) {
      if (side.kind === 'blank') {
        pages.push({ contents: [], resources: null });
        marked.push([]);
        continue;
      }
      const page = source.pages[side.page];
      if (page === undefined) throw new RangeError(`there is no page ${side.page}`);
      pageAt.set(side.page, pages.length);
      const drawn = drawSide(page, side.numbered, side.page === 0 ? stamp : null, store);
      pages.push(drawn);
      const stamped = drawn.stamped.map(() => {
        structure.push({ role: 'P', parent: firstElement, columnSpan: 1, rowSpan: 1 });
        return structure.length - 1;
      });
      marked.push([...page.marked.map((element) => element + firstElement), ...stamped]);
    }
    outline.push(...headings.map((heading) => ({ ...heading, page: firstSide, y: 0 })));
    const below = (headings.at(-1)?.depth ?? -1) + 1;
    for (const entry of outlined ? source.outline : []) {
      const page = pageAt.get(entry.page);
      if (page !== undefined) outline.push({ ...entry, depth: entry.depth + below, page });
    }
  }
  return { pages, structure, marked, outline };
}
