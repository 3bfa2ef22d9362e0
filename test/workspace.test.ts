import { expect, test } from 'vitest';
import { isForeign } from '../src/workspace.ts';

test.each([
  'data/2022-清廉村居创建/~$数据.xlsx',
  'data/2022-清廉村居创建/.~lock.数据.xlsx#',
  'data/2022-清廉村居创建/数据.tmp',
  'data/2022-清廉村居创建/1A2B3C4D',
  'templates/表格/.村评价表.yaml.swp',
])('%s is what a program leaves beside an open file', (path) => expect(isForeign(path)).toBe(true));

test.each([
  'data/2022-清廉村居创建/村居.yaml',
  'data/20220524',
  'data/20220524/村居.yaml',
  'templates/通知.md',
])('%s is the office’s own', (path) => expect(isForeign(path)).toBe(false));
