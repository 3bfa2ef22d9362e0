import { page as paper } from '../../format/page.ts';
import { near, quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at, byElement, linesOfKind } from '../subject.ts';

/** 主送机关: flush left, further lines too, a full-width colon at the end. */
export const addressee: PreflightRule = {
  id: 'preflight/addressee',
  check(subject, report) {
    for (const lines of byElement(linesOfKind(subject, 'addressee'))) {
      const words = lines.map((line) => line.words).join('');
      const [first] = lines;
      if (!/[^：:]：$/u.test(words)) {
        const message = `主送机关${quoted(words)}末尾要用一个全角冒号`;
        report({
          ...at(first),
          message,
          actual: words,
          expected: `${words.replace(/[：:，。；、]+$/u, '')}：`,
        });
      }
      const astray = lines.find(({ left }) => !near(left, paper.bindingMargin.value));
      if (astray !== undefined) report({ ...at(astray), message: '主送机关没有居左顶格' });
    }
  },
};
