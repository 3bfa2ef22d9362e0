import type { OfficialDocument } from '../../document/official-document.ts';
import { pageNumber as format, nominalDash, pageNumberText } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import { sizes } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';
import type { Page } from '../../typesetting/page.ts';
import { dashTolerance, inMillimetres, near } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { isLetter, type Line, linesOf, unnumberedPages } from '../subject.ts';

/** How far a number stands from its side of the page: the outer one or, where the office has it so, the middle. */
function aside(line: Line, page: number, { profile }: OfficialDocument): Points {
  const { bindingMargin, typeArea } = paper;
  const [left, right] = [bindingMargin.value, bindingMargin.value + typeArea.value.width];
  if (profile.pageNumber === 'centre') return (line.left + line.right) / 2 - (left + right) / 2;
  const side = format.sideIndent.value * sizes.四号;
  return page % 2 === 0 ? right - side - line.right : line.left - left - side;
}

const sideFaults = {
  centre: '页码没有居中',
  odd: '单页码没有居右空一字',
  even: '双页码没有居左空一字',
} as const;

/** What is wrong with the number of a page that should have one. */
function faultsOf({ furniture }: Page, page: number, document: OfficialDocument, report: Report): void {
  const texts = furniture.filter((item) => item.kind === 'text');
  const [line, ...more] = linesOf(texts, page);
  if (line === undefined) {
    report({ message: '这一页没有页码', page });
    return;
  }
  const expected = pageNumberText(page + 1);
  if (line.words !== expected || more.length > 0) {
    const actual = [line, ...more].map(({ words }) => words).join(' ');
    report({ message: `页码是“${actual}”，应当是“${expected}”`, page, actual, expected });
  }
  if (texts.some(({ size, face }) => size !== sizes.四号 || face?.split('+')[0] !== 'songti')) {
    report({ message: '页码不是4号宋体', page });
  }
  if (!near(aside(line, page, document), 0)) {
    const side = document.profile.pageNumber === 'centre' ? 'centre' : page % 2 === 0 ? 'odd' : 'even';
    report({ message: sideFaults[side], page });
  }
  const { typeArea, headMargin } = paper;
  const bottom = headMargin.value + typeArea.value.height;
  const down = line.baseline - (line.texts[0]?.ink ?? nominalDash).top - bottom;
  if (!near(down, format.down.value, dashTolerance)) {
    report({
      message: `页码的一字线距版心下边缘 ${inMillimetres(down)}，应当是 ${inMillimetres(format.down.value)}`,
      page,
    });
  }
}

/** 页码: 4号宋体 between dashes, 7 mm below the type area, odd pages right, even pages left, running on. */
export const pageNumber: PreflightRule = {
  id: 'preflight/page-number',
  check(subject, report) {
    const unnumbered = unnumberedPages(subject);
    for (const [index, page] of subject.typeset.pages.entries()) {
      if (!unnumbered.has(index)) faultsOf(page, index, subject.document, report);
      else if (page.furniture.some(({ kind }) => kind === 'text')) {
        const letter = index === 0 && isLetter(subject);
        const message = letter ? '信函首页不显示页码' : '版记页前有空白页的，空白页和版记页不编页码';
        report({ message, page: index });
      }
    }
  },
};
