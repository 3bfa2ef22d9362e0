import { describe, expect, test } from 'vitest';
import { extended, planView, villageView } from '../../../src/composition/view/plan-view.ts';
import { shareText } from '../../../src/composition/view/statistics.ts';
import { Datum, type View } from '../../../src/composition/wording.ts';
import { evaluationView } from '../../../src/composition/workbooks/evaluation-view.ts';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { readEdited } from '../../plan/example.ts';

const { loaded } = readEdited(['{ 名称: 上庄,', '{ 标杆村: 是, 名称: 上庄,']);
if (loaded === null) throw new Error('the small plan does not load');
const { plan, placeOf } = loaded;
const view = planView(plan, placeOf);

/** The view with its data as plain texts. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (each instanceof Datum ? each.text : each)));

describe('a plan as templates see it', () => {
  test('has the keys of the data, defaults filled in, yes and no as such', () => {
    expect(plain(view.公文)).toMatchObject({
      发文机关: ['青石镇人民政府'],
      标志加文件: true,
      份号: null,
      签发人: [],
      成文日期: '2023-03-01',
    });
    expect(plain(view.村居)).toEqual([
      { 名称: '上庄', 达标年度: 2023, 标杆村: true, 备注: null },
      { 名称: '下庄', 达标年度: 2024, 标杆村: false, 备注: null },
    ]);
  });

  test('every text knows where it is stored', () => {
    const { 标题 } = view.方案 as { 标题: Datum };
    expect(标题.text).toBe('青石镇护林防火工作方案');
    expect(formatPlace(标题.place)).toBe('公文.yaml:10:7');
  });

  test('counts what wording and tables need', () => {
    expect(plain(view.统计)).toEqual({
      章数: 1,
      工作领域数: 1,
      工作任务数: 1,
      步骤数: 2,
      要求数: 0,
      村居数: 2,
      标杆村数: 1,
      重点任务数: 1,
      附件数: 0,
      专班人数: 1,
      指标数: 1,
      分值合计: 10,
      年度安排: [
        {
          年度: 2023,
          村数: 1,
          累计村数: 1,
          累计比例: '50%',
          村居: [{ 名称: '上庄', 达标年度: 2023, 标杆村: true, 备注: null }],
        },
        {
          年度: 2024,
          村数: 1,
          累计村数: 2,
          累计比例: '100%',
          村居: [{ 名称: '下庄', 达标年度: 2024, 标杆村: false, 备注: null }],
        },
      ],
    });
  });

  test('a village’s documents see its record as 村', () => {
    const [, second] = plan.villages;
    if (second === undefined) throw new Error('no second village');
    const own = villageView(view, second);
    expect(plain(own.村)).toMatchObject({ 名称: '下庄' });
    expect((own as View).方案).toBe(view.方案);
    expect(() => villageView(view, { ...second })).toThrow(RangeError);
  });
});

test('a share that is not whole has one decimal', () => {
  expect([shareText(3, 10), shareText(1, 3), shareText(7, 7)]).toEqual(['30%', '33.3%', '100%']);
});

const [first] = plan.villages;
if (first === undefined) throw new Error('no village');

/** What is told of reading something. */
const told = (read: (view: View) => unknown): readonly string[] => {
  const heard: string[] = [];
  const hear = { villages: () => heard.push('villages'), own: () => heard.push('own') };
  read(planView(plan, placeOf, hear));
  return heard;
};

describe('it is told when what a document has of its own is read', () => {
  test('as its village', () => {
    expect(told((view) => villageView(view, first).村)).toEqual(['own']);
    expect(told((view) => extended(villageView(view, first), { 本附件: 1 }).村)).toEqual(['own']);
    expect(told((view) => extended(view, { 评价: 1 }).评价)).toEqual(['own']);
  });

  test('not for what the plan has', () => {
    expect(told((view) => [villageView(view, first).评价, Object.keys(villageView(view, first))])).toEqual(
      [],
    );
  });
});

describe('it is told when all villages are read', () => {
  const counts = (view: View): View => view.统计 as View;

  test.each<readonly [string, (view: View) => unknown]>([
    ['their list', (each) => each.村居],
    ['the years they reach the mark in', (each) => counts(each).年度安排],
    ['how many are models', (each) => counts(each).标杆村数],
    ['their list in a village’s view', (each) => villageView(each, first).村居],
    ['the counts of an evaluation', (each) => counts(evaluationView(each, plan)).年度进度],
    [
      'the models in a village’s evaluation',
      (each) => counts(evaluationView(villageView(each, first), plan)).标杆村数,
    ],
  ])('%s', (_, read) => expect(told(read)).toContain('villages'));

  test.each<readonly [string, (view: View) => unknown]>([
    ['the plan', (each) => [each.公文, each.方案, each.评价]],
    ['how many they are', (each) => counts(each).村居数],
    ['one of them', (each) => villageView(each, first).村],
    ['what is counted of the rest', (each) => counts(evaluationView(villageView(each, first), plan)).指标数],
  ])('not for %s', (_, read) => expect(told(read)).not.toContain('villages'));
});
