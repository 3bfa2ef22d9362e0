import { doubleRuleHeight, letter } from '../../format/forms.ts';
import { page as paper } from '../../format/page.ts';
import type { PlacedItem, PlacedRule } from '../../typesetting/page.ts';
import { inMillimetres, near } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { isLetter, linesOfKind, markInkOf } from '../subject.ts';

const redRules = (items: readonly PlacedItem[]): readonly PlacedRule[] =>
  items
    .filter((item) => item.kind === 'rule')
    .filter(({ colour }) => colour === 'red')
    .sort((a, b) => a.y1 - b.y1);

/** What is wrong with a double rule; `thick` is the line that should be heavier. */
function pairFaults(rules: readonly PlacedRule[], name: string, thick: 0 | 1, report: Report): void {
  const [heavy, light] = [rules[thick], rules[1 - thick]];
  if (heavy === undefined || light === undefined || rules.length !== 2) {
    report({ message: `信函首页没有${name}红色双线`, page: 0 });
    return;
  }
  if (heavy.weight <= light.weight) {
    report({ message: `${name}红色双线应当${thick === 0 ? '上粗下细' : '上细下粗'}`, page: 0 });
  }
  for (const { x1, x2 } of rules) {
    const length = letter.ruleLength.value;
    if (near(x2 - x1, length) && near((x1 + x2) / 2, paper.paper.value.width / 2)) continue;
    const message = `${name}红色双线长 ${inMillimetres(x2 - x1)}，应当居中，长 ${inMillimetres(length)}`;
    report({ message, page: 0 });
    return;
  }
}

/** 信函格式: two red double rules on the first page, 170 mm long, 4 mm below the mark and 20 mm above the paper's foot. */
export const letterRules: PreflightRule = {
  id: 'preflight/letter-rules',
  check(subject, report) {
    const [first] = subject.typeset.pages;
    if (!isLetter(subject) || first === undefined || subject.document.profile.preprinted) return;
    const [upper, lower] = [redRules(first.body), redRules(first.furniture)];
    pairFaults(upper, '上面的', 0, report);
    pairFaults(lower, '下面的', 1, report);
    const mark = linesOfKind(subject, 'issuer-mark')[0];
    const top = upper[0] === undefined ? null : upper[0].y1 - upper[0].weight / 2;
    const below = mark === undefined || top === null ? null : top - mark.baseline + markInkOf(mark).bottom;
    if (mark !== undefined && below !== null && !near(below, letter.markToRule.value)) {
      const message = `上面的红色双线在发文机关标志下 ${inMillimetres(below)}，应当是 ${inMillimetres(letter.markToRule.value)}`;
      report({ message, page: 0, element: mark.element });
    }
    const bottom = lower[0] === undefined ? null : lower[0].y1 - lower[0].weight / 2 + doubleRuleHeight;
    const up = bottom === null ? letter.footRuleUp.value : paper.paper.value.height - bottom;
    if (!near(up, letter.footRuleUp.value)) {
      report({
        message: `下面的红色双线距纸张下边 ${inMillimetres(up)}，应当是 ${inMillimetres(letter.footRuleUp.value)}`,
        page: 0,
      });
    }
    for (const [page, { body, furniture }] of subject.typeset.pages.entries()) {
      if (page > 0 && redRules([...body, ...furniture]).length > 0) {
        report({ message: '红色双线只在信函的首页', page });
      }
    }
  },
};
