import { inflateSync } from 'node:zlib';
import type { PartStore, PdfPart } from './pdf-part.ts';
import type { ReadPage, Resources } from './read-pdf.ts';

/** A 份号 as it is drawn over the first page of a copy. */
export interface Stamp {
  readonly operators: string;
  readonly resources: Resources;
}

/** A page as it goes into another file. */
export interface DrawnSide {
  /** Content streams, drawn one over the other. */
  readonly contents: readonly PdfPart[];
  readonly resources: PdfPart;
  /** Numbers of the pieces of marked content that the stamp adds after those of the page. */
  readonly stamped: readonly number[];
}

const pageNumber = /\/Artifact<<\/Type\/Pagination>>BDC\n.*?EMC\n/gs;

/** The operators of a content stream. */
export function operatorsOf({ source, stream }: PdfPart): string {
  if (stream === null) throw new Error('a page’s content is no stream');
  const filtered = source.join('').includes('/FlateDecode');
  return Buffer.from(filtered ? inflateSync(stream) : stream).toString('latin1');
}

/** Operators without page number. */
export const withoutPageNumber = (operators: string): string => operators.replaceAll(pageNumber, '');

/** Names a stamp's faces so that they meet none of the page's. */
const stampName = (name: string): string => `Stamp${name}`;

/** Puts a page together as it is wanted: with its number or without, with a stamp over it or none. */
export function drawSide(
  { contents, resources, marked }: ReadPage,
  numbered: boolean,
  stamp: Stamp | null,
  store: PartStore,
): DrawnSide {
  const own = numbered
    ? contents
    : contents.map((content) => store.content(withoutPageNumber(operatorsOf(content))));
  if (stamp === null) return { contents: own, resources: resourcesPart(resources, store), stamped: [] };
  const stamped: number[] = [];
  const operators = withoutPageNumber(stamp.operators)
    .replaceAll(/\/MCID \d+/g, () => {
      stamped.push(marked.length + stamped.length);
      return `/MCID ${stamped.at(-1)}`;
    })
    .replaceAll(/\/(\w+) ([\d.]+ Tf)\n/g, (_, name: string, size: string) => `/${stampName(name)} ${size}\n`);
  return {
    contents: [...own, store.content(operators)],
    resources: resourcesPart(merged(resources, stamp.resources), store),
    stamped,
  };
}

function merged(page: Resources, stamp: Resources): Resources {
  const kinds = [...new Set([...page.keys(), ...stamp.keys()])];
  return new Map(
    kinds.map((kind) => [
      kind,
      new Map([
        ...(page.get(kind) ?? []),
        ...[...(stamp.get(kind) ?? [])].map(([name, part]) => [stampName(name), part] as const),
      ]),
    ]),
  );
}

function resourcesPart(resources: Resources, store: PartStore): PdfPart {
  const kinds = [...resources].flatMap(([kind, entries]) => [
    `/${kind}<<`,
    ...[...entries].flatMap(([name, part]) => [`/${name} `, part]),
    '>>',
  ]);
  return store.make(['<<', ...kinds, '>>']);
}
