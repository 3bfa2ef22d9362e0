import { allRoles, matchAll, type TextRule } from '../text.ts';

/** Between 《》《》 and “”“” that stand side by side there is usually no 顿号. */
export const adjoiningMarks: TextRule = {
  id: 'text/adjoining-marks',
  roles: allRoles,
  find: (text) =>
    matchAll(text, [
      { pattern: /(?<=》)、(?=《)/gu, message: '并列的书名号之间通常不用顿号', expected: '》《' },
      { pattern: /(?<=”)、(?=“)/gu, message: '并列的引号之间通常不用顿号', expected: '”“' },
    ]),
};
