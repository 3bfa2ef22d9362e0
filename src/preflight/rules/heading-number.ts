import type { HeadingLevel } from '../../document/block.ts';
import { headingsOf, valueOfNumber } from '../headings.ts';
import { quoted } from '../measure.ts';
import type { PreflightRule } from '../rule.ts';
import { at } from '../subject.ts';

const examples: Readonly<Record<HeadingLevel, string>> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' };

/** A number written by hand before the words of a heading that is numbered anyway, or a mark left of one. */
const byHand = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、](?!\d)|（\d+）|[、.．])/u;

/** 层次序数: 一、 then （一） then 1. then （1）, each with its own mark and nothing after it. */
export const headingNumber: PreflightRule = {
  id: 'preflight/heading-number',
  check(subject, report) {
    for (const heading of headingsOf(subject)) {
      const { level, number, words, lines } = heading;
      if (valueOfNumber(heading) === null) {
        report({
          ...at(lines[0]),
          message: `第${level}层标题${quoted(number + words)}的序号写法不对`,
          actual: number,
          expected: examples[level],
        });
      }
      const [extra] = byHand.exec(words) ?? [];
      if (extra !== undefined) {
        report({
          ...at(lines[0]),
          message: `标题${quoted(number + words)}的序号“${number}”后面又写了“${extra}”`,
          hint: '序号由程序编排，删去文字里自己写的序号或点号。',
        });
      }
    }
  },
};
