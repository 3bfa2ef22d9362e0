import { allRoles, better, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  {
    pattern: /(?<=[一-鿿])[[［【（(﹝]((?:19|20)\d\d)[\]］】）)﹞](?= ?第?\d+号)/gu,
    message: (match) => `发文字号的年份用六角括号：${better(match[0], `〔${match[1]}〕`)}`,
    expected: (match) => `〔${match[1]}〕`,
  },
  {
    pattern: /(?<=[〕\]］】）)])第(\d+)号/gu,
    message: (match) => `发文字号的序号前不加“第”：${better(match[0], `${Number(match[1])}号`)}`,
    expected: (match) => `${Number(match[1])}号`,
  },
  {
    pattern: /(?<=(?:19|20)\d\d[〕\]］】）)])0+(\d+)号/gu,
    message: (match) => `发文字号的序号不补零：${better(match[0], `${match[1]}号`)}`,
    expected: (match) => `${match[1]}号`,
  },
];

/** 发文字号 quoted in a text: 三政发〔2022〕6号. */
export const documentNumbers: TextRule = {
  id: 'text/document-numbers',
  roles: allRoles,
  find: (text) =>
    matchAll(text, patterns).filter(({ start }) =>
      /(?:19|20)\d\d[〕\]］】）)]?$|[一-鿿]$/u.test(text.slice(0, start)),
    ),
};
