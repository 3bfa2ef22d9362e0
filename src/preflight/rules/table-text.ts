import type { PlacedRule, PlacedText } from '../../typesetting/page.ts';
import { inMillimetres, quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { linesOf } from '../subject.ts';

/** Strokes of a character reach so far into its em box at most; what touches a rule within it is not seen. */
const slack = 1;

/** How far a text reaches over an upright rule; 0 where it does not. */
function over({ x, width, y, size }: PlacedText, { x1, x2, y1, y2 }: PlacedRule): number {
  const middle = y - size / 3;
  if (x1 !== x2 || Math.min(y1, y2) > middle || Math.max(y1, y2) < middle) return 0;
  return x1 > x + slack && x1 < x + width - slack ? Math.min(x1 - x, x + width - x1) : 0;
}

/** The words of a table stay within their cells. */
export const tableText: PreflightRule = {
  id: 'preflight/table-text',
  *check({ typeset }) {
    for (const [page, { body }] of typeset.pages.entries()) {
      const rules = body.filter((item) => item.kind === 'rule').filter(({ x1, x2 }) => x1 === x2);
      if (rules.length === 0) continue;
      for (const line of linesOf(
        body.filter((item) => item.kind === 'text'),
        page,
        typeset.structure,
      )) {
        const far = Math.max(...line.texts.map((item) => Math.max(...rules.map((rule) => over(item, rule)))));
        if (far === 0) continue;
        const message = `表格里的${quoted(line.words)}伸出了格子 ${inMillimetres(far)}`;
        yield { message, element: line.element, page, hint: '缩短文字，或者在表格定义里把这一列调宽。' };
      }
    }
  },
};
