import { describe, expect, test } from 'vitest';
import { copyNumbersOf, type Enclosure, recipientsOf } from '../../src/plan/distribution.ts';
import { faultsAfter, readEdited } from './example.ts';

/** The small plan with a distribution list. */
const withList = (...entries: readonly string[]) =>
  ['评价:', `分发:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}评价:`] as const;

const shown = (enclosure: Enclosure): string =>
  'village' in enclosure ? `${enclosure.kind}/${enclosure.village}` : enclosure.kind;

function distributed(...entries: readonly string[]): readonly string[] {
  const { loaded } = readEdited(...(entries.length === 0 ? [] : [withList(...entries)]));
  if (loaded === null) throw new Error('the plan has faults');
  return recipientsOf(loaded.plan).map(
    ({ name, kind, copies, medium, enclosures }) =>
      `${name}｜${kind}｜${copies}｜${medium}｜${enclosures.map(shown).join(' ')}`,
  );
}

describe('who gets what', () => {
  test('a plan without a list: every village its own, two sets for the archive', () => {
    expect(distributed()).toEqual([
      '上庄｜村｜1｜纸质｜notice task-sheet/上庄 evaluation-form/上庄',
      '下庄｜村｜1｜纸质｜notice task-sheet/下庄 evaluation-form/下庄',
      '存档｜存档｜2｜纸质｜notice task-sheet/上庄 task-sheet/下庄 evaluation-form/上庄 evaluation-form/下庄',
    ]);
  });

  test('a village with an entry of its own is left out of the collective one', () => {
    expect(
      distributed(
        '收文单位: 各村, 类别: 村',
        '收文单位: 下庄, 类别: 村, 文件: [本村评价表], 份数: 3',
        '收文单位: 各责任单位, 类别: 部门, 方式: 电子邮件, 文件: [通知, 任务台账]',
        '收文单位: 组长, 类别: 领导',
      ),
    ).toEqual([
      '上庄｜村｜1｜纸质｜notice task-sheet/上庄 evaluation-form/上庄',
      '下庄｜村｜3｜纸质｜evaluation-form/下庄',
      '林业｜部门｜1｜电子邮件｜notice task-ledger',
      '应急｜部门｜1｜电子邮件｜notice task-ledger',
      '石磊｜领导｜1｜纸质｜notice',
    ]);
  });
});

test('a unit written by its other name gets its documents once', () => {
  expect(distributed('收文单位: 林业站, 类别: 部门, 份数: 2', '收文单位: 各责任单位, 类别: 部门')).toEqual([
    '林业站｜部门｜2｜纸质｜notice',
    '应急｜部门｜1｜纸质｜notice',
  ]);
});

test('a run of 份号 is a range, one number is none', () => {
  expect(copyNumbersOf('000001—000030')).toEqual({ first: 1, last: 30 });
  expect(copyNumbersOf('000001')).toBeNull();
  expect(copyNumbersOf(null)).toBeNull();
});

describe('faults of a list, each at its place', () => {
  test.each([
    [
      'a village nobody knows',
      ['收文单位: 中庄, 类别: 村'],
      'data/unknown-recipient 工作.yaml:24:13 “中庄”没有写在“村居”里',
    ],
    [
      'a unit nobody knows',
      ['收文单位: 水利, 类别: 部门'],
      'data/unknown-recipient 工作.yaml:24:13 “水利”没有写在“责任单位”、主送机关和抄送机关里',
    ],
    [
      'a person nobody knows',
      ['收文单位: 石雷, 类别: 领导'],
      'data/unknown-recipient 工作.yaml:24:13 “石雷”没有写在“工作专班”里',
    ],
    ['no copies', ['收文单位: 上庄, 类别: 村, 份数: 0'], 'data/value 工作.yaml:24:28 “份数”应不小于1'],
    [
      'an attachment that is not',
      ['收文单位: 上庄, 类别: 村, 文件: [附件3]'],
      'data/unknown-document 工作.yaml:24:29 没有附件3：这套公文只有0个附件',
    ],
    [
      'a document that is not',
      ['收文单位: 上庄, 类别: 村, 文件: [本村任务单]'],
      'data/unknown-document 工作.yaml:24:29 没有“本村任务单”这种文件',
    ],
    [
      'a workbook on paper',
      ['收文单位: 存档, 类别: 存档, 文件: [任务台账]'],
      'data/unknown-document 工作.yaml:24:30 “任务台账”只有 Excel，不能打印',
    ],
    [
      'a village’s own document for somebody else',
      ['收文单位: 应急, 类别: 部门, 文件: [本村任务书]'],
      'data/unknown-document 工作.yaml:24:30 “本村任务书”只能发给村',
    ],
    [
      'somebody twice',
      ['收文单位: 上庄, 类别: 村', '收文单位: 上庄, 类别: 村'],
      'data/duplicate-recipient 工作.yaml:25:13 “上庄”写了两次',
    ],
    [
      'a unit by both of its names',
      ['收文单位: 林业, 类别: 部门', '收文单位: 林业站, 类别: 部门'],
      'data/duplicate-recipient 工作.yaml:25:13 “林业站”和“林业”是同一个单位',
    ],
  ] as const)('%s', (_, entries, expected) => {
    expect(faultsAfter(withList(...entries))).toEqual([expected]);
  });

  test('the nearest name is offered', () => {
    const { findings } = readEdited(withList('收文单位: 应集, 类别: 部门'));
    expect(findings.sorted()[0]?.hint).toBe('是不是“应急”？');
  });

  test('fewer 份号 than copies, a run that goes down, a secret by mail', () => {
    const numbers = (run: string) =>
      ['发文字号: 青政发〔2023〕3号', `发文字号: 青政发〔2023〕3号\n  份号: "${run}"`] as const;
    const list = withList('收文单位: 各村, 类别: 村, 份数: 2', '收文单位: 应急, 类别: 部门, 方式: 电子邮件');
    expect(faultsAfter(numbers('000001—000003'), list)).toEqual([
      'data/copy-numbers 公文.yaml:5:7 份号只有 3 个，通知要印 4 份',
    ]);
    expect(faultsAfter(numbers('000001—000004'), list)).toEqual([]);
    expect(faultsAfter(numbers('000004—000001'), list)).toEqual([
      'data/copy-numbers 公文.yaml:5:7 份号的起号比止号大',
    ]);
    const secret = [
      '印发机关: 青石镇',
      '密级和保密期限: 秘密★1年\n  份号: "000001—000004"\n  印发机关: 青石镇',
    ] as const;
    expect(faultsAfter(secret, list)).toEqual([
      'data/secret-by-mail 工作.yaml:25:29 公文标有密级“秘密★1年”，不能用电子邮件发给“应急”',
    ]);
  });
});
