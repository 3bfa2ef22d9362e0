import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, byElement, linesOfKind } from '../subject.ts';

/** What may not begin a line of a title. */
const opening = /^[的了》〉”）、]/u;
/** What may not end one that is followed by another. */
const ending = /[《〈“（]$/u;

/** Titles are turned where the sense allows: no 的 at a line's start, no single character on the last line. */
export const titleLines: PreflightRule = {
  id: 'preflight/title-lines',
  check(subject, report) {
    for (const lines of byElement(linesOfKind(subject, 'title'))) {
      for (const [index, line] of lines.entries()) {
        if (index > 0 && opening.test(line.words)) {
          report({
            ...at(line),
            message: `标题回行把“${[...line.words][0]}”放在了行首：${quoted(line.words)}`,
          });
        }
        if (index < lines.length - 1 && ending.test(line.words)) {
          report({
            ...at(line),
            message: `标题回行把“${[...line.words].at(-1)}”留在了行尾：${quoted(line.words)}`,
          });
        }
      }
      const last = lines.at(-1);
      if (lines.length > 1 && last !== undefined && [...last.words].length === 1) {
        report({ ...at(last), message: `标题的末行只有一个字：${quoted(last.words)}` });
      }
    }
  },
};
