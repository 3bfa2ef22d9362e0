import { allRoles, better, matchAll, type Pattern, type TextRule } from '../text.ts';

const units = '个|名|人|户|元|万|亿|天|次|亩|米|公里|平方|处|件|项|条|岁|分|倍|吨|公斤|周|小时|家|支|所|村';

const patterns: readonly Pattern[] = [
  {
    // 2022年4月-12月, 6月1日-6月30日, 2022-2024.
    pattern:
      /(?<![\dA-Za-z/.-])((?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}[日号时])?)[-－–~﹣]{1,2}(?=(?:(?:19|20)\d\d年)?\d{1,2}(?:月|日|号|时))/gu,
    message: '时间的起止用一字线“—”',
    expected: (match) => `${match[1]}—`,
  },
  {
    pattern: /(?<![\dA-Za-z/.-])(\d{1,2})[-－–~﹣]{1,2}(?=\d{1,2}(?:月|日))/gu,
    message: '时间的起止用一字线“—”',
    expected: (match) => `${match[1]}—`,
  },
  {
    pattern:
      /(?<![\dA-Za-z/.—-])((?:19|20)\d\d年?)[-－–~﹣]{1,2}((?:19|20)\d\d)(?![\d-]|任务|工作|计划|规划|目标|安排)/gu,
    message: (match) => `年份的起止用一字线：${better(match[0], `${match[1]}—${match[2]}`)}`,
    expected: (match) => `${match[1]}—${match[2]}`,
  },
  {
    pattern: /(?<![\dA-Za-z/.—-])(\d+(?:\.\d+)?)[-－–—～~]{1,2}(\d+(?:\.\d+)?)([万亿%])/gu,
    message: (match) =>
      `范围两端的单位要写全：${better(match[0], `${match[1]}${match[3]}～${match[2]}${match[3]}`)}`,
    expected: (match) => `${match[1]}${match[3]}～${match[2]}${match[3]}`,
  },
  {
    pattern: new RegExp(
      `(?<![\\dA-Za-z/.—-])(\\d+(?:\\.\\d+)?(?:${units}|%)?)[-－–~﹣]{1,2}(\\d+(?:\\.\\d+)?)(?=${units.replace('|万|亿', '')})`,
      'gu',
    ),
    message: (match) => `数值范围用浪纹线：${better(match[0], `${match[1]}～${match[2]}`)}`,
    expected: (match) => `${match[1]}～${match[2]}`,
  },
];

/** The second month of a range of one year comes after the first. */
const turned: Pattern = {
  pattern: /(?<!\d)(?:19|20)\d\d年(\d{1,2})月(?:\d{1,2}日)?[-—～至到](\d{1,2})月/gu,
  message: (match) => `起止颠倒：“${match[0]}”`,
};

/** Ranges of numbers and dates: their mark, and their units. */
export const ranges: TextRule = {
  id: 'text/ranges',
  roles: allRoles,
  find: (text) => [
    ...matchAll(text, patterns).filter(({ start, expected }) => expected !== '—' || start > 0),
    ...matchAll(text, [turned]).filter(({ start, end }) => {
      const [, from, to] = /年(\d{1,2})月.*?(\d{1,2})月$/u.exec(text.slice(start, end)) ?? [];
      return Number(to) < Number(from);
    }),
  ],
};
