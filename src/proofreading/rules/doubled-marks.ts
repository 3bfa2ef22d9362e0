import { allRoles, matchAll, type Pattern, type TextRule } from '../text.ts';

const patterns: readonly Pattern[] = [
  {
    pattern: /[，。；：、]{2,}|[，。；：、][！？]|[！？][，。；：、]/gu,
    message: (match) => `标点连用：“${match[0]}”只留一个`,
  },
  {
    pattern: /。[”’）][。，；、]/gu,
    message: (match) => `标点重复：“${match[0]}”，括号、引号里外只留一个句号`,
  },
];

/** Marks that stand side by side and should not: ，， ；。 。）。 */
export const doubledMarks: TextRule = {
  id: 'text/doubled-marks',
  roles: allRoles,
  find: (text) =>
    matchAll(text, patterns).filter(({ start, end }) => !/^。{3,}$/u.test(text.slice(start, end))),
};
