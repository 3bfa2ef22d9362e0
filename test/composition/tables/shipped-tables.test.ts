import { describe, expect, test } from 'vitest';
import { villageView } from '../../../src/composition/view/plan-view.ts';
import { nowhere } from '../../../src/diagnostics/place.ts';
import type { Table } from '../../../src/document/table.ts';
import { draw, isWhole } from './drawing.ts';
import { readPlan, shippedPlan, smallPlan } from './plans.ts';

function tableOf(folder: string, name: string): Table {
  const { plan, view, tables, findings } = readPlan(folder);
  const [village] = plan.villages;
  if (village === undefined) throw new Error('no village');
  const table = tables.composeTable(name, villageView(view, village), nowhere);
  expect(findings.sorted()).toEqual([]);
  if (table === null) throw new Error('no table');
  return table;
}

const names = ['任务清单', '任务分解表', '村任务书', '村评价表'];

describe.each([shippedPlan, smallPlan])('%s', (folder) => {
  test.each(names)('%s covers its grid', (name) => {
    const table = tableOf(folder, name);
    expect(isWhole(table)).toBe(true);
  });
});

test('widths of the shipped tables add up to the width of their page, so that they are what they say', () => {
  const whole = Object.fromEntries(
    names.map((name) => [
      name,
      tableOf(shippedPlan, name).columns.reduce((sum, { width }) => sum + width, 0),
    ]),
  );
  // 637.8 pt across are 53 characters of 小四, 61 of 五号; 442.2 pt upright are 37 and 42.
  expect(whole.任务清单).toBeCloseTo(53, 0);
  expect(whole.村任务书).toBeCloseTo(60.7, 0);
  expect(whole.村评价表).toBeCloseTo(42.1, 0);
  expect(whole.任务分解表).toBeCloseTo(36.8, 0);
});

test('任务分解表: counts first, then the villages of each year, then the total', () => {
  expect(draw(tableOf(shippedPlan, '任务分解表'))).toEqual([
    '序号 | 乡镇（社区） | 村（居）委会数 | 2022年完成 | 2023年完成 | 2024年完成',
    '1v6 | 三管镇v6 | 10v6 | 3 | 5 | 2',
    '东姚庄 | 三管 | 西姚',
    '李卓 | 师家庄 | 黄家庄',
    '新庄 | 梁家庄 | ',
    ' | 陆喜营 | ',
    ' | 王家庄 | ',
    '合计>2 | 10 | 3 | 5 | 2',
  ]);
});

test('任务清单: a field of work is one cell; two groups of measures are two rows of one task', () => {
  const table = tableOf(shippedPlan, '任务清单');
  const fields = table.body.flatMap(({ cells }) => cells.filter(({ column }) => column === 0));
  expect(fields.map(({ rowSpan }) => rowSpan)).toEqual([6, 6, 3, 1]);
  const 三资 = draw(table).findIndex((row) => row.includes('“三资”监督管理v2'));
  expect(draw(table)[三资]).toMatch(/^农业农村\/经管v2 \| .*v2 \| 1\..*\/2\..*\/3\..* \| 长期推进$/);
  expect(draw(table)[三资 + 1]).toMatch(/^4\..* \| 12月底前完成$/);
});

test('任务清单 of another plan: measures with a deadline of their own, counted on', () => {
  expect(draw(tableOf(smallPlan, '任务清单')).slice(1, 3)).toEqual([
    '开展村庄清洁v3 | 农业农村/综合执法v2 | 清理存量垃圾点v2 | 1.对存量垃圾点逐处登记、编号销号。/2.调配车辆集中清运，清运完成后复绿或者硬化。 | 5月底前完成',
    '3.建立日常巡查制度，防止反弹。 | 长期坚持',
  ]);
});

test('村评价表: subtotal per field, total, result, a row for each signature', () => {
  const drawn = draw(tableOf(smallPlan, '村评价表'));
  expect(drawn.slice(0, 2)).toEqual([
    '村（居）：东泉（2024年达标）>3 | 评价日期：　　　年　　月　　日>5',
    '工作领域 | 指标 | 评价标准 | 评价方法 | 分值 | 自评/得分 | 镇评/得分 | 备注',
  ]);
  expect(drawn.filter((row) => row.startsWith('小计'))).toEqual([
    '小计>3 | 32 |  |  | ',
    '小计>3 | 18 |  |  | ',
  ]);
  expect(drawn.slice(-4)).toEqual([
    '合计>4 | 50 |  |  | ',
    '评价结果 | □达标　　□不达标/（镇评合计40分及以上为达标）>2 | 标杆村：□是　□否>5',
    '村党组织书记>2 | 签字： | 　　　　年　　　月　　　日>5',
    '验收组组长>2 | 签字： | 　　　　年　　　月　　　日>5',
  ]);
});
