import type { PreflightRule } from '../rule.ts';
import { allLines, at, isRunning } from '../subject.ts';

/** “此页无正文” is avoided: spacing is adjusted instead. */
export const noTextPage: PreflightRule = {
  id: 'preflight/no-text-page',
  check(subject, report) {
    for (const line of allLines(subject)) {
      if (!isRunning(line) || !/此页无正文/u.test(line.words)) continue;
      report({ ...at(line), message: '不写“此页无正文”', actual: line.words });
    }
  },
};
