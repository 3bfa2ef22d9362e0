import type { HeadingLevel } from '../document/block.ts';
import { plainText } from '../document/inline.ts';
import { elementsOfKind, type Line, type Subject } from './subject.ts';

/** A heading of the document: one that stands alone or opens a paragraph, with the lines it was set into. */
export interface HeadingAt {
  /** Section it stands in, from 0. */
  readonly section: number;
  readonly level: HeadingLevel;
  readonly number: string;
  /** Without its number. */
  readonly words: string;
  readonly alone: boolean;
  readonly lines: readonly [Line, ...Line[]];
}

/** Headings of the subjects rules ask about, one after another. */
const found = new WeakMap<Subject, readonly HeadingAt[]>();

/** The headings of a document in reading order. */
export function headingsOf(subject: Subject): readonly HeadingAt[] {
  let headings = found.get(subject);
  if (headings === undefined) {
    headings = findHeadings(subject);
    found.set(subject, headings);
  }
  return headings;
}

function findHeadings(subject: Subject): readonly HeadingAt[] {
  const lines = new Map(subject.elements.map((group) => [group[0].element, group]));
  const elements = {
    heading: elementsOfKind(subject, 'heading'),
    paragraph: elementsOfKind(subject, 'paragraph'),
  };
  const next = { heading: 0, paragraph: 0 };
  return subject.document.sections.flatMap(({ blocks }, section) =>
    blocks.flatMap((block): HeadingAt[] => {
      if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
      const set = lines.get(elements[block.kind][next[block.kind]++] ?? null);
      const heading = block.kind === 'heading' ? block : block.lead;
      if (heading === null || set === undefined) return [];
      const { level, number, inlines } = heading;
      const words = plainText(inlines);
      return [{ section, level, number, words, alone: block.kind === 'heading', lines: set }];
    }),
  );
}

const numerals = '〇一二三四五六七八九';

/** The value of a Chinese numeral up to 99; null for anything else. */
function valueOfNumeral(numeral: string): number | null {
  const [, tens, ones] = /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/u.exec(numeral) ?? [];
  if (numeral === '' || ones === undefined) return null;
  const ten = tens === undefined ? 0 : tens === '' ? 1 : numerals.indexOf(tens);
  return ten * 10 + (ones === '' ? 0 : numerals.indexOf(ones));
}

/** How the numbers of each level are written: 一、 （一） 1. （1）. §7.3.3 */
export const numberPatterns: Readonly<Record<HeadingLevel, RegExp>> = {
  1: /^([一二三四五六七八九十]+)、$/u,
  2: /^（([一二三四五六七八九十]+)）$/u,
  3: /^(\d+)[.．]$/u,
  4: /^（(\d+)）$/u,
};

/** The value of a heading's number; null where it is not written as its level's are. */
export function valueOfNumber({ level, number }: Pick<HeadingAt, 'level' | 'number'>): number | null {
  const [, value] = numberPatterns[level].exec(number) ?? [];
  if (value === undefined) return null;
  return /^\d+$/.test(value) ? Number(value) : valueOfNumeral(value);
}
