import { widthInCharacters } from '../document/character-width.ts';
import { codePointAt, unitsOf } from '../document/code-unit.ts';
import { local } from './standard.ts';
import type { Points } from './units.ts';

/**
 * Space between a Chinese letter and a Western letter or digit, as a share of the size (中西文间距). The standard is
 * silent; every word processor adds some, Word a quarter unless told otherwise, LibreOffice a fifth whatever it is
 * told. The narrower one is taken, so that lines break alike and a line set here also fits there.
 */
export const scriptGap = local(0.2);

/** What a character is to the gap between scripts; null for marks, spaces and brackets, which have none beside them. */
export type LetterKind = 'chinese' | 'western';

const westernLetter = /^[0-9A-Za-z]$/;
const letter = /^[\p{L}\p{Nd}\p{Nl}]$/u;
const chineseStart = 0x2e80;

function kindOf(codePoint: number): LetterKind | null {
  const character = String.fromCodePoint(codePoint);
  if (westernLetter.test(character)) return 'western';
  return codePoint >= chineseStart && letter.test(character) ? 'chinese' : null;
}

/** Characters whose kinds are remembered by their code point: a document has few characters, many times. */
const remembered = 0x10000;
const known: readonly (LetterKind | null)[] = [null, 'western', 'chinese'];
/** One more than the place of the kind among those above; 0 before it was asked for. */
const kinds = new Uint8Array(remembered);

/** The kind of a character. */
export function letterKind(codePoint: number): LetterKind | null {
  if (codePoint >= remembered) return kindOf(codePoint);
  if (kinds[codePoint] === 0) kinds[codePoint] = known.indexOf(kindOf(codePoint)) + 1;
  return known[(kinds[codePoint] as number) - 1] ?? null;
}

/** Space between neighbours on a line. */
export const gapBetween = (before: LetterKind | null, after: LetterKind | null, size: Points): Points =>
  before !== null && after !== null && before !== after ? scriptGap.value * size : 0;

/** Width of a text in characters, the spaces between scripts included: for layout that must not depend on a face. */
export function setWidthInCharacters(text: string): number {
  let gaps = 0;
  let before: LetterKind | null = null;
  for (let index = 0; index < text.length; ) {
    const codePoint = codePointAt(text, index);
    const kind = letterKind(codePoint);
    gaps += gapBetween(before, kind, 1);
    before = kind;
    index += unitsOf(codePoint);
  }
  return widthInCharacters(text) + gaps;
}
