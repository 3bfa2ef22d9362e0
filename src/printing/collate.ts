import { arrange, type Side, sidesOf } from './arrangement.ts';
import { type Consignment, copyNumberText, type PrintedDocument, type PrintRun } from './dispatch.ts';
import type { Stamp } from './pdf/draw-side.ts';
import type { JoinedDocument } from './pdf/join.ts';
import type { ReadPdf } from './pdf/read-pdf.ts';

/** Documents read back from the build, with what printing adds to them. */
export interface Sources {
  readonly document: (id: string) => ReadPdf;
  /** The same with its 版记 on a page of its own; asked for only where `arrange` moves it. */
  readonly withImprintApart: (id: string) => ReadPdf;
  /** The cover slip of a consignment; null where none is wanted. */
  readonly cover: (consignment: Consignment) => ReadPdf | null;
  /** A 份号 to be stamped. */
  readonly stamp: (copyNumber: number) => Stamp;
}

/** Name of the cover slip among the bookmarks. */
const coverTitle = '发送单';

/** One copy of a document, filled up to a multiple of sides. */
function joined(
  document: PrintedDocument,
  multiple: number,
  sources: Sources,
  traits: Pick<JoinedDocument, 'headings' | 'outlined' | 'stamp'>,
): JoinedDocument {
  const { sides, imprintMoved } = arrange(document, multiple);
  const source = imprintMoved ? sources.withImprintApart(document.id) : sources.document(document.id);
  return { ...traits, source, sides };
}

/** A cover slip bears no page number. */
const coverSides = (pages: number): readonly Side[] =>
  arrange({ pages, ending: 'plain' }, sidesOf.leaf).sides.map((side) =>
    side.kind === 'page' ? { ...side, numbered: false } : side,
  );

const numbered = ({ kind }: PrintedDocument): boolean => kind === 'notice';

/**
 * Everything one recipient gets, in print order: cover slip, then as many sets as there are copies. Within a set the
 * documents follow each other, each beginning on a right-hand page. `depth` is that of its bookmarks; with `heading`
 * the recipient's name stands above them.
 */
export function collateConsignment(
  consignment: Consignment,
  sources: Sources,
  { heading, outlined }: { readonly heading: boolean; readonly outlined: boolean },
): readonly JoinedDocument[] {
  const { recipient, documents, copyNumbers } = consignment;
  const depth = heading ? 1 : 0;
  const cover = sources.cover(consignment);
  const covers: readonly JoinedDocument[] =
    cover === null
      ? []
      : [
          {
            headings: [{ title: coverTitle, depth }],
            outlined: false,
            source: cover,
            sides: coverSides(cover.pages.length),
            stamp: null,
          },
        ];
  const sets = Array.from({ length: recipient.copies }, (_, copy) =>
    documents.map((document) => {
      const number = copyNumbers !== null && numbered(document) ? copyNumbers.first + copy : null;
      return joined(document, sidesOf.leaf, sources, {
        headings: [{ title: titleOf(document, copy, recipient.copies, number), depth }],
        outlined: outlined && copy === 0,
        stamp: number === null ? null : sources.stamp(number),
      });
    }),
  );
  const all = [...covers, ...sets.flat()];
  const [first, ...rest] = all;
  if (!heading || first === undefined) return all;
  return [{ ...first, headings: [{ title: recipient.name, depth: 0 }, ...first.headings] }, ...rest];
}

/** A document's bookmark: with its number where it has one, else which of several copies it is. */
function titleOf({ title }: PrintedDocument, copy: number, copies: number, number: number | null): string {
  if (number !== null) return `${title}（份号${copyNumberText(number)}）`;
  return copies === 1 ? title : `${title}（第${copy + 1}份）`;
}

/** A file of documents of one kind, for a copy shop. */
export interface KindFile {
  readonly documents: readonly JoinedDocument[];
  /** How often the whole file is to be printed. */
  readonly prints: number;
}

/**
 * The runs of one kind, filled up to a multiple of sides. A single document stands there once, to be printed as often
 * as there are copies; documents of several villages, and numbered copies, stand there as often as they are needed.
 */
export function collateKind(
  runs: readonly PrintRun[],
  multiple: number,
  numbers: readonly number[],
  sources: Sources,
): KindFile {
  const [only] = runs;
  if (only === undefined) throw new RangeError('no runs');
  if (runs.length === 1 && numbers.length === 0) {
    const { document, copies } = only;
    const traits = { headings: [{ title: document.title, depth: 0 }], outlined: true, stamp: null };
    return { documents: [joined(document, multiple, sources, traits)], prints: copies };
  }
  const documents = runs.flatMap(({ document, copies }) =>
    Array.from({ length: copies }, (_, copy) => {
      const number = numbers[copy] ?? null;
      return joined(document, multiple, sources, {
        headings: [{ title: titleOf(document, copy, copies, number), depth: 0 }],
        outlined: false,
        stamp: number === null ? null : sources.stamp(number),
      });
    }),
  );
  return { documents, prints: 1 };
}
