import { better, matchAll, type Pattern, runningRoles, type TextRule } from '../text.ts';

/** A number opens a sentence: at the beginning, or after a full stop, semicolon or colon. */
const patterns: readonly Pattern[] = [
  {
    pattern: /(?<=^|[。；：\n])[一二三四五六七八九十]{1,3}[.．,，](?=[一-鿿])/gu,
    message: (match) => `汉字序号后用顿号：${better(match[0], `${match[0].slice(0, -1)}、`)}`,
    expected: (match) => `${match[0].slice(0, -1)}、`,
  },
  {
    pattern: /(?<=^|[。；：\n])[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][、.．，,](?=[一-鿿])/gu,
    message: (match) => `带括号的序号后不加标点：${better(match[0], match[0].slice(0, -1))}`,
    expected: (match) => match[0].slice(0, -1),
  },
  {
    pattern: /(?<=^|[。；：\n])\d{1,2}[、．，](?=[一-鿿“《])/gu,
    message: (match) => `阿拉伯数字序号后用下脚点：${better(match[0], `${match[0].slice(0, -1)}.`)}`,
    expected: (match) => `${match[0].slice(0, -1)}.`,
  },
  {
    pattern: /(?<=^|[。；：\n])[一二三四五六七八九十][是要]，(?=[一-鿿])/gu,
    message: (match) => `“${match[0].slice(0, -1)}”后不加逗号`,
    expected: (match) => match[0].slice(0, -1),
  },
  {
    pattern:
      /(?<=^|[。；：\n])(?:第[一二三四五六七八九十]|首先|其次|再次|最后)、(?!第|[一二三四五六七八九十])/gu,
    message: (match) => `“${match[0].slice(0, -1)}”后用逗号`,
    expected: (match) => `${match[0].slice(0, -1)}，`,
  },
];

/** Marks after numbers: 一、（一）1.（1）, 第一，. */
export const numbering: TextRule = {
  id: 'text/numbering',
  roles: runningRoles,
  find: (text) => matchAll(text, patterns),
};
