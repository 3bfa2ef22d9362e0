import type { Page, PlacedRule, PlacedText } from '../../typesetting/page.ts';
import { inMillimetres, quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, type Line } from '../subject.ts';

/** Strokes of a character reach so far into its em box at most; what touches a rule within it is not seen. */
const slack = 1;

/** How far a text reaches over an upright rule; 0 where it does not. */
function over({ x, width, y, size }: PlacedText, { x1, y1, y2 }: PlacedRule): number {
  const middle = y - size / 3;
  if (Math.min(y1, y2) > middle || Math.max(y1, y2) < middle) return 0;
  return x1 > x + slack && x1 < x + width - slack ? Math.min(x1 - x, x + width - x1) : 0;
}

/** The upright rules of a page. */
const uprightRules = ({ body }: Page): readonly PlacedRule[] =>
  body.filter((item): item is PlacedRule => item.kind === 'rule' && item.x1 === item.x2);

/** How far a line reaches over one of the upright rules; 0 where it stays within its cell. */
function overAny({ left, right, texts }: Line, rules: readonly PlacedRule[]): number {
  let far = 0;
  for (const rule of rules) {
    if (rule.x1 <= left + slack || rule.x1 >= right - slack) continue;
    for (const item of texts) far = Math.max(far, over(item, rule));
  }
  return far;
}

/** The words of a table stay within their cells. */
export const tableText: PreflightRule = {
  id: 'preflight/table-text',
  check({ typeset, pages }, report) {
    for (const [index, page] of typeset.pages.entries()) {
      const rules = uprightRules(page);
      if (rules.length === 0) continue;
      for (const line of pages[index] ?? []) {
        const far = overAny(line, rules);
        if (far === 0) continue;
        const message = `表格里的${quoted(line.words)}伸出了格子 ${inMillimetres(far)}`;
        report({ ...at(line), message, hint: '缩短文字，或者在表格定义里把这一列调宽。' });
      }
    }
  },
};
