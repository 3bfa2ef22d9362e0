import { type HeadingAt, headingsOf } from '../headings.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at } from '../subject.ts';

/** Index of the heading a heading stands below: the last one of a higher level in its section; null where there is none. */
function parentOf(headings: readonly HeadingAt[], index: number): number | null {
  const heading = headings[index];
  for (let at = index - 1; at >= 0 && headings[at]?.section === heading?.section; at--) {
    if ((headings[at]?.level ?? 0) < (heading?.level ?? 0)) return at;
  }
  return null;
}

/**
 * Levels follow one another. A level may be left out below a heading (一、 and 1. by custom), but where it is used there,
 * none goes past it.
 */
export const headingLevels: PreflightRule = {
  id: 'preflight/heading-levels',
  check(subject, report) {
    const headings = headingsOf(subject);
    for (const [index, { level, number, words, lines }] of headings.entries()) {
      const parent = parentOf(headings, index);
      const above: number = parent === null ? 0 : (headings[parent]?.level ?? 0);
      const between = headings.some(
        (other, at) => other.level > above && other.level < level && parentOf(headings, at) === parent,
      );
      if (between) report({ ...at(lines[0]), message: `标题${quoted(number + words)}越过了中间的层次` });
    }
  },
};
