import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { allLines, at, byElement, isRunning } from '../subject.ts';

const marks = /[\p{P}\p{S}\s]/gu;

/** The last line of a paragraph holds more than one character. */
export const loneCharacter: PreflightRule = {
  id: 'preflight/lone-character',
  *check(subject) {
    for (const lines of byElement(allLines(subject).filter(isRunning))) {
      const last = lines.at(-1);
      if (lines.length < 2 || last === undefined || last.kind === 'roster') continue;
      if ([...last.words.replace(marks, '')].length > 1) continue;
      yield {
        ...at(last),
        message: `段末一行只有一个字：${quoted(last.words)}`,
        hint: '增减几个字，就不会单占一行。',
      };
    }
  },
};
