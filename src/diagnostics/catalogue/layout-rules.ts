import { type Rule, warning } from './rule.ts';

/** Rules about setting documents into pages. */
export const layoutRules = {
  'layout/too-wide': warning(
    '内容超出版心',
    '有的内容比版心宽，印出来会伸到页边。缩短它，或者调整表格的列宽。',
  ),
} as const satisfies Record<string, Rule>;
