import { characterWidth, page as paper } from '../../format/page.ts';
import { signature as format } from '../../format/signature.ts';
import type { Points } from '../../format/units.ts';
import { near } from '../measure.ts';
import type { PreflightRule, Report } from '../rule.ts';
import { at, blocksOfKind, byElement, type Line, linesOfKind } from '../subject.ts';

/** Where lines may end by rounding and by the room Western figures take: a quarter of a character. */
const tolerance: Points = characterWidth / 4;

const rightEdge: Points = paper.bindingMargin.value + paper.typeArea.value.width;

/** Characters from a line's end to the right edge of the type area. */
const rightOf = (line: Line): number => (rightEdge - line.right) / characterWidth;

/** 加盖印章: the date four characters in, the issuer centred on it; one too long for that ends at the edge. */
function sealedFaults(issuer: Line, date: Line, report: Report): void {
  const { dateRight } = format.sealed;
  const centred = near((issuer.left + issuer.right) / 2, (date.left + date.right) / 2, tolerance);
  if (!centred) report({ ...at(issuer), message: '署名没有以成文日期为准居中' });
  const atEdge = near(issuer.right, rightEdge, tolerance);
  if (!atEdge && Math.abs(rightOf(date) - dateRight.value) * characterWidth > tolerance) {
    report({
      ...at(date),
      message: `成文日期右空 ${rightOf(date).toFixed(1)} 字，应当右空 ${dateRight.value} 字`,
    });
  }
}

/** 不加盖印章: the issuer two characters in, the date two to the right of its first character; a longer date sets the edge. */
function unsealedFaults(issuer: Line, date: Line, report: Report): void {
  const { issuerRight, dateShift } = format.unsealed;
  const longer = date.right - date.left > issuer.right - issuer.left;
  const outer = longer ? date : issuer;
  if (Math.abs(rightOf(outer) - issuerRight.value) * characterWidth > tolerance) {
    const what = longer ? '成文日期' : '署名';
    report({
      ...at(outer),
      message: `${what}右空 ${rightOf(outer).toFixed(1)} 字，应当右空 ${issuerRight.value} 字`,
    });
  }
  const shift = (date.left - issuer.left) / characterWidth;
  const atEdge = near(date.right, rightEdge, tolerance);
  if (!atEdge && Math.abs(shift - dateShift.value) * characterWidth > tolerance) {
    report({
      ...at(date),
      message: `成文日期首字比署名首字右移 ${shift.toFixed(1)} 字，应当右移 ${dateShift.value} 字`,
    });
  }
}

/** 署名 and 成文日期 of one office stand by the standard's measures, with and without a seal. */
export const signaturePlace: PreflightRule = {
  id: 'preflight/signature-place',
  check(subject, report) {
    const [block, ...more] = blocksOfKind(subject.document, 'signature');
    const set = byElement(linesOfKind(subject, 'signature'));
    const [issuer, date] = set;
    // Several offices stand as their seals do, which the standard leaves to the eye.
    if (block === undefined || more.length > 0 || block.issuers.length !== 1 || set.length !== 2) return;
    if (issuer === undefined || date === undefined || issuer.length > 1 || date.length > 1) return;
    (block.sealed ? sealedFaults : unsealedFaults)(issuer[0], date[0], report);
  },
};
