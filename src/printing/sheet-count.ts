import { arrange, type PageRun, sidesOf } from './arrangement.ts';
import type { Dispatch, PrintedDocument } from './dispatch.ts';

/** What printing one copy of a document takes. */
export interface SheetCount {
  /** A4 leaves printed on both sides, and the blank sides among them. */
  readonly leaves: number;
  readonly blanks: number;
  /** A3 sheets of the same as a folded booklet, and the blank sides; null for what is too thin to fold. */
  readonly booklet: { readonly sheets: number; readonly blanks: number } | null;
}

/** Fewer pages than this are a leaf or two: nothing to fold. */
const thinnestBooklet = 3;

/** Whether a document makes a booklet. */
export const isThick = ({ pages }: PageRun): boolean => pages >= thinnestBooklet;

/** What one copy takes. */
export function sheetCount(run: PageRun): SheetCount {
  const flat = arrange(run, sidesOf.leaf);
  const folded = arrange(run, sidesOf.fold);
  return {
    leaves: flat.sides.length / sidesOf.leaf,
    blanks: flat.blanks,
    booklet: isThick(run) ? { sheets: folded.sides.length / sidesOf.fold, blanks: folded.blanks } : null,
  };
}

/** How a document of so many leaves is bound (§6.3). */
export const bindingOf = ({ leaves }: SheetCount): string => (leaves === 1 ? '不订' : '两钉');

/** Paper for everything that goes out. */
export interface PaperTotal {
  /** Copies of all documents together. */
  readonly copies: number;
  /** A4 leaves of the documents, and of the cover slips. */
  readonly leaves: number;
  readonly covers: number;
  /** A3 sheets where what can be folded is folded; `restLeaves` are the A4 leaves of the rest. */
  readonly bookletSheets: number;
  readonly restLeaves: number;
}

/** Adds up the paper. */
export function paperTotal(
  { runs, onPaper }: Pick<Dispatch, 'runs' | 'onPaper'>,
  withCovers: boolean,
): PaperTotal {
  const counted = runs.map(({ document, copies }) => ({ count: sheetCount(document), copies }));
  const sum = (of: (count: SheetCount) => number): number =>
    counted.reduce((total, { count, copies }) => total + copies * of(count), 0);
  return {
    copies: sum(() => 1),
    leaves: sum(({ leaves }) => leaves),
    covers: withCovers ? onPaper.length : 0,
    bookletSheets: sum(({ booklet }) => booklet?.sheets ?? 0),
    restLeaves: sum(({ booklet, leaves }) => (booklet === null ? leaves : 0)),
  };
}

/** Documents of one kind that go to the same recipient, as a list of enclosures names them: one line. */
export interface EnclosureLine {
  readonly name: string;
  /** How many different documents the line stands for. */
  readonly kinds: number;
  readonly documents: readonly PrintedDocument[];
}

const collective = '各村';

/** The documents of a recipient as lines: those of several villages are one. */
export function enclosureLines(documents: readonly PrintedDocument[]): readonly EnclosureLine[] {
  const kinds = [...new Set(documents.map(({ kind, id, village }) => (village === null ? id : kind)))];
  return kinds.map((key) => {
    const own = documents.filter(({ kind, id, village }) => (village === null ? id : kind) === key);
    const [first] = own;
    if (first === undefined) throw new Error('a line without documents');
    const name = own.length === 1 ? first.title : `${collective}${withoutVillage(first)}`;
    return { name, kinds: own.length, documents: own };
  });
}

/** `东姚庄2022年任务书` → `2022年任务书`. */
export const withoutVillage = ({ title, village }: PrintedDocument): string =>
  village !== null && title.startsWith(village) ? title.slice(village.length) : title;
