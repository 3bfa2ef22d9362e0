import type { PreflightRule } from '../rule.ts';
import { isRunning } from '../subject.ts';

/** The first page of a document with a head holds some of its body, not head, title and addressee alone. */
export const firstPageBody: PreflightRule = {
  id: 'preflight/first-page-body',
  check({ document, pages }, report) {
    if (document.header === null) return;
    const body = (pages[0] ?? []).some((line) => isRunning(line) && line.kind !== 'addressee');
    if (body) return;
    report({
      message: '公文首页没有正文',
      page: 0,
      hint: '缩短标题或主送机关；主送机关太多时，可以移到版记里。',
    });
  },
};
