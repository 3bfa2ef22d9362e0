import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { blocksOfKind, linesOfKind } from '../subject.ts';

/** Names in 附件说明 carry no mark at their end. */
export const attachmentNames: PreflightRule = {
  id: 'preflight/attachment-names',
  check(subject, report) {
    const line = linesOfKind(subject, 'attachment-note')[0];
    const place = { element: line?.element ?? null, page: line?.page ?? null };
    for (const { titles } of blocksOfKind(subject.document, 'attachment-note')) {
      for (const title of titles) {
        const mark = /[。，；、：.,;:]$/u.exec(title)?.[0];
        if (mark === undefined) continue;
        const expected = title.slice(0, -1);
        report({ ...place, message: `附件名称${quoted(title)}末尾不加“${mark}”`, actual: title, expected });
      }
    }
  },
};
