import { error, type Rule } from './rule.ts';

/** Rules about templates and table definitions. */
export const templateRules = {
  'template/missing': error(
    '没有这个模板',
    'templates 文件夹里没有要用的模板，可能被改名、移走或删去了。把它放回原处，或者改正引用它的名称。',
  ),
  'template/syntax': error(
    '模板写法有误',
    '模板里的双花括号没有成对，或者 {{#each}}、{{#if}} 没有收尾。照提示的行列改正。',
  ),
  'template/missing-field': error(
    '模板用到的数据不存在',
    '模板里 {{…}} 写的名称，数据里没有。多半是名称写错了，照提示改。',
  ),
  'template/value': error('模板用到的数据不合用', '模板把一项数据用在了不合适的地方，如把一组当作一个词。'),
  'template/unknown-directive': error(
    '模板里有不认识的版面指令',
    '以 :: 开头的版面指令写错了名称。照提示改成有的指令。',
  ),
  'template/table': error('表格定义有误', 'templates/表格 里的定义不合规则，照提示的行列改正。'),
} as const satisfies Record<string, Rule>;
