import type { TypesetDocument } from '../../typesetting/page.ts';
import { type PageCharacter, pageCharacters } from '../page-characters.ts';
import type { WrittenParagraph } from './content.ts';
import type { RunLook } from './looks.ts';

/** A character of a Word file. */
export interface WrittenCharacter {
  readonly character: string;
  readonly look: RunLook;
  /** How many tabs stand before it in its paragraph. */
  readonly tabs: number;
}

/** A paragraph with its characters, and those of the finished pages they should be; null where the words differ. */
export interface MatchedParagraph {
  readonly paragraph: WrittenParagraph;
  readonly characters: readonly WrittenCharacter[];
  readonly pages: readonly (PageCharacter | null)[];
}

const blank = /^[\s\u00A0]$/u;

function charactersOf({ runs }: WrittenParagraph): readonly WrittenCharacter[] {
  let tabs = 0;
  return runs.flatMap(({ text, look }) =>
    [...text].flatMap((character): WrittenCharacter[] => {
      if (character === '\t') tabs++;
      return blank.test(character) ? [] : [{ character, look, tabs }];
    }),
  );
}

/**
 * Puts the characters of a file beside those of the finished pages. Where words were changed, what stands before and
 * behind the change still has its counterpart.
 */
export function match(
  paragraphs: readonly WrittenParagraph[],
  typeset: TypesetDocument,
): readonly MatchedParagraph[] {
  const written = paragraphs.map(charactersOf);
  const found = written.flat();
  const expected = pageCharacters(typeset);
  const least = Math.min(found.length, expected.length);
  let before = 0;
  while (before < least && found[before]?.character === expected[before]?.character) before++;
  let behind = 0;
  while (behind < least - before && found.at(-1 - behind)?.character === expected.at(-1 - behind)?.character)
    behind++;
  const counterpart = (index: number): PageCharacter | null => {
    if (index < before) return expected[index] ?? null;
    const fromEnd = found.length - index;
    return fromEnd <= behind ? (expected[expected.length - fromEnd] ?? null) : null;
  };
  let index = 0;
  return paragraphs.map((paragraph, order) => {
    const characters = written[order] ?? [];
    return { paragraph, characters, pages: characters.map(() => counterpart(index++)) };
  });
}
