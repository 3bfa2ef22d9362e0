import { describe, expect, test } from 'vitest';
import { checkRules } from '../../../src/diagnostics/catalogue/check-rules.ts';
import { rules } from '../../../src/diagnostics/catalogue.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { checkNumbers, numberIn } from '../../../src/plan/checks/across-plans.ts';
import { numberWritten } from '../../../src/plan/checks/counts.ts';
import { type Edit, faultsAfter, lines, readEdited } from '../example.ts';
import { cases } from './contradictions.ts';

const withoutPlace = (line: string): string => line.replace(/^(\S+) \S+ /u, '$1 ');

describe('what one part of a plan says against another', () => {
  test.each(cases)('%s', (_, edits, found) => {
    expect(faultsAfter(...edits).map(withoutPlace)).toEqual(found);
  });

  test('every rule has a case that breaks it', () => {
    const broken = new Set(cases.flatMap(([, , found]) => found.map((line) => line.split(' ')[0])));
    expect(Object.keys(checkRules).filter((rule) => !broken.has(rule))).toEqual(['data/number-twice']);
  });
});

test('what may be meant so is a warning', () => {
  const errors = Object.keys(checkRules).filter(
    (rule) => rules[rule as keyof typeof checkRules].severity === 'error',
  );
  expect(errors).toEqual(['data/copied-addressee', 'data/number-twice', 'data/secret-made-public']);
});

describe('a warning the office has looked at', () => {
  const gap: Edit = ['起: 2024-01', '起: 2024-03'];
  const note = (rule: string, words: string): Edit => [
    '村居:\n',
    `已核对:\n  - { 规则: ${rule}, 原文: ${words} }\n村居:\n`,
  ];

  test.each([
    ['by its words', note('data/stage-gap', '巩固阶段'), 0],
    ['by what was found', note('data/stage-gap', '2024-03'), 0],
    ['of another rule', note('data/stage-order', '巩固阶段'), 1],
    ['of other words', note('data/stage-gap', '启动阶段'), 1],
  ] as const)('%s', (_, edit, left) => {
    expect(faultsAfter(gap, edit)).toHaveLength(left);
  });

  test('of a rule that is not', () => {
    const { findings } = readEdited(note('data/stage-gpa', '巩固阶段'));
    expect(lines(findings)).toEqual(['data/unknown-reference 工作.yaml:21:11 没有“data/stage-gpa”这条规则']);
    expect(findings.sorted()[0]?.hint).toBe('是不是“data/stage-gap”？');
  });

  test('but no error', () => {
    expect(faultsAfter(['名称: 下庄', '名称: 上庄'], note('data/duplicate-village', '上庄'))).toHaveLength(1);
  });
});

test('two plans with one document number: both are told', () => {
  const plans = [
    readEdited(),
    readEdited(['标题: 青石镇', '标题: 关于青石镇']),
    readEdited(['〕3号', '〕4号']),
  ];
  const among = plans.flatMap(({ loaded }) =>
    loaded === null ? [] : [{ ...loaded, findings: new Findings() }],
  );
  checkNumbers(among);
  expect(among.map(({ findings }) => lines(findings))).toEqual([
    ['data/number-twice 公文.yaml:4:9 发文字号“青政发〔2023〕3号”与“关于青石镇护林防火工作方案”的相同'],
    ['data/number-twice 公文.yaml:4:9 发文字号“青政发〔2023〕3号”与“青石镇护林防火工作方案”的相同'],
    [],
  ]);
});

test('a number that a plan has which is not read as a whole', () => {
  const [plan] = [readEdited()].flatMap(({ loaded }) => (loaded === null ? [] : [loaded]));
  const findings = new Findings();
  const text = '公文:\n  标题: 坏的: 内容\n';
  expect(numberIn('坏了的', new Map([['a.yaml', `${text}  发文字号: 青政发〔2023〕3号\n`]]))).toBeNull();
  const other = numberIn(
    '2023-防火',
    new Map([['公文.yaml', '公文:\n  发文字号: 青政发〔2023〕3号\n  别的: 1\n']]),
  );
  checkNumbers(plan === undefined ? [] : [{ ...plan, findings }], other === null ? [] : [other]);
  expect(findings.sorted().map(({ message, hint }) => [message, hint])).toEqual([
    ['发文字号“青政发〔2023〕3号”与“2023-防火”的相同', '另一个在 公文.yaml:2:9'],
  ]);
});

test('numbers as they are written', () => {
  expect(['16', '十六', '十', '二十', '三', '两', '九十九', '一二', ''].map(numberWritten)).toEqual([
    16,
    16,
    10,
    20,
    3,
    2,
    99,
    null,
    null,
  ]);
});
