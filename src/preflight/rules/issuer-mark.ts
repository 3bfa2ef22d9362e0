import type { Form } from '../../document/header.ts';
import { header as format } from '../../format/elements.ts';
import { letter, order } from '../../format/forms.ts';
import { page as paper } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import { inMillimetres, near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, linesOfKind, markInkOf } from '../subject.ts';

/** From the paper's upper edge to the mark's, by form. */
const down: Readonly<Record<Form, Points>> = {
  file: paper.headMargin.value + format.markDown.value,
  letter: letter.markDown.value,
  order: paper.headMargin.value + order.markDown.value,
  minutes: paper.headMargin.value + format.markDown.value,
};

/** 发文机关标志 stands on the first page, red, centred, its upper edge where the form has it. */
export const issuerMark: PreflightRule = {
  id: 'preflight/issuer-mark',
  check(subject, report) {
    const { header, profile } = subject.document;
    if (header === null) return;
    const lines = linesOfKind(subject, 'issuer-mark');
    if (profile.preprinted) {
      if (lines[0] !== undefined) report({ ...at(lines[0]), message: '套打的公文不印发文机关标志' });
      return;
    }
    const [first] = lines;
    if (first === undefined || first.page !== 0) {
      report({ message: '首页没有发文机关标志', page: 0 });
      return;
    }
    if (lines.some(({ texts }) => texts.some(({ colour }) => colour !== 'red'))) {
      report({ ...at(first), message: '发文机关标志不是红色' });
    }
    const top = Math.min(...lines.map((line) => line.baseline - markInkOf(line).top));
    const expected = down[header.form];
    if (!near(top, expected)) {
      report({
        ...at(first),
        message: `发文机关标志上边缘距纸张上边 ${inMillimetres(top)}，应当是 ${inMillimetres(expected)}`,
        actual: inMillimetres(top),
        expected: inMillimetres(expected),
      });
    }
    const left = Math.min(...lines.map((line) => line.left));
    const right = Math.max(...lines.map((line) => line.right));
    const middle = paper.bindingMargin.value + paper.typeArea.value.width / 2;
    if (!near((left + right) / 2, middle, first.size / 4)) {
      report({ ...at(first), message: '发文机关标志没有居中' });
    }
  },
};
