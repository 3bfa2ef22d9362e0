import { header as format } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import { inMillimetres, near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { levelRules, linesOfKind } from '../subject.ts';

/** 版头's red rule: on the first page only, as wide as the type area, 4 mm below the number; on preprinted paper none. */
export const redRule: PreflightRule = {
  id: 'preflight/red-rule',
  check(subject, report) {
    const { document, typeset } = subject;
    for (let page = 0; page < typeset.pages.length; page++) {
      const red = levelRules(subject, page).filter(({ colour }) => colour === 'red');
      const form = document.header?.form ?? null;
      // The double rules of a letter are another rule's matter.
      if (form === 'letter') return;
      if (document.profile.preprinted) {
        if (red.length > 0) report({ message: '套打的公文不印红色分隔线', page });
        continue;
      }
      if (page > 0 || form === null || form === 'order') {
        if (red.length > 0) report({ message: '红色分隔线只能在有版头的首页', page });
        continue;
      }
      const [rule] = red;
      if (rule === undefined || red.length > 1) {
        report({ message: `首页有 ${red.length} 条红色分隔线，应当是 1 条`, page });
        continue;
      }
      const width = Math.abs(rule.x2 - rule.x1);
      const { typeArea, bindingMargin } = paper;
      if (!near(width, typeArea.value.width) || !near(Math.min(rule.x1, rule.x2), bindingMargin.value)) {
        report({
          message: `红色分隔线宽 ${inMillimetres(width)}，应当与版心等宽，是 ${inMillimetres(typeArea.value.width)}`,
          page,
          actual: inMillimetres(width),
          expected: inMillimetres(typeArea.value.width),
        });
      }
      const number = linesOfKind(subject, 'document-number').at(-1);
      if (number === undefined) continue;
      const down = rule.y1 - rule.weight / 2 - number.bottom;
      if (!near(down, format.numberToRule.value)) {
        report({
          message: `红色分隔线在发文字号下 ${inMillimetres(down)}，应当是 ${inMillimetres(format.numberToRule.value)}`,
          page,
          element: number.element,
        });
      }
    }
  },
};
