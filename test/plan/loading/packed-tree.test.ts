import { expect, test } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { packTree, unpackTree } from '../../../src/plan/loading/packed-tree.ts';
import { readYaml } from '../../../src/plan/loading/yaml-file.ts';

const read = (text: string) => {
  const root = readYaml('例.yaml', text, new Findings());
  if (root === null) throw new Error('no map');
  return root;
};

test.each([
  ['texts, quoted and folded', '甲: 乙\n丙: "丁\\n戊"\n己: >-\n  庚\n  辛\n壬: ""\n'],
  ['numbers', 'a: 1\nb: -0\nc: .inf\nd: .nan\ne: 0x10\nf: 1e3\ng: 2022\n'],
  ['yes, no and nothing', 'a: true\nb: FALSE\nc: null\nd: ~\ne:\n'],
  ['texts that look like other things', 'a: "1"\nb: "true"\nc: "null"\nd: "0"\n'],
  ['lists and maps in each other', '甲:\n  - { 乙: [一, 二], 丙: {} }\n  - []\n'],
  ['the same thing twice', '甲: &x { 乙: 1 }\n丙: *x\n'],
  ['nothing at all', ''],
])('%s come back as they were, with their places', (_, text) => {
  const root = read(text);
  const stored = JSON.parse(JSON.stringify(packTree(root)));
  expect(unpackTree(stored, '例.yaml')).toEqual(root);
});
