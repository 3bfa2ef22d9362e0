import { quoted } from '../measure.ts';
import { linesByParagraph } from '../paragraphs.ts';
import type { PreflightRule } from '../rule.ts';
import { allLines, at, byElement, isRunning, type Line } from '../subject.ts';

const marks = /[\p{P}\s]/gu;

const charactersOf = ({ words }: Line): number => [...words.replace(marks, '')].length;

/** Kinds of elements that are paragraphs, besides running text. */
const paragraphs: ReadonlySet<Line['kind']> = new Set(['attachment-note', 'table-note', 'copy-to', 'table']);

/** Lines of so few characters may end as they must: columns of two or three. */
const narrowest = 4;

/** The last line of a paragraph holds more than one character; in columns of a few it cannot be helped. */
export const loneCharacter: PreflightRule = {
  id: 'preflight/lone-character',
  *check(subject) {
    const elements = byElement(
      allLines(subject).filter((line) => isRunning(line) || paragraphs.has(line.kind)),
    );
    for (const element of elements) {
      // Most elements have no such line at all.
      if (!element.some((line, index) => index > 0 && charactersOf(line) <= 1)) continue;
      for (const lines of linesByParagraph(subject, element)) {
        const last = lines.at(-1);
        const above = lines.at(-2);
        if (last === undefined || above === undefined || charactersOf(last) > 1) continue;
        if (charactersOf(above) < narrowest) continue;
        yield {
          ...at(last),
          message: `段末一行只有一个字：${quoted(last.words)}`,
          hint: '增减几个字，就不会单占一行。',
        };
      }
    }
  },
};
