import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, imprintKinds } from '../subject.ts';

/** A heading or a title does not stand at the foot of a page with nothing of its text below it. */
export const strandedHeading: PreflightRule = {
  id: 'preflight/stranded-heading',
  check({ pages }, report) {
    for (const lines of pages) {
      const last = lines.findLast(({ kind }) => !imprintKinds.has(kind));
      if (last?.kind !== 'heading' && last?.kind !== 'title' && last?.kind !== 'attachment-label') continue;
      report({ ...at(last), message: `标题${quoted(last.words)}落在页尾，下面没有正文` });
    }
  },
};
