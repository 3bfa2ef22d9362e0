import { allRoles, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  {
    pattern: /[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+)?/gu,
    message: (match) => `数字和字母用半角：“${match[0]}”宜写“${match[0].normalize('NFKC')}”`,
    expected: (match) => match[0].normalize('NFKC'),
  },
];

/** Digits and letters in full width: ２０２２, Ａ. */
export const fullWidthDigits: TextRule = {
  id: 'text/full-width-digits',
  roles: allRoles,
  find: (text) => matchAll(text, patterns),
};
