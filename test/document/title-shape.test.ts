import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthInCharacters } from '../../src/document/character-width.ts';
import { shapeTitle } from '../../src/document/title-shape.ts';
import { terms } from '../../src/document/title-words.ts';

/** Characters of 2号 in a line of the type area. */
const capacity = 20.1;

/** Names as a plan has them. */
const names = ['三管镇', '三管镇人民政府', '清廉村居创建', '东姚庄', '镇纪委监委', '王宁'];

const shape = (title: string): readonly string[] => shapeTitle(title, capacity, names);

describe('标题 §7.3.1: titles of a township, as its office would break them', () => {
  test.each([
    `三管镇人民政府关于做好2022年
     森林草原防灭火工作的通知`,
    `三管镇人民政府关于印发
     《三管镇开展清廉村居创建行动的
     实施方案》的通知`,
    `三管镇人民政府关于印发
     《三管镇农村人居环境整治提升
     五年行动实施方案》的通知`,
    `三管镇人民政府关于印发
     《三管镇防汛抗旱应急预案（试行）》的通知`,
    `三管镇人民政府关于印发
     《三管镇机关财务管理办法》的通知`,
    `中共三管镇委员会关于印发
     《中共三管镇委员会2024年
     党风廉政建设和反腐败工作要点》的通知`,
    `三管镇人民政府关于转发
     《临猗县人民政府办公室关于切实做好
     冬春季农村供水保障工作的通知》的通知`,
    `三管镇人民政府关于进一步加强
     全镇农村集体资金资产资源管理的意见`,
    `三管镇人民政府关于拨付2022年度
     耕地地力保护补贴资金的请示`,
    `三管镇人民政府关于申请拨付2024年
     农村公路养护专项资金的请示`,
    `三管镇人民政府关于解决
     农村生活污水治理项目资金缺口的请示`,
    `三管镇人民政府关于成立
     三管镇新型冠状病毒肺炎
     疫情防控工作领导小组的通知`,
    `三管镇人民政府关于调整
     镇领导班子成员工作分工的通知`,
    `三管镇人民政府关于调整
     镇清廉村居创建工作专班成员的通知`,
    `三管镇人民政府
     关于东姚庄村村民委员会
     换届选举结果的批复`,
    `三管镇人民政府关于同意
     东姚庄村修建文化广场的批复`,
    `三管镇人民政府关于
     王宁等同志职务任免的通知`,
    `三管镇人民政府关于2023年
     上半年工作情况的报告`,
    `三管镇人民政府关于2023年度
     法治政府建设情况的报告`,
    `三管镇人民政府关于做好2024年春节期间
     烟花爆竹禁放和安全生产工作的通知`,
    `三管镇人民政府关于开展2024年度
     城乡居民基本医疗保险参保缴费工作的通知`,
    `三管镇人民政府关于建立健全
     防止返贫动态监测和帮扶机制的实施意见`,
    `三管镇党政综合办公室关于召开
     全镇乡村振兴工作推进会的通知`,
    `中共三管镇委员会关于开展
     “我为群众办实事”实践活动的通知`,
    `三管镇清廉村居创建工作专班
     关于报送2022年清廉村居创建
     任务完成情况和典型经验材料的通知`,
    `三管镇安全生产大排查大整治
     百日攻坚行动实施方案`,
    `三管镇巩固拓展脱贫攻坚成果
     同乡村振兴有效衔接工作要点`,
    `三管镇2022年秸秆禁烧和
     综合利用工作实施方案`,
    `共青团三管镇委员会三管镇妇女联合会
     关于联合开展关爱留守儿童活动的通知`,
    `三管镇第三次全国土壤普查工作实施方案`,
  ])('%s', (expected) => {
    const lines = expected.split('\n').map((line) => line.trim());
    expect(shape(lines.join(''))).toEqual(lines);
  });

  test('names of several issuers stay whole', () => {
    expect(
      shape('中共三管镇委员会 三管镇人民政府 三管镇人民武装部关于做好2022年度民兵整组工作的通知'),
    ).toEqual(['中共三管镇委员会', '三管镇人民政府 三管镇人民武装部', '关于做好2022年度民兵整组工作的通知']);
  });

  test('a name the plan knows is not broken, whatever a dictionary says', () => {
    const title = '三管镇人民政府关于同意上官庄子牛角湾新村修建文化广场和便民服务中心的批复';
    const village = '上官庄子牛角湾新村';
    for (let narrow = 12; narrow < 21; narrow++) {
      const lines = shapeTitle(title, narrow, [village]);
      expect(lines.filter((line) => line.includes(village))).toHaveLength(1);
    }
  });

  test('a title that fits stays on one line', () => {
    expect(shape('三管镇开展清廉村居创建行动的实施方案')).toHaveLength(1);
  });

  test('no line begins with the ending of a word', () => {
    const title =
      '三管镇人民政府关于进一步加强农村集体资金资产资源管理和村级小微权力清单运行监督深入推进全镇清廉村居创建行动有关工作的通知';
    expect(shapeTitle(title, 20)).toEqual([
      '三管镇人民政府关于进一步加强',
      '农村集体资金资产资源管理和',
      '村级小微权力清单运行监督深入推进',
      '全镇清廉村居创建行动有关工作的通知',
    ]);
  });

  test('a text without a place to break is cut by count', () => {
    expect(shapeTitle('1'.repeat(50), 20)).toEqual(['1'.repeat(40), '1'.repeat(10)]);
  });
});

