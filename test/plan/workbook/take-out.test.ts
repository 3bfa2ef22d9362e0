import { expect, test } from 'vitest';
import { takeOut } from '../../../src/plan/workbook/take-out.ts';

const text = `# 说明
村居:
  # 甲
  - { 名称: 上庄 }

  - { 名称: 下庄 }

# 评价
评价:
  标题: 表
  领域:
  - 名称: 一
    指标: []
  # 签字人
  签字: [村主任]
`;

test('a key goes with its lines; what is said of the next key stays', () => {
  expect(takeOut(text, ['村居'], '在表里')).toBe(`# 说明
# 在表里

# 评价
评价:
  标题: 表
  领域:
  - 名称: 一
    指标: []
  # 签字人
  签字: [村主任]
`);
});

test('a key inside a key', () => {
  expect(takeOut(text, ['评价', '领域'], '在表里')).toBe(
    text.replace('  领域:\n  - 名称: 一\n    指标: []\n', '  # 在表里\n'),
  );
});

test('a key that is not there, or not on lines of its own', () => {
  expect(takeOut(text, ['分发'], '')).toBeNull();
  expect(takeOut(text, ['村居', '领域'], '')).toBeNull();
  expect(takeOut('评价: { 领域: [] }\n', ['评价', '领域'], '')).toBeNull();
});
