import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { readConfiguredFaces } from '../../src/fonts/configuration.ts';

const read = (source: string) => {
  const findings = new Findings();
  return { chosen: readConfiguredFaces(source, 'data/字体.yaml', findings), found: findings.sorted() };
};

describe('字体.yaml', () => {
  test('names a font file for a role', () => {
    const { chosen, found } = read('小标宋: D:\\字体\\FZXBSJW.TTF\n');
    expect(chosen.xiaobiaosong).toEqual({
      file: 'D:\\字体\\FZXBSJW.TTF',
      place: { kind: 'file', file: 'data/字体.yaml', line: 1, column: 1 },
    });
    expect(found).toEqual([]);
  });

  test('a role left empty is found by the program', () => {
    expect(read('仿宋:\n').chosen).toEqual({});
  });

  test('an unknown role is an error with the nearest name', () => {
    expect(read('黑体: a.ttf\n仿宋体: b.ttf\n').found).toMatchObject([
      { rule: 'fonts/configured', place: { line: 2, column: 1 }, hint: '是不是“仿宋”？' },
    ]);
  });

  test('broken YAML is an error with its place', () => {
    expect(read('黑体: [\n').found).toMatchObject([{ rule: 'fonts/configured', severity: 'error' }]);
  });
});
