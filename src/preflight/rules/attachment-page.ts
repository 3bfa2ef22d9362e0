import { main, titleRoom } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import { areaTolerance, near } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, linesOfKind } from '../subject.ts';

/** An attachment begins a page of its own: 附件 at the top left of the type area, its title centred in the third line. */
export const attachmentPage: PreflightRule = {
  id: 'preflight/attachment-page',
  check(subject, report) {
    const { pages, typeset } = subject;
    for (const label of linesOfKind(subject, 'attachment-label')) {
      const lines = pages[label.page] ?? [];
      const turned = typeset.pages[label.page]?.turned === true;
      const left = turned ? paper.footMargin.value : paper.bindingMargin.value;
      const top = turned ? paper.bindingMargin.value : paper.headMargin.value;
      if (lines[0] !== label) report({ ...at(label), message: '附件没有另面编排' });
      else if (!near(label.left, left) || !near(label.top, top, areaTolerance)) {
        report({ ...at(label), message: `“${label.words}”没有在版心左上角顶格` });
      }
      if (!/^附件\d*$/u.test(label.words)) {
        report({ ...at(label), message: `“${label.words}”只写“附件”和顺序号，后面不加冒号` });
      }
      const title = lines.find((line) => line.kind === 'title' && line.top > label.top);
      if (title === undefined) continue;
      const width = turned ? paper.typeArea.value.height : paper.typeArea.value.width;
      const middle = (title.left + title.right) / 2;
      if (!near(middle, left + width / 2, titleRoom.value * title.size)) {
        report({ ...at(title), message: '附件标题没有居中' });
      }
      const down = (title.baseline - label.baseline) / subject.document.profile.linePitch;
      const third = main.linesBelowLabel.value + 1;
      if (Math.abs(down - third) > 0.05) {
        report({ ...at(title), message: `附件标题在版心第 ${(down + 1).toFixed(1)} 行，应当在第三行` });
      }
    }
  },
};
