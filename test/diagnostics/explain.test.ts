import { expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/catalogue.ts';
import { clauseText, explainRule, listRules, rulePage, rulesByArea } from '../../src/diagnostics/explain.ts';

test('a rule is told with what to do, its weight and what it rests on', () => {
  expect(explainRule('data/number-year').split('\n')).toEqual([
    '发文字号年份与成文日期不一致（data/number-year）',
    '  发文字号里的年份就是发文的年份，应当与成文日期的年份相同。',
    '  级别：错误（不改正就不写出文件）',
    '  依据：由国标推出，GB/T 9704-2012 第7.2.5条',
  ]);
  expect(explainRule('fonts/substitute')).toContain('级别：提示（不用处理）\n  依据：惯例');
});

test('the clause of another standard is named with it', () => {
  const rule = { ...rules['data/marks'], clause: 'GB/T 15834-2011 4.5.3.5' };
  expect(clauseText(rule)).toBe('GB/T 15834-2011 4.5.3.5');
});

test('the list holds every rule once, by area', () => {
  const listed = rulesByArea().flatMap((area) => area.rules.map(([id]) => id));
  expect(listed.toSorted()).toEqual(Object.keys(rules).toSorted());
  expect(listRules()).toMatch(/^命令\n {2}command\/usage +错误 {2}命令用法不对\n\n数据\n/);
});

test('every rule says what is wrong and ends its sentences', () => {
  for (const [id, { title, explanation }] of Object.entries(rules)) {
    expect(title, id).not.toMatch(/[，。！]$/);
    expect(explanation, id).toMatch(/[。）]$/);
  }
});

// After a rule was added or reworded: npx vitest run test/diagnostics/explain.test.ts -u
test('docs/规则.md is what the catalogue says', async () => {
  await expect(rulePage()).toMatchFileSnapshot('../../docs/规则.md');
});
