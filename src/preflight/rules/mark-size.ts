import { usualMarkSize } from '../../format/elements.ts';
import type { PreflightRule } from '../rule.ts';
import { at, linesOfKind } from '../subject.ts';

/** 联合行文: a mark that was made smaller so that the first page has text, or has the signature too, is worth a look. */
export const markSize: PreflightRule = {
  id: 'preflight/mark-size',
  check(subject, report) {
    const { header } = subject.document;
    if (header?.form !== 'file' || header.issuerMark.length < 2) return;
    const [mark] = linesOfKind(subject, 'issuer-mark');
    const usual = usualMarkSize(header);
    if (mark === undefined || mark.size > usual - 0.5) return;
    report({
      ...at(mark),
      message: `为使首页排得下正文和署名，发文机关标志由 ${usual} 磅缩小到 ${mark.size} 磅`,
      actual: `${mark.size} 磅`,
      expected: `${usual} 磅`,
    });
  },
};
