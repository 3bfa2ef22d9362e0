import { allRoles, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  { pattern: /\.{3,}|。{3,}|·{3,}/gu, message: '省略号写作“……”', expected: '……' },
  { pattern: /(?<!…)…(?!…)/gu, message: '省略号是六个点“……”', expected: '……' },
  { pattern: /…+等(?!待|候)|等…+/gu, message: '省略号与“等”不并用，留一个', expected: '等' },
  {
    pattern: /、等(?=[，。；、）]|方面|要求|工作|各|多|内容|措施|问题|单位|部门|制度)/gu,
    message: '“等”前面不用顿号',
    expected: '等',
  },
];

/** 省略号 is six dots, and stands instead of 等, not beside it. */
export const ellipsis: TextRule = {
  id: 'text/ellipsis',
  roles: allRoles,
  find: (text) => matchAll(text, patterns),
};
