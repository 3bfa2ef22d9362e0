import { allRoles, better, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  {
    pattern:
      /(?<![\d.〇○一二三四五六七八九十])(?:[0-3]\d|9\d)年(?=底|初|末|上半年|下半年|度(?!过|假)|(?:1[0-2]|0?[1-9])月(?!\d))/gu,
    message: (match) => `年份不能简写：“${match[0]}”要写四位数`,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)年?[-－–—～~至]((?!19|20)\d\d)年/gu,
    message: (match) =>
      `年份不能简写：${better(match[0], `${match[1]}—${(match[1] ?? '').slice(0, 2)}${match[2]}年`)}`,
    expected: (match) => `${match[1]}—${(match[1] ?? '').slice(0, 2)}${match[2]}年`,
  },
  {
    pattern: /[一二][零〇○一二三四五六七八九]{3}年/gu,
    message: (match) => better(match[0], match[0].replace(/[零○]/gu, '〇')),
    expected: (match) => match[0].replace(/[零○]/gu, '〇'),
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)[—～-]((?:19|20)\d\d)(?=任务|工作|计划|规划|目标|安排)/gu,
    message: (match) => `年份后要写“年”：${better(match[0], `${match[1]}—${match[2]}年`)}`,
    expected: (match) => `${match[1]}—${match[2]}年`,
  },
];

/** Years in full: 2022年, not 22年; 二〇二二年, not 二零二二年. */
export const years: TextRule = {
  id: 'text/years',
  roles: allRoles,
  find: (text) =>
    matchAll(text, patterns).filter(
      ({ start, end, expected }) => expected === null || expected !== text.slice(start, end),
    ),
};
