import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { printedTexts } from './printed-texts.ts';
import { below, itemsOf, textOf } from './reading.ts';

/** 见附件2, （见附件）; the group is the number, empty for the only one. */
const mention = /[（(]?(?:详?见|参见)附件\s*(\d*)[）)]?/gu;

/** Attachments named in the text are those of the plan, by their titles, in their order, and none is left out. */
export function checkAttachments(root: SourceMap, findings: Findings): void {
  const titles = itemsOf(below(root, '附件')).map((attachment) => textOf(below(attachment, '标题')));
  const seen = new Set<number>();
  let latest = 0;
  for (const text of printedTexts(root)) {
    for (const match of text.value.matchAll(mention)) {
      const number = match[1] === '' ? 1 : Number(match[1]);
      const title = titles[number - 1]?.value;
      const [words] = match;
      const report = (message: string, expected?: string): void =>
        findings.report('data/attachment-mention', message, text.place, {
          actual: words,
          ...(expected === undefined ? {} : { expected }),
        });
      if (title === undefined) {
        report(`文中写“${words}”，数据里只有 ${titles.length} 个附件`);
        continue;
      }
      if (match[1] === '' && titles.length > 1) report(`附件不止一个，“${words}”要写明是附件几`);
      if (match[1] !== '' && titles.length === 1) report(`附件只有一个，“${words}”不写序号`, '附件');
      if (!seen.has(number) && number < latest) report(`附件${number}在附件${latest}以后才提到，次序颠倒`);
      seen.add(number);
      latest = Math.max(latest, number);
      // What stands in brackets follows the name; 见附件2 by itself need not.
      const before = text.value.slice(0, match.index).replace(/》$/u, '');
      if (/^[（(]/u.test(words) && !before.endsWith(title)) {
        const said =
          /《([^《》]*)$/u.exec(before)?.[1] ?? before.slice(-Math.min(before.length, title.length));
        report(`${words}前面写的是“${said}”，附件${match[1]}的标题是“${title}”`, title);
      }
    }
  }
  for (const [index, title] of titles.entries()) {
    // A plan that mentions none may refer to them by name only.
    if (title === null || seen.has(index + 1) || seen.size === 0) continue;
    const label = titles.length === 1 ? '附件' : `附件${index + 1}`;
    findings.report('data/attachment-mention', `正文没有提到${label}“${title.value}”`, title.place, {
      hint: `在有关的地方写上“（见${label}）”`,
    });
  }
}
