import { titleRoom } from '../../format/elements.ts';
import { letter } from '../../format/forms.ts';
import { page as format } from '../../format/page.ts';
import { sizes } from '../../format/type-styles.ts';
import type { Page, PlacedItem } from '../../typesetting/page.ts';
import { areaTolerance, inMillimetres, quoted } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { isLetter, type Line, markInkOf, type Subject } from '../subject.ts';

/** Edges of a rectangle on a page as it is read. */
interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** 版心 on an upright page, and on one whose body is turned: there the binding margin is above. */
function typeAreaOf({ turned }: Page): Edges {
  const { headMargin, bindingMargin, typeArea, footMargin } = format;
  const { width, height } = typeArea.value;
  const [left, top] = turned
    ? [footMargin.value, bindingMargin.value]
    : [bindingMargin.value, headMargin.value];
  const [across, down] = turned ? [height, width] : [width, height];
  return { left, right: left + across, top, bottom: top + down };
}

/** The area of a page: of a letter's first page it goes from the mark to the second double rule (§10.1). */
function areaOf(page: Page, index: number, subject: Subject): Edges {
  const area = typeAreaOf(page);
  if (index > 0 || !isLetter(subject)) return area;
  return { ...area, top: letter.markDown.value, bottom: format.paper.value.height - letter.footRuleUp.value };
}

/** How far edges stand out of others, and on which side; null where they do not. */
function standingOut(inner: Edges, outer: Edges, aside: number): readonly [string, number] | null {
  const left = outer.left - aside - inner.left;
  if (left > areaTolerance) return ['左', left];
  const right = inner.right - outer.right - aside;
  if (right > areaTolerance) return ['右', right];
  const up = outer.top - inner.top;
  if (up > areaTolerance) return ['上', up];
  const down = inner.bottom - outer.bottom;
  return down > areaTolerance ? ['下', down] : null;
}

/** The edges of a line: what is measured of a mark is its ink. */
const edgesOf = (line: Line): Edges =>
  line.kind === 'issuer-mark' ? { ...line, top: line.baseline - markInkOf(line).top } : line;

/** A title's lines, shaped by sense, may stand out by custom rather than be turned. */
const roomOf = ({ kind }: Line): number => (kind === 'title' ? titleRoom.value * sizes.二号 : 0);

const ruleEdges = (item: Extract<PlacedItem, { kind: 'rule' }>): Edges => ({
  left: Math.min(item.x1, item.x2),
  right: Math.max(item.x1, item.x2),
  top: Math.min(item.y1, item.y2),
  bottom: Math.max(item.y1, item.y2),
});

function linesOutside(subject: Subject, report: Report): void {
  for (const [index, page] of subject.typeset.pages.entries()) {
    const area = areaOf(page, index, subject);
    for (const line of subject.pages[index] ?? []) {
      const out = standingOut(edgesOf(line), area, roomOf(line));
      if (out === null) continue;
      const [side, far] = out;
      const message = `${quoted(line.words)}伸出版心${side}边 ${inMillimetres(far)}`;
      report({ message, element: line.element, page: index });
    }
  }
}

function rulesOutside(subject: Subject, report: Report): void {
  for (const [index, page] of subject.typeset.pages.entries()) {
    const area = areaOf(page, index, subject);
    for (const item of page.body) {
      // The double rules of a letter are wider than its text.
      if (item.kind !== 'rule' || (item.colour !== 'black' && isLetter(subject))) continue;
      const out = standingOut(ruleEdges(item), area, 0);
      if (out === null) continue;
      report({ message: `有线条伸出版心${out[0]}边 ${inMillimetres(out[1])}`, page: index });
      break;
    }
  }
}

/** Everything but the page number stands inside the type area, 156 mm by 225 mm, 37 mm and 28 mm from the edges. */
export const typeArea: PreflightRule = {
  id: 'preflight/type-area',
  check(subject, report) {
    linesOutside(subject, report);
    rulesOutside(subject, report);
  },
};
