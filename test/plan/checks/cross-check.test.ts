import { describe, expect, test } from 'vitest';
import { faultsAfter, readEdited } from '../example.ts';

describe('cross-checks: each with the slip that breaks it', () => {
  test.each([
    [
      'a village twice',
      ['名称: 下庄', '名称: 上庄'],
      'data/duplicate-village 工作.yaml:22:11 “上庄”写了两次',
    ],
    [
      'a target year outside the plan',
      ['{ 年度: 2024, 累计比例: 100%, 表述: 2024年', '{ 年度: 2025, 累计比例: 100%, 表述: 2025年'],
      'data/year-outside-plan 公文.yaml:20:11 年度 2025 不在方案的起止年度之内',
    ],
    [
      'a plan that ends before it begins',
      ['截止年度: 2024', '截止年度: 2022'],
      'data/year-outside-plan 公文.yaml:14:9 截止年度早于起始年度',
    ],
    [
      'a share the schedule does not come to',
      ['累计比例: 50%, 表述: 2023年达到50%', '累计比例: 60%, 表述: 2023年达到60%'],
      'data/percentage-mismatch 公文.yaml:19:23 到 2023 年应有 60% 的村居达标，按村居安排是 2 个中的 1 个，占 50%',
    ],
    [
      'a key task of a field that is not',
      ['工作领域: 管好火源', '工作领域: 管好水源'],
      'data/unknown-reference 工作.yaml:13:13 工作领域“管好水源”没有写在“工作领域”里',
    ],
    [
      'a unit that is not in the register',
      ['[林业站, 应急]', '[林业站, 应急办]'],
      'data/unknown-reference 工作.yaml:7:47 单位“应急办”没有写在“责任单位”里',
    ],
    [
      'a number of another year',
      ['〔2023〕', '〔2022〕'],
      'data/number-year 公文.yaml:4:9 发文字号是 2022 年的，成文日期在 2023 年',
    ],
    [
      'printed before it was issued',
      ['印发日期: 2023-03-02', '印发日期: 2023-02-28'],
      'data/imprint-before-issue 公文.yaml:8:9 印发日期 2023-02-28 早于成文日期 2023-03-01',
    ],
    [
      'a stage that begins before the last one ended',
      ['起: 2024-01', '起: 2023-12'],
      'data/stage-order 公文.yaml:23:20 “巩固阶段”与上一阶段的时间重叠',
    ],
    [
      'a stage that ends before it begins',
      ['{ 名称: 启动阶段, 起: 2023-03, 止: 2023-12', '{ 名称: 启动阶段, 起: 2023-12, 止: 2023-03'],
      'data/stage-order 公文.yaml:22:32 “启动阶段”还没有开始就结束了',
    ],
    [
      'marks that do not come to the full marks',
      ['分值: 10', '分值: 9'],
      'data/marks 工作.yaml:26:7 各项分值合计 9，满分写的是 10',
    ],
    [
      'a threshold nobody can reach',
      ['达标分数: 8', '达标分数: 11'],
      'data/marks 工作.yaml:27:9 达标分数 11 高于满分 10',
    ],
  ] as const)('%s', (_, edit, expected) => {
    expect(faultsAfter(edit)).toEqual([expected]);
  });

  test('a unit may go by its alias', () => {
    expect(faultsAfter(['责任单位: [应急]', '责任单位: [林业站]'])).toEqual([]);
  });

  test('a misspelt unit brings the one that was meant', () => {
    const { findings } = readEdited(['责任单位: [应急]', '责任单位: [应集]']);
    expect(findings.sorted()[0]?.hint).toBe('是不是“应急”？');
  });

  test('a share that is not whole is rounded as offices round', () => {
    const three = '{ 名称: 上庄, 达标年度: 2023 }\n  - { 名称: 中庄, 达标年度: 2024 }';
    expect(
      faultsAfter(
        ['{ 名称: 上庄, 达标年度: 2023 }', three],
        ['累计比例: 50%, 表述: 2023年达到50%', '累计比例: 33%, 表述: 2023年达到33%'],
      ),
    ).toEqual([]);
  });

  test('a village whose year cannot be read makes no shares wrong', () => {
    expect(faultsAfter(['达标年度: 2023', '达标年度: 明年'])).toEqual([
      'data/type 工作.yaml:21:21 “达标年度”应是数',
    ]);
  });
});
