import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, byElement, linesOfKind } from '../subject.ts';

/** A paragraph that goes over to the next page leaves two lines at least on either. */
export const paragraphLines: PreflightRule = {
  id: 'preflight/paragraph-lines',
  check(subject, report) {
    for (const lines of byElement(linesOfKind(subject, 'paragraph'))) {
      const [first] = lines;
      const last = lines.at(-1) ?? first;
      if (first.page === last.page) continue;
      const head = lines.filter(({ page }) => page === first.page);
      const foot = lines.filter(({ page }) => page === last.page);
      if (head.length === 1) {
        report({ ...at(first), message: `页尾只有一段的第一行：${quoted(first.words)}` });
      }
      if (foot.length === 1)
        report({ ...at(last), message: `页首只有一段的最后一行：${quoted(last.words)}` });
    }
  },
};
