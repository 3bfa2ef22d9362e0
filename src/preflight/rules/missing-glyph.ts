import type { PlacedText } from '../../typesetting/page.ts';
import type { PreflightRule, Report } from '../rule.ts';

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

interface Kind {
  readonly of: RegExp;
  /** What the character is, said after its code. */
  readonly what: string;
  readonly hint: string;
}

const install = '换用字体里有的字，或者安装含有这个字的字体，再重新生成。';

/** Kinds of characters no face is likely to have, the most special first; the last is any character. */
const kinds: readonly Kind[] = [
  {
    of: /\p{Variation_Selector}/u,
    what: '是看不见的异体字选择符，多半是粘贴时带来的',
    hint: '把前面的字删掉重新输入一遍；要用异体字，直接写那个异体字。',
  },
  {
    of: /\p{Co}/u,
    what: '是自造字，只在造字的电脑上看得见',
    hint: '改成统一码里的正字（生僻字可用手写或部首输入法找到）。',
  },
  {
    of: /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u,
    what: '是表情符号，公文里不用',
    hint: '删去，或改用文字。',
  },
  {
    of: /\p{M}/u,
    what: '是附在前一个字上的组合符号',
    hint: '连同前面的字改成一个完整的字符（如 ā、é），没有的改用文字说明。',
  },
  { of: /\p{Cf}/u, what: '是看不见的格式字符，多半是粘贴时带来的', hint: '把这一处删掉重新输入一遍。' },
  { of: /./su, what: '这个字，本机的字体都没有', hint: install },
];

const visible = (character: string): string =>
  /[\p{M}\p{Cf}\p{Co}]/u.test(character) ? codeOf(character) : `“${character}”（${codeOf(character)}）`;

/** The characters of a text that no face draws. */
function faultsOf({ text, element }: PlacedText, page: number, told: Set<string>, report: Report): void {
  for (const character of text) {
    // The head of a table on its later pages is an artifact: what is in it was told of the first.
    if (element === null && told.has(character)) continue;
    told.add(character);
    const kind = kinds.find(({ of }) => of.test(character));
    const message = `${visible(character)}${kind?.what ?? ''}`;
    report({ message, element, page, actual: character, hint: kind?.hint ?? install });
  }
}

/** Every character on paper is drawn by some face. */
export const missingGlyph: PreflightRule = {
  id: 'fonts/missing-glyph',
  check({ typeset }, report) {
    const told = new Set<string>();
    for (const [page, { body, furniture }] of typeset.pages.entries()) {
      for (const items of [body, furniture]) {
        for (const item of items) {
          if (item.kind !== 'text' || item.face !== null) continue;
          faultsOf(item, page, told, report);
        }
      }
    }
  },
};
