import { expect, test } from 'vitest';
import { titleNames } from '../../src/composition/title-names.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Section } from '../../src/document/official-document.ts';
import { readPlan, shippedPlan } from './tables/plans.ts';

const { plan } = readPlan(shippedPlan);

const villages = [
  { name: '上庄', targetYear: 2022, model: false, remark: null },
  { name: '上庄东', targetYear: 2022, model: false, remark: null },
  { name: '庄', targetYear: 2022, model: false, remark: null },
];

const titled = (...texts: readonly string[]): readonly Section[] => [
  {
    orientation: 'portrait',
    blocks: texts.map((text) => ({ kind: 'title', text, role: 'part', place: nowhere })),
  },
];

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['none where none stands in a title', ['任务书'], []],
  ['every name in a title, in the order of the plan', ['上庄东任务书'], ['上庄', '上庄东']],
  ['each once, from all titles', ['上庄东任务书', '上庄评价表', '上庄上庄'], ['上庄', '上庄东']],
  ['no name of a single character', ['老庄评价表'], []],
])('names in titles: %s', (_, titles, names) => {
  expect(titleNames({ ...plan, villages }, titled(...titles))).toEqual(names);
});
