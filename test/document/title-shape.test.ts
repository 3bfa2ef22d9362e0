import { describe, expect, test } from 'vitest';
import { shapeTitle } from '../../src/document/title-shape.ts';

describe('标题 §7.3.1', () => {
  test('a title that fits stays on one line', () => {
    expect(shapeTitle('三管镇开展清廉村居创建行动的实施方案', 20)).toEqual([
      '三管镇开展清廉村居创建行动的实施方案',
    ]);
  });

  test('a title is broken by sense into a lozenge', () => {
    expect(shapeTitle('三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知', 20)).toEqual([
      '三管镇人民政府关于印发',
      '《三管镇开展清廉村居创建行动的',
      '实施方案》的通知',
    ]);
  });

  test('no line begins with 的 and no name of an office is cut', () => {
    const lines = shapeTitle('三管镇人民政府关于进一步加强全镇农村集体资金资产资源管理的意见', 20);
    expect(lines).toEqual(['三管镇人民政府关于进一步加强全镇', '农村集体资金资产资源管理的意见']);
  });

  test('names of several issuers stay whole', () => {
    const title = '中共三管镇委员会 三管镇人民政府 三管镇人民武装部关于做好2022年度民兵整组工作的通知';
    expect(shapeTitle(title, 20)).toEqual([
      '中共三管镇委员会',
      '三管镇人民政府 三管镇人民武装部',
      '关于做好2022年度民兵整组工作的通知',
    ]);
  });

  test('no line begins with the ending of a word', () => {
    const title =
      '三管镇人民政府关于进一步加强农村集体资金资产资源管理和村级小微权力清单运行监督深入推进全镇清廉村居创建行动有关工作的通知';
    expect(shapeTitle(title, 20)).toEqual([
      '三管镇人民政府关于进一步',
      '加强农村集体资金资产资源管理和村级',
      '小微权力清单运行监督深入推进全镇',
      '清廉村居创建行动有关工作的通知',
    ]);
  });

  test('a text without a place to break is cut by count', () => {
    expect(shapeTitle('1'.repeat(50), 20)).toEqual(['1'.repeat(40), '1'.repeat(10)]);
  });
});
