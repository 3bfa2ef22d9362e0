import { allRoles, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  { pattern: /(?<=》)、(?=《)/gu, message: '并列的书名号之间通常不用顿号', expected: '》《' },
  { pattern: /(?<=”)、(?=“)/gu, message: '并列的引号之间通常不用顿号', expected: '”“' },
];

/** Between 《》《》 and “”“” that stand side by side there is usually no 顿号. */
export const adjoiningMarks: TextRule = {
  id: 'text/adjoining-marks',
  roles: allRoles,
  find: (text) => matchAll(text, patterns),
};
