import type { PreflightRule } from '../rule.ts';
import { linesOfKind } from '../subject.ts';

/** Printed on both sides, 版记 stands on an even page: it follows from both sides being printed and the last one holding it. */
export const imprintSide: PreflightRule = {
  id: 'preflight/imprint-side',
  check(subject, report) {
    const { imprint, profile } = subject.document;
    const printed = linesOfKind(subject, 'printed-by')[0];
    if (imprint?.kind !== 'printed' || !profile.duplex || printed === undefined) return;
    const pages = subject.pages.length;
    // A single page has no other side to be on.
    if (pages === 1 || printed.page % 2 === 1) return;
    report({
      message: `双面印刷，版记在第${printed.page + 1}面，不是双数面`,
      page: printed.page,
      element: printed.element,
    });
  },
};
