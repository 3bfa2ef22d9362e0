import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { allLines, at } from '../subject.ts';

/** 主题词, an element of the edition of 1999, is no longer one. */
export const oldEdition: PreflightRule = {
  id: 'preflight/old-edition',
  check(subject, report) {
    for (const line of allLines(subject)) {
      if (!/^\s*主题词[：:\s]/u.test(line.words)) continue;
      report({ ...at(line), message: `${quoted(line.words)}：主题词已经不再标注`, actual: line.words });
    }
  },
};
