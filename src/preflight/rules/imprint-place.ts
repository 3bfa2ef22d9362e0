import { imprint as format } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import { inMillimetres, near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { levelRules, linesOfKind } from '../subject.ts';

/** 版记 lies at the foot of the last page: its rules as wide as the type area, the last on its lower edge. */
export const imprintPlace: PreflightRule = {
  id: 'preflight/imprint-place',
  check(subject, report) {
    const { document, typeset } = subject;
    if (document.imprint?.kind !== 'printed') return;
    const printed = linesOfKind(subject, 'printed-by')[0];
    const page = typeset.pages.length - 1;
    if (printed === undefined || printed.page !== page) {
      report({ message: '版记不在公文的最后一面', page: printed?.page ?? null });
      return;
    }
    const lines = linesOfKind(subject, 'copy-to').concat(printed);
    const first = lines[0] ?? printed;
    const wide = levelRules(subject, page).filter(
      ({ x1, x2, colour }) => colour === 'black' && near(Math.abs(x2 - x1), paper.typeArea.value.width),
    );
    const place = { page, element: printed.element };
    const below = wide.filter(({ y1 }) => y1 > printed.baseline);
    const above = wide.filter(({ y1 }) => y1 < first.top);
    const last = below.at(-1);
    if (last === undefined || above.length === 0) {
      report({ ...place, message: '版记缺少首条或末条分隔线' });
      return;
    }
    const bottom = last.y1 + last.weight / 2;
    if (!near(bottom, format.bottom.value)) {
      const far = inMillimetres(Math.abs(bottom - format.bottom.value));
      report({ ...place, message: `版记末条分隔线没有与版心下边缘重合，差 ${far}` });
    }
    const under = (subject.pages[page] ?? []).filter(
      ({ top, kind }) => top > printed.bottom && kind !== 'print-run',
    );
    if (under.length > 0) report({ ...place, message: `版记下面还有“${under[0]?.words ?? ''}”` });
  },
};
