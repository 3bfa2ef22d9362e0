import { isForbiddenAtEnd, isForbiddenAtStart } from '../../format/punctuation.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, byElement, linesOfKind } from '../subject.ts';

const codeOf = (character: string | undefined): number => character?.codePointAt(0) ?? 0;

/** No line of a paragraph begins with a mark that closes or ends with one that opens; none breaks a number. */
export const lineEdges: PreflightRule = {
  id: 'preflight/line-edges',
  check(subject, report) {
    for (const lines of byElement(linesOfKind(subject, 'paragraph'))) {
      for (const [index, line] of lines.entries()) {
        const next = lines[index + 1];
        if (next === undefined) continue;
        const end = [...line.words.trimEnd()].at(-1);
        const start = [...next.words.trimStart()][0];
        if (isForbiddenAtStart(codeOf(start))) {
          report({ ...at(next), message: `“${start ?? ''}”排在了行首：${quoted(next.words)}` });
        }
        if (isForbiddenAtEnd(codeOf(end))) {
          report({
            ...at(line),
            message: `“${end ?? ''}”排在了行尾：${quoted([...line.words].slice(-12).join(''))}`,
          });
        }
        if (/\d$/.test(line.words) && /^\d/.test(next.words)) {
          report({
            ...at(line),
            message: `一个数断在了两行：${quoted([...line.words].slice(-12).join(''))}`,
          });
        }
      }
    }
  },
};
