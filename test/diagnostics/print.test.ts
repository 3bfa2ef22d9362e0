import { expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { didYouMean, nearest } from '../../src/diagnostics/nearest.ts';
import { printFindings, summary } from '../../src/diagnostics/print.ts';
import { cellsOfText } from '../../src/diagnostics/terminal-width.ts';

const sources = new Map([['data/村居.yaml', '村居:\n  - { 名称: 东姚庄, 达标年渡: 2022 }\n']]);

test('findings as the clerk reads them', () => {
  const findings = new Findings();
  const place = { kind: 'file', file: 'data/村居.yaml', line: 2, column: 16 } as const;
  findings.report('data/unknown-key', '不认识“达标年渡”', place, { hint: '是不是“达标年度”？' });
  findings.report('fonts/substitute', '仿宋用了代用字体');
  expect(printFindings(findings.sorted(), sources).split('\n')).toEqual([
    '错误：不认识“达标年渡”（data/unknown-key）',
    '  在 data/村居.yaml:2:16',
    '    2 │   - { 名称: 东姚庄, 达标年渡: 2022 }',
    '      │                     ^',
    '  办法：是不是“达标年度”？',
    '',
    '提示：仿宋用了代用字体（fonts/substitute）',
    '',
    '共发现 1 处错误、1 处提示。',
  ]);
});

test('notes of one rule that stand nowhere are one note, which is no fault', () => {
  const findings = new Findings();
  findings.report('fonts/substitute', '仿宋：用 Fandol 仿宋', undefined, { hint: '装上标准字体' });
  findings.report('fonts/substitute', '黑体：用 Fandol 黑体', undefined, { hint: '装上标准字体' });
  expect(printFindings(findings.sorted(), sources).split('\n')).toEqual([
    '提示：字体用了代用字体（fonts/substitute）',
    '  仿宋：用 Fandol 仿宋',
    '  黑体：用 Fandol 黑体',
    '  办法：装上标准字体',
  ]);
});

test('what to do is said once where one finding of a list knows one thing more to do', () => {
  const findings = new Findings();
  findings.report('fonts/substitute', '仿宋：用 Fandol 仿宋', undefined, { hint: '装上标准字体' });
  findings.report('fonts/substitute', '西文：用 Tinos', undefined, {
    hint: '装上标准字体；也可以运行 npm run fonts',
  });
  findings.report('fonts/substitute', '黑体：用 Fandol 黑体', undefined, { hint: '换一台电脑' });
  const printed = printFindings(findings.sorted(), sources).split('\n');
  expect(printed.filter((line) => line.startsWith('  办法：'))).toEqual([
    '  办法：装上标准字体；也可以运行 npm run fonts',
    '  办法：换一台电脑',
  ]);
});

test('what is found on paper names page and datum, and is said once for several pages', () => {
  const findings = new Findings();
  const place = { kind: 'file', file: 'data/村居.yaml', line: 2, column: 13 } as const;
  for (const village of ['甲村', '乙村', '丙村', '丁村']) {
    const paper = { document: `task-sheet/${village}`, title: `${village}任务书`, page: 1 };
    findings.report('fonts/missing-glyph', '没有“姚”字', place, { paper });
  }
  const paper = { document: 'notice', title: '通知', page: null };
  findings.report('fonts/missing-glyph', '没有“姚”字', undefined, { paper });
  expect(findings.sorted()).toHaveLength(5);
  expect(printFindings(findings.sorted(), sources).split('\n')).toEqual([
    '错误：没有“姚”字（fonts/missing-glyph）',
    '  在 “通知”',
    '',
    '错误：没有“姚”字（fonts/missing-glyph）',
    '  在 “甲村任务书”第1页、“乙村任务书”第1页、“丙村任务书”第1页等 4 处，见 data/村居.yaml:2:13',
    '    2 │   - { 名称: 东姚庄, 达标年渡: 2022 }',
    '      │                 ^',
    '',
    '共发现 5 处错误。',
  ]);
});

test('faults are told one by one, however many', () => {
  const findings = new Findings();
  for (const name of ['甲', '乙']) findings.report('fonts/unreadable', `${name}读不出来`);
  expect(printFindings(findings.sorted(), sources).split('\n')).toEqual([
    '警告：乙读不出来（fonts/unreadable）',
    '',
    '警告：甲读不出来（fonts/unreadable）',
    '',
    '共发现 2 处警告。',
  ]);
});

test('more than five faults of one rule: the first three in full, the others in short after them', () => {
  const findings = new Findings();
  const at = (line: number) => ({ kind: 'file', file: 'data/表.yaml', line, column: 1 }) as const;
  for (let line = 1; line <= 50; line += 1) {
    findings.report('data/missing', `第${line}处缺`, at(line), { hint: '补上' });
  }
  findings.report('data/date', '没有这一天', at(2));
  const printed = printFindings(findings.sorted(), sources).split('\n');
  expect(printed.slice(0, 3)).toEqual([
    '错误：第1处缺（data/missing）',
    '  在 data/表.yaml:1:1',
    '  办法：补上',
  ]);
  expect(printed.filter((line) => line.startsWith('错误'))).toEqual([
    '错误：第1处缺（data/missing）',
    '错误：第2处缺（data/missing）',
    '错误：没有这一天（data/date）',
    '错误：第3处缺（data/missing）',
  ]);
  expect(printed).toContain('  同样的问题另有 47 处：');
  expect(printed).toContain('    data/表.yaml:4:1：第4处缺');
  expect(printed).not.toContain('    data/表.yaml:44:1：第44处缺');
  expect(printed).toContain('    还有 7 处没有列出，改好这些再运行一次，或用 --json 列出全部');
  expect(printed.at(-1)).toBe('共发现 51 处错误。');
});

test('nothing found, nothing printed', () => {
  expect(printFindings([], sources)).toBe('');
  expect(summary([])).toBe('没有发现问题。');
});

test('a terminal gets colours', () => {
  const findings = new Findings();
  findings.report('data/no-plan', '没有方案');
  expect(printFindings(findings.sorted(), sources, { colour: true })).toContain('\u001B[31m错误\u001B[0m：');
});

test('the mark stands under the character, Chinese ones two cells wide', () => {
  expect(codeFrame('ab中文cd', 1, 5)).toEqual(['1 │ ab中文cd', '  │       ^']);
  expect(codeFrame('ab中文cd', 1, 7)).toEqual(['1 │ ab中文cd', '  │         ^']);
});

test('tabs and other controls take one cell', () => {
  expect(codeFrame('\t标题：一', 1, 2)).toEqual(['1 │  标题：一', '  │  ^']);
});

test('a long line is cut around the place', () => {
  const [line = '', mark = ''] = codeFrame(`${'前'.repeat(300)}错${'后'.repeat(300)}`, 1, 301) ?? [];
  expect(cellsOfText(line)).toBeLessThan(100);
  expect(line.startsWith('1 │ …前')).toBe(true);
  expect(line.endsWith('后…')).toBe(true);
  const before = line.slice(0, line.indexOf('错'));
  expect(mark.length - 1).toBe(cellsOfText(before));
});

test('a line the source does not have has no frame', () => {
  expect(codeFrame('一行', 3, 1)).toBeNull();
});

test('the nearest spelling', () => {
  expect(nearest('达标年渡', ['名称', '达标年度', '备注'])).toBe('达标年度');
  expect(nearest('单位责任', ['责任单位'])).toBeNull();
  expect(nearest('农业', ['农业农村', '民政'])).toBe('农业农村');
  expect(nearest('颜色', ['名称', '备注'])).toBeNull();
  expect(nearest('组织', [])).toBeNull();
  expect(didYouMean('民正', ['民政', '组织'])).toBe('是不是“民政”？');
});

test('a fault in a workbook shows what stands in its cell', () => {
  const findings = new Findings();
  const place = { kind: 'cell', file: '数据.xlsx', sheet: '村居', cell: 'B3' } as const;
  findings.report('data/type', '“达标年度”应是数', place, {
    actual: `明年\n${'再说'.repeat(40)}`,
    hint: '只写阿拉伯数字，不加单位',
  });
  expect(printFindings(findings.sorted(), new Map()).split('\n').slice(0, 4)).toEqual([
    '错误：“达标年度”应是数（data/type）',
    '  在 数据.xlsx[村居]!B3',
    `    现在是：明年 ${'再说'.repeat(28)}再…`,
    '  办法：只写阿拉伯数字，不加单位',
  ]);
});
