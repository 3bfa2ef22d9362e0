import { fileName } from '../delivery/file-name.ts';
import type { Format } from '../delivery/manifest.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import { arrange, sidesOf } from './arrangement.ts';
import { collateConsignment, collateKind, type Sources } from './collate.ts';
import type { Dispatch, PrintRun } from './dispatch.ts';
import { imposeBooklets } from './pdf/booklet.ts';
import { type JoinedDocument, joinPdf } from './pdf/join.ts';
import type { PartStore } from './pdf/pdf-part.ts';
import { groupByKind } from './run-groups.ts';
import { isThick } from './sheet-count.ts';

/** A file of a print set: its path from the print folder, with `/`, without ending. */
export interface PrintFile {
  readonly path: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** Pages of a PDF; null for the other formats. */
  readonly pages: number | null;
}

/** Ways to print the same: collated by recipient, by document for a copy shop, folded into booklets. */
export const printWays = ['recipient', 'document', 'booklet'] as const;

/** A way to print. */
export type PrintWay = (typeof printWays)[number];

/** Folders below the print folder. */
export const printFolders = {
  recipient: '按收文单位',
  document: '按文件',
  booklet: '骑马订',
  mail: '电子邮件',
} as const;

/** Two A4 sides stand on a face of an A3 sheet. */
const sidesPerFace = 2;

/** A joined file holds no more pages than this: printers choke on more, and so does memory. */
const mostPages = 1000;

/** What joined files say of themselves, but for their titles. */
export type PrintMetadata = Omit<TypesetDocument['metadata'], 'title'>;

/** What is joined into files. */
export interface PrintJob {
  readonly dispatch: Dispatch;
  readonly sources: Sources;

  readonly store: PartStore;
  readonly metadata: PrintMetadata;
  /** Told before each file. */
  readonly progress: (title: string) => void;
}

/** The files of one way, one after the other: what has been written may be forgotten. */
export function printFiles(way: PrintWay, job: PrintJob): AsyncGenerator<PrintFile> {
  switch (way) {
    case 'recipient':
      return byRecipient(job);
    case 'document':
      return byKind(job, 'document');
    case 'booklet':
      return byKind(job, 'booklet');
  }
}

/** `03` of fewer than a hundred, `003` of more: files stand in order in their folder. */
export const inOrder = (number: number, count: number): string =>
  String(number).padStart(Math.max(2, String(count).length), '0');

/** A file for each recipient, and one for all, in volumes where it is thick. */
async function* byRecipient(job: PrintJob): AsyncGenerator<PrintFile> {
  const { dispatch, sources } = job;
  const { onPaper, byMail } = dispatch;
  const count = onPaper.length + byMail.length;
  const folder = printFolders.recipient;
  for (const consignment of onPaper) {
    const { recipient, number } = consignment;
    const documents = collateConsignment(consignment, sources, { heading: false, outlined: true });
    const path = `${folder}/${inOrder(number, count)} ${fileName(recipient.name)}`;
    const volumes = inVolumes([documents]);
    for (const [index, volume] of volumes.entries()) {
      const name = volumeName(index, volumes.length);
      yield await joinedFile(`${path}${name}`, `发给${recipient.name}的文件${name}`, volume, job);
    }
  }
  const all = onPaper.map((each) => collateConsignment(each, sources, { heading: true, outlined: false }));
  const volumes = inVolumes(all);
  for (const [index, volume] of volumes.entries()) {
    const name = `全部${volumeName(index, volumes.length)}`;
    yield await joinedFile(`${folder}/${name}`, `${name}（按收文单位）`, volume, job);
  }
}

