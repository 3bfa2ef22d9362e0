import { imprint as format } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import { mm, type Points } from '../../format/units.ts';
import { near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { levelRules, linesOfKind } from '../subject.ts';

const tolerance: Points = mm(0.05);

const inHundredths = (points: Points): string => `${((points * 25.4) / 72).toFixed(2)} 毫米`;

/** First and last rule of 版记 are 0.35 mm, those between 0.25 mm, as the standard recommends. */
export const imprintRules: PreflightRule = {
  id: 'preflight/imprint-rules',
  check(subject, report) {
    if (subject.document.imprint?.kind !== 'printed') return;
    const printed = linesOfKind(subject, 'printed-by')[0];
    if (printed === undefined) return;
    const first = linesOfKind(subject, 'copy-to')[0] ?? printed;
    const from = first.top - 1.5 * first.size;
    const rules = levelRules(subject, printed.page)
      .filter(
        ({ y1, colour, x1, x2 }) =>
          colour === 'black' && y1 > from && near(x2 - x1, paper.typeArea.value.width),
      )
      .sort((a, b) => a.y1 - b.y1);
    for (const [index, { weight }] of rules.entries()) {
      const outer = index === 0 || index === rules.length - 1;
      const expected = (outer ? format.thickRule : format.thinRule).value;
      if (near(weight, expected, tolerance)) continue;
      const name = index === 0 ? '首条' : outer ? '末条' : '中间的';
      report({
        page: printed.page,
        element: printed.element,
        message: `版记${name}分隔线粗 ${inHundredths(weight)}，推荐 ${inHundredths(expected)}`,
      });
    }
  },
};
