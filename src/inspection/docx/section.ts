import type { Points } from '../../format/units.ts';
import { childOf, elementsOf, type XmlElement } from '../xml.ts';

/** Kinds of headers and footers. */
export type FurnitureType = 'default' | 'even' | 'first';

/** Page set-up of a section. */
export interface WrittenSection {
  readonly width: Points;
  readonly height: Points;
  readonly top: Points;
  readonly bottom: Points;
  /** 装订线 included. */
  readonly left: Points;
  readonly right: Points;
  readonly header: Points;
  readonly footer: Points;
  /** Its first page has a header and a footer of its own. */
  readonly titlePage: boolean;
  /** Ids of the parts it names; what it does not name it takes over from the section before. */
  readonly references: Readonly<
    Record<'header' | 'footer', Partial<Readonly<Record<FurnitureType, string>>>>
  >;
  /** 文档网格; null where there is none. */
  readonly grid: string | null;
  /** Format and first number of its page numbers; null where they are the usual ones. */
  readonly numbers: { readonly format: string | null; readonly start: number | null };
  /** What official documents know nothing of, by its Chinese names. */
  readonly ornaments: readonly string[];
}

const twips = (value: string | undefined): Points => Number(value ?? Number.NaN) / 20;

function referencesOf(section: XmlElement, kind: string): Partial<Record<FurnitureType, string>> {
  const found: Partial<Record<FurnitureType, string>> = {};
  for (const { name, attributes } of elementsOf(section)) {
    if (name !== `w:${kind}Reference`) continue;
    const type = attributes['w:type'];
    found[type === 'even' || type === 'first' ? type : 'default'] = attributes['r:id'] ?? '';
  }
  return found;
}

/** Reads `w:sectPr`. */
export function readSection(section: XmlElement): WrittenSection {
  const of = (name: string) => childOf(section, name)?.attributes ?? {};
  const [size, margins, grid, numbers] = ['w:pgSz', 'w:pgMar', 'w:docGrid', 'w:pgNumType'].map(of);
  const type = grid?.['w:type'] ?? 'default';
  const start = numbers?.['w:start'];
  const title = childOf(section, 'w:titlePg')?.attributes['w:val'] ?? '1';
  const ornaments: readonly (readonly [boolean, string])[] = [
    [Number(of('w:cols')['w:num'] ?? 1) > 1, '分栏'],
    [childOf(section, 'w:pgBorders') !== undefined, '页面边框'],
    [childOf(section, 'w:lnNumType') !== undefined, '行号'],
    [!['lrTb', 'tb', undefined].includes(of('w:textDirection')['w:val']), '竖排文字'],
    [!['top', undefined].includes(of('w:vAlign')['w:val']), '页面垂直对齐'],
  ];
  return {
    width: twips(size?.['w:w']),
    height: twips(size?.['w:h']),
    top: twips(margins?.['w:top']),
    bottom: twips(margins?.['w:bottom']),
    left: twips(margins?.['w:left']) + twips(margins?.['w:gutter'] ?? '0'),
    right: twips(margins?.['w:right']),
    header: twips(margins?.['w:header'] ?? '0'),
    footer: twips(margins?.['w:footer'] ?? '0'),
    titlePage: childOf(section, 'w:titlePg') !== undefined && !['0', 'false', 'off'].includes(title),
    references: { header: referencesOf(section, 'header'), footer: referencesOf(section, 'footer') },
    grid: type === 'default' ? null : type,
    numbers: { format: numbers?.['w:fmt'] ?? null, start: start === undefined ? null : Number(start) },
    ornaments: ornaments.filter(([is]) => is).map(([, name]) => name),
  };
}