/** A file for the notice, for each attachment, for the documents of all villages of a kind. */
async function* byKind(job: PrintJob, way: 'document' | 'booklet'): AsyncGenerator<PrintFile> {
  const { dispatch, sources } = job;
  const runs = way === 'booklet' ? dispatch.runs.filter(({ document }) => isThick(document)) : dispatch.runs;
  const kinds = groupByKind(runs);
  const multiple = way === 'booklet' ? sidesOf.fold : sidesOf.leaf;
  const make = way === 'booklet' ? bookletFile : joinedFile;
  for (const [index, { name, runs: group }] of kinds.entries()) {
    const numbers = group[0]?.document.kind === 'notice' ? numbersOf(dispatch) : [];
    const { documents, prints } = collateKind(group, multiple, numbers, sources);
    const volumes = inVolumes(documents.map((document) => [document]));
    for (const [volume, part] of volumes.entries()) {
      const title = `${name}${volumeName(volume, volumes.length)}`;
      const file = `${inOrder(index + 1, kinds.length)} ${fileName(title)}（印${prints}份）`;
      yield await make(`${printFolders[way]}/${file}`, title, part, job);
    }
  }
}

type MakeFile = (
  path: string,
  title: string,
  documents: readonly JoinedDocument[],
  job: PrintJob,
) => Promise<PrintFile>;

const sidesIn = (documents: readonly JoinedDocument[]): number =>
  documents.reduce((sum, { sides }) => sum + sides.length, 0);

const joinedFile: MakeFile = async (path, title, documents, { metadata, store, progress }) => {
  progress(path);
  const bytes = await joinPdf(documents, { ...metadata, title }, 'DuplexFlipLongEdge', store);
  return { path, format: 'pdf', bytes, pages: sidesIn(documents) };
};

const bookletFile: MakeFile = async (path, title, documents, { metadata, store, progress }) => {
  progress(path);
  const bytes = await imposeBooklets(documents, { ...metadata, title }, store);
  return { path, format: 'pdf', bytes, pages: sidesIn(documents) / sidesPerFace };
};

/** Every 份号 that is given out, in order. */
const numbersOf = ({ copyNumbers }: Dispatch): readonly number[] =>
  copyNumbers === null
    ? []
    : Array.from(
        { length: copyNumbers.last - copyNumbers.first + 1 },
        (_, index) => copyNumbers.first + index,
      );

/** `第03册` of ten or more, `第3册` of fewer: volumes stand in order in their folder. */
const volumeName = (index: number, count: number): string =>
  count === 1 ? '' : ` 第${String(index + 1).padStart(String(count).length, '0')}册`;

/**
 * Groups that stay together in volumes of no more pages than a file holds. A group that is thicker by itself is taken
 * apart between documents; where it has a bookmark above its documents, each of its volumes has.
 */
export function inVolumes(
  groups: readonly (readonly JoinedDocument[])[],
): readonly (readonly JoinedDocument[])[] {
  const volumes: JoinedDocument[][] = [];
  let pages = Number.POSITIVE_INFINITY;
  const put = (group: readonly JoinedDocument[], own: number): void => {
    if (pages + own > mostPages) {
      volumes.push([]);
      pages = 0;
    }
    volumes.at(-1)?.push(...group);
    pages += own;
  };
  for (const group of groups) {
    const own = sidesIn(group);
    if (own <= mostPages) {
      put(group, own);
      continue;
    }
    const heading = group[0]?.headings.length === 2 ? group[0].headings[0] : undefined;
    for (const [index, document] of group.entries()) {
      const count = volumes.length;
      put([document], document.sides.length);
      if (index === 0 || volumes.length === count || heading === undefined) continue;
      const continued = { ...heading, title: `${heading.title}（续）` };
      volumes.at(-1)?.splice(0, 1, { ...document, headings: [continued, ...document.headings] });
    }
  }
  return volumes;
}

/** Whether a run has its 版记 moved to a page of its own, for leaves or for folds. */
export const movesImprint = (runs: readonly PrintRun[]): boolean =>
  runs.some(({ document }) =>
    Object.values(sidesOf).some((multiple) => arrange(document, multiple).imprintMoved),
  );
