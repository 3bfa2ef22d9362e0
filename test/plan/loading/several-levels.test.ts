import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { lines, readWithout } from '../example.ts';
import { type CellOf, styled, workbookFile } from '../spreadsheet.ts';

describe('tables of several levels', () => {
  const tasks = (rows: readonly (readonly CellOf[])[], merges: readonly string[] = []) =>
    readWithout(['年度任务'], {
      '数据.xlsx': workbookFile({
        任务清单: {
          rows: [
            [
              '年度',
              '工作领域',
              '任务名称',
              '责任单位',
              '推进措施',
              '完成时限',
              '截止日期',
              '村级落实',
              '村级时限',
            ],
            ...rows,
          ],
          merges,
        },
      }),
    });

  const groups = [
    { measures: ['甲。', '乙。'], deadline: ['4月底前'], due: { year: 2023, month: 4, day: 30 } },
    { measures: ['丙。'], deadline: ['长期推进'], due: null },
  ];
  const expectedTasks = {
    year: 2023,
    tasks: [
      {
        field: '管好火源',
        name: '值守',
        units: ['林业站', '应急'],
        groups,
        villageDuty: '守。',
        villageDeadline: '4月底前',
      },
      {
        field: '管好火源',
        name: '宣传',
        units: ['应急'],
        groups: [{ measures: ['丁。'], deadline: ['5月底前', '分两批'], due: null }],
        villageDuty: '讲。',
        villageDeadline: '5月底前',
      },
    ],
  };

  test('merged cells on the left make one item of several rows', () => {
    const read = tasks(
      [
        [2023, '管好火源', '值守', '林业站、应急', '甲。', '4月底前', styled(1, 45046), '守。', '4月底前'],
        [null, null, null, null, '乙。', null, null, null, null],
        [null, null, null, null, '丙。', '长期推进', null, null, null],
        [null, null, '宣传', '应急', '丁。', '5月底前\n分两批', null, '讲。', '5月底前'],
      ],
      ['A2:A5', 'B2:B5', 'C2:C4', 'D2:D4', 'H2:H4', 'I2:I4', 'F2:F3', 'G2:G3'],
    );
    expect(lines(read.findings)).toEqual([]);
    expect(read.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
    const place = read.loaded?.placeOf(['年度任务', '重点任务', 0, '措施', 0, '内容', 1]);
    expect(place && formatPlace(place)).toBe('数据.xlsx[任务清单]!E3');
  });

  test('so do blank cells, and cells that repeat what stands above', () => {
    const first = [
      2023,
      '管好火源',
      '值守',
      '林业站，应急',
      '甲。',
      '4月底前',
      '2023年4月30日',
      '守。',
      '4月底前',
    ];
    const last = [null, null, '宣传', '应急', '丁。', '5月底前\n分两批', null, '讲。', '5月底前'];
    const blank = tasks([
      first,
      [null, null, null, null, '乙。'],
      [null, null, null, null, '丙。', '长期推进'],
      last,
    ]);
    expect(blank.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
    const repeated = tasks([
      first,
      [2023, '管好火源', '值守', '林业站，应急', '乙。', '4月底前', '2023年4月30日', '守。', '4月底前'],
      [2023, '管好火源', '值守', null, '丙。', '长期推进', null, null, null],
      last,
    ]);
    expect(repeated.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
  });

  test('an item that says two things is a fault that names both cells', () => {
    const read = tasks([
      [2023, '管好火源', '值守', '应急', '甲。', '4月底前', null, '守。', '4月底前'],
      [2024, null, null, null, '乙。', null, null, null, '6月底前'],
    ]);
    expect(lines(read.findings)).toEqual([
      'table/conflict 数据.xlsx[任务清单]!A3 “年度”与上面同一项里写的不一样',
      'table/conflict 数据.xlsx[任务清单]!I3 “村级时限”与上面同一项里写的不一样',
    ]);
    expect(read.findings.sorted()[1]?.hint).toContain('数据.xlsx[任务清单]!I2 写的是“4月底前”');
  });

  test('the task force: persons one a row, groups of people in a column of their own', () => {
    const read = readWithout(['工作专班'], {
      '数据.xlsx': workbookFile({
        专班: {
          rows: [
            ['专班职务', '姓名', '职务', '其他人员'],
            ['组长', '石 磊', '镇长', null],
            ['成员', '王　宁', '干事', null],
            [null, '张三丰', '干事', null],
            [null, null, null, '各村主干'],
          ],
        },
      }),
    });
    expect(read.loaded?.plan.taskForce).toEqual([
      { role: '组长', members: [{ name: '石磊', post: '镇长' }], others: [] },
      {
        role: '成员',
        members: [
          { name: '王宁', post: '干事' },
          { name: '张三丰', post: '干事' },
        ],
        others: ['各村主干'],
      },
    ]);
  });

  test('a table fills a place in what a YAML file begins', () => {
    const evaluation = '评价:\n  标题: 表\n  说明: 可以调整。\n  满分: 10\n  达标分数: 8\n  签字: [村主任]\n';
    const rows = [
      ['领域', '指标', '标准', '评价方法', '分值'],
      ['管好火源', '值守', '有人值守。', '查看', '10分'],
    ];
    const read = readWithout(['评价'], {
      '评价.yaml': evaluation,
      '数据.xlsx': workbookFile({ 评价指标: { rows } }),
    });
    expect(read.loaded?.plan.evaluation.fields[0]?.indicators[0]?.marks).toBe(10);
    const none = readWithout(['评价'], { '评价.yaml': evaluation });
    expect(lines(none.findings)).toEqual(['data/missing 评价.yaml:1:1 “评价”里缺少“领域”']);
  });
});
