import { headingsOf } from '../headings.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at } from '../subject.ts';

/** A heading that stands alone ends without a mark; one that opens a paragraph ends with a full stop. */
export const headingPunctuation: PreflightRule = {
  id: 'preflight/heading-punctuation',
  check(subject, report) {
    for (const { alone, number, words, lines } of headingsOf(subject)) {
      const mark = /[。．.，,；;：:、]$/u.exec(words)?.[0];
      if (alone && mark !== undefined) {
        report({ ...at(lines[0]), message: `单独成段的标题${quoted(number + words)}末尾不加“${mark}”` });
      }
    }
  },
};
