import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, byElement, linesOfKind } from '../subject.ts';

const pairs: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['（', '）'],
];

/** What is wrong with the punctuation of a title; null where nothing is. */
function faultOf(title: string): string | null {
  if (/[。，；：、！,.;:!]$/u.test(title)) return '末尾不加标点';
  if (/[。，；！]/u.test(title.replace(/《[^》]*》/gu, '')))
    return '中间除书名号、括号、引号、顿号外，一般不用标点';
  for (const [open, close] of pairs) {
    if (title.split(open).length !== title.split(close).length) return `${open}${close}没有成对`;
  }
  return null;
}

/** Titles carry no punctuation but what a name in them needs. */
export const titlePunctuation: PreflightRule = {
  id: 'preflight/title-punctuation',
  check(subject, report) {
    const set = byElement(linesOfKind(subject, 'title'));
    for (const [index, { text }] of blocksOfKind(subject.document, 'title').entries()) {
      const fault = faultOf(text);
      if (fault === null) continue;
      const line = set[index]?.[0];
      report({
        message: `标题${quoted(text)}的标点不对：${fault}`,
        element: line?.element ?? null,
        page: line?.page ?? null,
        actual: text,
      });
    }
  },
};
