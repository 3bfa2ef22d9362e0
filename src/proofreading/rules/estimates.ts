import { better, matchAll, type Pattern, runningRoles, type TextRule } from '../text.ts';

const numerals = '一二三四五六七八九';
const counted = '(?:多)?(?:个|名|户|天|次|人|村|件|处|倍|家|岁|里|百|千|万|米|吨|亩|位|块|台|辆|间|座)';
const number = '(?:\\d|[一二三四五六七八九十百千万两几])';

/** Neighbours, as 三 and 四: what an estimate is made of. */
function isEstimate(one: string, other: string): boolean {
  const value = (written: string): number =>
    /\d/.test(written) ? Number(written) : numerals.indexOf(written) + 1;
  return value(other) - value(one) === 1;
}

const pairs: Pattern = {
  pattern: new RegExp(
    `(?<![第\\d.、${numerals}十])([${numerals}\\d])、([${numerals}\\d])(?=${counted})(?!个百分点)`,
    'gu',
  ),
  message: (match) =>
    /\d/.test(match[0])
      ? `概数用汉字，中间不用顿号：“${match[0]}”`
      : `概数中间不用顿号：${better(match[0], match[0].replace('、', ''))}`,
};

const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(?:大约|大概|(?<![节公条合预制契履违邀相签特])约)(?=${number})[^，。；、]{1,10}?(?:左右|上下)`,
      'gu',
    ),
    message: (match) => `“${match[0]}”里的“约”和“左右”留一个`,
  },
  {
    pattern: new RegExp(
      `(?:大约|(?<![节公条合预制契履违邀相签特])约)(?=${number})[^，。；、]{1,8}?[余多](?=户|人|个|名|亩|元|件|次|万|吨|公里|家|处)`,
      'gu',
    ),
    message: (match) => `“${match[0]}”里的“约”和“余”留一个`,
  },
  {
    pattern: /\d+[余多](?:个|名|户|天|次|人|村|件|处|家|岁|里|亩|万|吨|元|[一-鿿]元)?[一-鿿]?(?:左右|上下)/gu,
    message: (match) => `“${match[0]}”里的“多（余）”和“左右”留一个`,
  },
  {
    pattern: /(?:至少|最少|不少于|不低于)[^，。；、以]{0,8}\d+[^，。；、以]{0,4}以上/gu,
    message: (match) => `“${match[0]}”里“至少”一类的词和“以上”留一个`,
  },
  {
    pattern: /(?:至多|最多|不超过|不高于)[^，。；、以]{0,8}\d+[^，。；、以]{0,4}以[下内]/gu,
    message: (match) => `“${match[0]}”里“不超过”一类的词和“以下”“以内”留一个`,
  },
  { pattern: /\d+几(?=个|户|人|名|次|天|件|处|吨|亩|家|万|岁|里)/gu, message: '概数用汉字，如“二十几”' },
  {
    pattern: /(?:减少|下降|降低|缩小|压缩|减轻)[^，。；、倍]{0,8}[\d一两二三四五六七八九十]+倍/gu,
    message: (match) => `减少、下降不用倍数：“${match[0]}”，改用百分数或分数`,
  },
  {
    pattern: /百分之(\d+(?:\.\d+)?)/gu,
    message: (m) => better(m[0], `${m[1]}%`),
    expected: (m) => `${m[1]}%`,
  },
];

/** Estimates and proportions. */
export const estimates: TextRule = {
  id: 'text/estimates',
  roles: runningRoles,
  find: (text) => [
    ...matchAll(text, [pairs]).filter(({ start }) => isEstimate(text[start] ?? '', text[start + 2] ?? '')),
    ...matchAll(text, patterns),
  ],
};
