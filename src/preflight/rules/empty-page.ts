import type { PreflightRule } from '../rule.ts';
import { unnumberedPages } from '../subject.ts';

/** No page is empty but one left before the imprint's, so that it stands on an even one. */
export const emptyPage: PreflightRule = {
  id: 'preflight/empty-page',
  check(subject, report) {
    const left = unnumberedPages(subject);
    for (const [page, { body }] of subject.typeset.pages.entries()) {
      if (body.length === 0 && !left.has(page)) report({ message: '这一页是空白页', page });
    }
  },
};
