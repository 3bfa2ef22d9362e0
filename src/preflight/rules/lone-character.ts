import { quoted } from '../measure.ts';
import { linesByParagraph } from '../paragraphs.ts';
import type { PreflightRule } from '../rule.ts';
import { at, isRunning, type Line } from '../subject.ts';

const marks = /[\p{P}\s]/gu;

const charactersOf = ({ words }: Line): number => [...words.replace(marks, '')].length;

/** Letters and figures that are no marks, wherever they stand; there are others. */
const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

/** Whether a line has at most one character. Nearly all lines have two plain ones among the first few. */
function isLone(line: Line): boolean {
  const { words } = line;
  let plain = 0;
  for (let index = 0; index < words.length; index++) {
    if (isLetter(words.charCodeAt(index)) && ++plain > 1) return false;
  }
  return charactersOf(line) <= 1;
}

/** Kinds of elements that are paragraphs, besides running text. */
const paragraphs: ReadonlySet<Line['kind']> = new Set(['attachment-note', 'table-note', 'copy-to', 'table']);

/** Lines of so few characters may end as they must: columns of two or three. */
const narrowest = 4;

/** The last line of a paragraph holds more than one character; in columns of a few it cannot be helped. */
export const loneCharacter: PreflightRule = {
  id: 'preflight/lone-character',
  check(subject, report) {
    for (const element of subject.elements) {
      const [first] = element;
      // Most elements have no such line at all.
      if (element.length === 1 || !(isRunning(first) || paragraphs.has(first.kind))) continue;
      if (!element.some((line, index) => index > 0 && isLone(line))) continue;
      for (const lines of linesByParagraph(subject, element)) {
        const last = lines.at(-1);
        const above = lines.at(-2);
        if (last === undefined || above === undefined || !isLone(last)) continue;
        if (charactersOf(above) < narrowest) continue;
        report({
          ...at(last),
          message: `段末一行只有一个字：${quoted(last.words)}`,
          hint: '增减几个字，就不会单占一行。',
        });
      }
    }
  },
};
