import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, linesOfKind } from '../subject.ts';

/** Documents that go upward (请示, 报告) name who signed them. */
export const signatories: PreflightRule = {
  id: 'preflight/signatories',
  check(subject, report) {
    const { header } = subject.document;
    const title = blocksOfKind(subject.document, 'title').find(({ role }) => role === 'document');
    if (header?.form !== 'file' || title === undefined || header.signatories.length > 0) return;
    const [genre] = /(?:请示|报告)$/u.exec(title.text) ?? [];
    if (genre === undefined) return;
    const element = linesOfKind(subject, 'document-number')[0]?.element ?? null;
    report({ message: `${genre}是上行文，应当标注签发人`, element, page: 0 });
  },
};
