import type { PreflightRule } from '../rule.ts';

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Every character on paper is drawn by some face. */
export const missingGlyph: PreflightRule = {
  id: 'fonts/missing-glyph',
  *check({ typeset }) {
    for (const [page, { body, furniture }] of typeset.pages.entries()) {
      for (const item of [...body, ...furniture]) {
        if (item.kind !== 'text' || item.face !== null) continue;
        for (const character of item.text) {
          yield {
            message: `“${character}”（${codeOf(character)}）这个字，本机的字体都没有`,
            element: item.element,
            page,
            actual: character,
            hint: '换用字体里有的字，或者安装含有这个字的字体，再重新生成。',
          };
        }
      }
    }
  },
};
