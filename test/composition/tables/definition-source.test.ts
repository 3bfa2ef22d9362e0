import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../../src/composition/tables/definition-source.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { noShelf } from '../../../src/keeping/shelf.ts';
import { shippedDefinitions } from './plans.ts';

function faults(source: string): readonly string[] {
  const findings = new Findings();
  loadDefinition('例', '例.yaml', source, findings, noShelf);
  return findings.sorted().map(({ place, message }) => `${formatPlace(place)} ${message}`);
}

describe('the shipped definitions', () => {
  test.each([...shippedDefinitions()])('%s is sound', (file, source) => {
    const findings = new Findings();
    expect(loadDefinition(file, file, source, findings, noShelf)).not.toBeNull();
    expect(findings.sorted()).toEqual([]);
  });
});

describe('faults of a definition, all at once, each at its place', () => {
  test('unknown and missing keys, wrong types and words', () => {
    expect(
      faults(`字号: 小五
行: 1
列:
  - { 表头: 甲, 宽度: 4 }
  - 表头: 乙
    宽: 窄
    对齐: 中间
`),
    ).toEqual([
      '例.yaml:1:5 表格「例」：「字号」只能是「小四」「五号」「六号」，现在是「小五」',
      '例.yaml:2:4 表格「例」：「行」要写文字',
      '例.yaml:4:5 表格「例」：缺少「宽」',
      '例.yaml:4:14 表格「例」：不认识的项「宽度」',
      '例.yaml:6:8 表格「例」：「宽」要写数字',
      '例.yaml:7:9 表格「例」：「对齐」只能是「居中」「居左」「居右」「两端」，现在是「中间」',
    ]);
  });

  test('ways of filling a cell that exclude each other', () => {
    expect(faults('列:\n  - { 表头: 甲, 宽: 4, 值: 乙, 逐段: 丙 }\n')).toEqual([
      expect.stringContaining('「值」「逐段」「逐条」「公式」只能写一种'),
    ]);
    expect(faults('列:\n  - { 表头: 甲, 宽: 4, 公式: 1+1 }\n')).toEqual([
      expect.stringContaining('「公式」和「现值」要一起写'),
    ]);
  });

  test('choices Excel could not hold', () => {
    expect(faults('列:\n  - { 表头: 甲, 宽: 4, 校验: { 选项: ["一,二"], 提示: 选 } }\n')).toEqual([
      '例.yaml:2:31 表格「例」：选项里不能有英文逗号和引号',
    ]);
  });

  test('broken YAML', () => {
    expect(faults('列:\n  - { 表头: 甲\n')[0]).toBe('例.yaml:3:1 表格「例」：少写了一个符号');
  });

  test('an empty file', () => expect(faults('')).toEqual([expect.stringContaining('表格「例」')]));
});
