import { expect, test } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { placeAt, plainValue, withoutItems } from '../../../src/plan/loading/source-tree.ts';
import { readYaml } from '../../../src/plan/loading/yaml-file.ts';

const read = (text: string) => {
  const tree = readYaml('甲.yaml', text, new Findings());
  if (tree === null) throw new Error('no tree');
  return tree;
};

const tree = read('年度: 2022\n村居:\n  - 名称: 甲村\n  - 名称: 乙村\n更正记录:\n  - 位置: 标题\n');

test('a list without its items keeps its place, which theirs become; everything else is as it was', () => {
  const outline = withoutItems(tree, '村居');
  expect(plainValue(outline)).toEqual({ 年度: 2022, 村居: [], 更正记录: [{ 位置: '标题' }] });
  const [list, corrections] = [['村居'], ['更正记录', 0, '位置']] as const;
  expect(formatPlace(placeAt(outline, ['村居', 1, '名称']))).toBe(formatPlace(placeAt(tree, list)));
  expect(placeAt(outline, corrections)).toEqual(placeAt(tree, corrections));
});

test('what is no list stays', () => {
  expect(withoutItems(tree, '年度')).toBe(tree);
  expect(withoutItems(tree, '没有')).toBe(tree);
});