describe('a hundred and more titles as offices have them', () => {
  const shapes = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'titles.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('／'));

  test.each(shapes.map((lines) => [lines.join(''), lines] as const))('%s', (title, lines) => {
    expect(shape(title)).toEqual(lines.map((line) => line.trim()));
  });

  test('no line ends in an adverb, a preposition or 第三次, none begins with what belongs to the line before', () => {
    for (const lines of shapes) {
      for (const line of lines.slice(0, -1)) {
        expect(line).not.toMatch(
          /(?:进一步|切实|扎实|全面|深入|加快|认真|积极|统筹|持续|坚决|严格|妥善|[在对将把]|第[一二三四五六七八九十]+[次届轮])$/u,
        );
      }
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^(?:[的和与及》、]|工作|情况|管理|建设)/u);
    }
  });

  test('no term is parted, however terms overlap', () => {
    const held = terms.filter(({ length }) => length > 3);
    for (const lines of shapes) {
      const title = lines.join('');
      for (const wide of [capacity, 21, 22, 24, 27]) {
        const set = shapeTitle(title, wide, names).join('\n');
        for (const term of held) {
          if (title.includes(term)) expect(set.includes(term), `${term} in ${set}`).toBe(true);
        }
      }
    }
  });
});

describe('long titles', () => {
  const long =
    '三管镇人民政府关于进一步加强农村集体资金资产资源管理和村级小微权力清单运行监督深入推进全镇清廉村居创建行动有关工作的通知';

  test('sixty characters take four lines, none begun with 的 or 和, none a stub, no hourglass', () => {
    const lines = shape(long);
    expect(lines.join('')).toBe(long);
    expect(lines.length).toBeLessThanOrEqual(4);
    const widths = lines.map(widthInCharacters);
    const longest = widths.indexOf(Math.max(...widths));
    for (const line of lines) expect(line).not.toMatch(/^[的和与及》]|《$/u);
    expect(Math.min(...widths)).toBeGreaterThan(6);
    // A character more or less makes no waist.
    for (const [index, width] of widths.slice(1).entries()) {
      const step = width - (widths[index] ?? 0);
      if (index < longest) expect(step).toBeGreaterThanOrEqual(-1);
      else expect(step).toBeLessThanOrEqual(1);
    }
  });

  test('three hundred characters are shaped at once', () => {
    const start = performance.now();
    expect(shape(long.repeat(5)).length).toBeLessThanOrEqual(17);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
