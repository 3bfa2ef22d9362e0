import { describe, expect, test } from 'vitest';
import { standardProfile } from '../../src/document/profile.ts';
import { faultsAfter, lines, readEdited } from './example.ts';

const layout = (words: string): readonly [string, string] => ['公文:\n', `版式: ${words}\n公文:\n`];

describe('版式', () => {
  test('left out, it is the standard', () => {
    expect(readEdited().loaded?.plan.layout).toEqual(standardProfile);
  });

  test('what is written differs, the rest stays', () => {
    const { loaded, findings } = readEdited(
      layout('{ 行距: 28.95, 页码: 居中, 西文字体: 仿宋, 字体名: Windows, 双面: 否, 套打: 是 }'),
    );
    expect(lines(findings)).toEqual([]);
    expect(loaded?.plan.layout).toEqual({
      ...standardProfile,
      linePitch: 28.95,
      pageNumber: 'centre',
      westernFace: 'own',
      faceNames: 'Windows',
      duplex: false,
      preprinted: true,
    });
  });

  test('what cannot be is named with its place and what may stand there', () => {
    const faults = faultsAfter(layout('{ 行距: 40, 页码: 右边, 标题字体: 隶书, 边距: 1 }'));
    expect(faults).toHaveLength(4);
    const all = faults.join('\n');
    expect(all).toContain('公文.yaml:1:');
    const [fine] = readEdited(layout('{ 行距: 28.97 }')).findings.sorted();
    expect(fine).toMatchObject({ actual: '28.97', expected: '磅数写到 0.05 为止，如 28.95' });
    const [number] = readEdited(layout('{ 页码: 右边 }')).findings.sorted();
    expect(number?.expected).toMatch(/外侧.*居中/);
  });
});
