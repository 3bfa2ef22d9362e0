import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { printedTexts } from './printed-texts.ts';
import { below, itemsOf, numberOf, textOf } from './reading.ts';

const numerals = '一二三四五六七八九';
const number = '(\\d{1,4}|[一二三四五六七八九十两]{1,3})';

/** Value of a number as it is written: 16, 十六, 二十; null where it is none. */
export function numberWritten(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九两]?)$/u.exec(text);
  if (match === null || text === '') return null;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? null : digitOf(tens === '' ? ones : tens);
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}

const digitOf = (numeral: string): number => (numeral === '两' ? 2 : numerals.indexOf(numeral) + 1);

/** A way to say a number of something; the first group is the number. */
interface Phrase {
  readonly pattern: RegExp;
  readonly what: string;
  /** Numbers of this plan that may be meant. */
  readonly counted: readonly number[];
}

/** Counts in running text are what is counted in the data. */
export function checkCounts(root: SourceMap, findings: Findings): void {
  const fields = itemsOf(below(root, '工作领域'));
  const tasks = fields.reduce((sum, field) => sum + itemsOf(below(field, '任务')).length, 0);
  const keyTasks = itemsOf(below(root, '年度任务', '重点任务')).length;
  const stages = itemsOf(below(root, '实施步骤')).length;
  const villages = itemsOf(below(root, '村居')).length;
  const of = (pattern: string, what: string, ...counted: readonly number[]): Phrase => ({
    pattern: new RegExp(pattern, 'gu'),
    what,
    counted,
  });
  // Only where the words leave no doubt that the whole is meant: 四个方面十六项任务, 以下五项工作.
  const phrases = [
    of(
      `${number}个(?:方面|领域)(?:的|，|、)?(?=${number}项(?:重点)?(?:任务|工作))`,
      '工作领域',
      fields.length,
    ),
    of(`(?<=个(?:方面|领域)(?:的|，|、)?)${number}项(?:任务|工作)`, '工作任务', tasks, keyTasks),
    of(`(?<=以下|下列|上述)${number}项(?:任务|工作|重点任务)`, '工作任务', tasks, keyTasks),
    of(`(?<=年)${number}项重点任务`, '重点任务', keyTasks),
    of(`(?<=分|分为|划分为|按|分成)${number}个阶段`, '实施步骤', stages),
    of(`(?<=全镇|全乡|全镇共有|全乡共有|全镇共|全乡共)${number}个(?:行政)?村(?!民|组|级)`, '村居', villages),
  ];
  const remark = textOf(below(root, '评价', '说明'));
  for (const text of [...printedTexts(root), ...(remark === null ? [] : [remark])]) {
    for (const { pattern, what, counted } of phrases) {
      for (const match of text.value.matchAll(pattern)) {
        const said = numberWritten(match[1] ?? '');
        if (said === null || counted.includes(said) || counted.every((count) => count === 0)) continue;
        const message = `文中写“${match[0]}”，数据里的${what}是 ${counted[0] ?? 0} 个`;
        const details = {
          actual: match[0],
          expected: String(counted[0] ?? 0),
          hint: '改文字，或核对数据有没有漏',
        };
        findings.report('data/counts', message, text.place, details);
      }
    }
  }
}

/** What a year's target says in words is what its data say. */
export function checkStatements(root: SourceMap, findings: Findings): void {
  for (const target of itemsOf(below(root, '年度目标'))) {
    const year = numberOf(below(target, '年度'));
    const share = textOf(below(target, '累计比例'))?.value;
    const statement = textOf(below(target, '表述'));
    if (year === null || statement === null) continue;
    const years = [...statement.value.matchAll(/(?<!\d)(?:19|20)\d\d(?=年)/gu)].map(([found]) =>
      Number(found),
    );
    if (years.length > 0 && !years.includes(year.value)) {
      findings.report('data/statement', `表述里没有 ${year.value} 年`, statement.place, {
        actual: `${years.join('、')} 年`,
        expected: `${year.value} 年`,
      });
    }
    const shares = [...statement.value.matchAll(/\d+(?:\.\d+)?%/gu)].map(([found]) => found);
    if (share !== undefined && /^\d+%$/.test(share) && shares.length === 1 && shares[0] !== share) {
      const message = `表述里写 ${shares[0]}，累计比例是 ${share}`;
      findings.report('data/statement', message, statement.place, {
        actual: shares[0] ?? '',
        expected: share,
      });
    }
  }
}
