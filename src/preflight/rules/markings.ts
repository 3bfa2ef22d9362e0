import type { PreflightRule } from '../rule.ts';
import { linesOfKind } from '../subject.ts';

/** 份号 of six figures, 密级 as the rules know it; a classified document is numbered copy by copy. */
export const markings: PreflightRule = {
  id: 'preflight/markings',
  check(subject, report) {
    const { header } = subject.document;
    if (header === null || header.form === 'order') return;
    const { copyNumber, classification } = header;
    const at = (kind: 'copy-number' | 'classification') => ({
      element: linesOfKind(subject, kind)[0]?.element ?? null,
      page: 0,
    });
    // An empty one is left to be stamped.
    if (copyNumber !== null && copyNumber !== '' && !/^\d{6}$/.test(copyNumber)) {
      report({
        ...at('copy-number'),
        message: `份号“${copyNumber}”一般用6位阿拉伯数字`,
        actual: copyNumber,
        expected: '000001',
      });
    }
    if (classification === null) return;
    if (!/^(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月|天)|长期)?)?$/u.test(classification)) {
      report({
        ...at('classification'),
        message: `密级和保密期限“${classification}”写法不对`,
        actual: classification,
        expected: '机密★1年',
      });
    }
    if (copyNumber === null) report({ ...at('classification'), message: '涉密公文应当标注份号' });
  },
};
