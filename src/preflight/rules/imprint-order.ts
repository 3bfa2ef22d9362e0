import { imprint as format } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import { near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, byElement, linesOfKind } from '../subject.ts';

const left: Points = paper.bindingMargin.value;
const right: Points = left + paper.typeArea.value.width;

/** 抄送 stands above the line of 印发机关 and 印发日期, each a character in from both sides; 抄送 ends with a full stop. */
export const imprintOrder: PreflightRule = {
  id: 'preflight/imprint-order',
  check(subject, report) {
    const printed = linesOfKind(subject, 'printed-by')[0];
    if (subject.document.imprint?.kind !== 'printed' || printed === undefined) return;
    const [copies] = byElement(linesOfKind(subject, 'copy-to'));
    if (copies !== undefined) {
      const words = copies.map((line) => line.words).join('');
      if (!/^(?:抄送|主送)：/u.test(words)) report({ ...at(copies[0]), message: '抄送机关前面要写“抄送：”' });
      if (!/[^。]。$/u.test(words)) report({ ...at(copies[0]), message: '抄送机关末尾要用一个句号' });
      if (copies.some((line) => line.baseline >= printed.baseline)) {
        report({ ...at(copies[0]), message: '抄送机关应当在印发机关的上一行' });
      }
    }
    const side = format.sideIndent.value * printed.size;
    if (!near(printed.left, left + side)) report({ ...at(printed), message: '印发机关没有左空一字' });
    if (!near(printed.right, right - side)) report({ ...at(printed), message: '印发日期没有右空一字' });
    if (!printed.words.endsWith('印发')) report({ ...at(printed), message: '印发日期后面要加“印发”二字' });
  },
};
