import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/delivery/file-name.ts';

describe('names of files', () => {
  test.each([
    ['东姚庄', '东姚庄'],
    ['a/b', 'a－b'],
    ['../x', '..－x'],
    ['CON', 'CON－'],
    ['村居. ', '村居'],
    ['..', '未命名'],
    ['', '未命名'],
    ['三管镇：任务', '三管镇：任务'],
    ['表"甲"*', '表－甲－'],
  ])('%j becomes %j', (text, name) => expect(fileName(text)).toBe(name));

  test('a long name is cut', () => expect([...fileName('村'.repeat(300))]).toHaveLength(80));
});
