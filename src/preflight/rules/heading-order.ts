import { headingsOf, valueOfNumber } from '../headings.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at } from '../subject.ts';

/** Numbers count on without a gap, from 1 again below a new heading of a higher level or, where they run on, not. */
export const headingOrder: PreflightRule = {
  id: 'preflight/heading-order',
  check(subject, report) {
    let section = -1;
    /** Last value of each level in the section, and whether a higher heading has come since. */
    let last: (number | null)[] = [];
    let fresh: boolean[] = [];
    for (const heading of headingsOf(subject)) {
      if (heading.section !== section) {
        section = heading.section;
        last = [];
        fresh = [];
      }
      const { level, number, words, lines } = heading;
      const value = valueOfNumber(heading);
      if (value === null) continue;
      const before = last[level] ?? null;
      const follows = before !== null && value === before + 1;
      const begins = value === 1 && (before === null || fresh[level] === true);
      if (!follows && !begins) {
        const expected = before === null ? '从第一个开始' : `接着第 ${before} 个`;
        report({
          ...at(lines[0]),
          message: `标题${quoted(number + words)}的序号不连续，应当${expected}`,
          actual: number,
        });
      }
      last[level] = value;
      for (let deeper = level + 1; deeper <= 4; deeper++) fresh[deeper] = true;
      fresh[level] = false;
    }
  },
};
