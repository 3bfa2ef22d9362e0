import { afterAll, expect, test } from 'vitest';
import { Project, records, second } from './project.ts';

// Jobs that need not be composed are told from the data they read. Whatever changes, in whatever order, the set is the one a
// build from nothing makes.
const project = new Project(second);
afterAll(() => project.remove());

const data = `data/${second}/任务和村庄.yaml`;
const scheme = `data/${second}/方案.yaml`;

const edits: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ['a remark', data, '由三个自然村合并而成', '由四个自然村合并而成'],
  [
    'years',
    data,
    '达标年度: 2024, 备注: 由四个自然村合并而成 }\n  - { 名称: 垚堡, 达标年度: 2025',
    '达标年度: 2025, 备注: 由四个自然村合并而成 }\n  - { 名称: 垚堡, 达标年度: 2024',
  ],
  ['a model', data, '名称: 柳林, 达标年度: 2025', '名称: 柳林, 达标年度: 2025, 标杆村: 是'],
  [
    'villages more',
    data,
    '  - { 名称: 东泉,',
    '  - { 名称: 西泉, 达标年度: 2025 }\n  - { 名称: 南泉, 达标年度: 2024 }\n  - { 名称: 东泉,',
  ],
  ['a name', data, '名称: 东泉', '名称: 东新泉'],
  ['lines that move', data, '村居:', '# 一行说明\n村居:'],
  ['words of the plan', scheme, '不增加群众负担', '不加重群众负担'],
  [
    'a slip where words meet',
    'templates/村任务书.md',
    '如实填写进展情况。',
    '如实填写进展情况。{{#if 村.备注}}备注是{{村.备注}}。{{/if}}',
  ],
  ['the words it meets', data, '由四个自然村合并而成', '由五个自然村合并而成。'],
  ['the slip mended', data, '由五个自然村合并而成。', '由五个自然村合并而成'],
  [
    'a template that reads all villages',
    'templates/村任务书.md',
    '备注是{{村.备注}}',
    '共{{个数 村居}}个村，备注是{{村.备注}}',
  ],
  ['a remark again', data, '由五个自然村合并而成', '由六个自然村合并而成'],
];

test('after each of many changes the set is as if made from nothing', async () => {
  await project.build();
  const found: string[] = [];
  for (const [what, file, from, to] of edits) {
    project.edit(file, from, to);
    const again = records(await project.build('--json'));
    expect(
      again.map(({ severity }) => severity),
      what,
    ).not.toContain('error');
    expect(again, what).toEqual(records(await project.build('--json', '--out', '新', '--force')));
    expect(project.snapshot(`output/${second}`), what).toEqual(project.snapshot(`新/${second}`));
    if (again.some(({ rule }) => rule === 'text/doubled-marks')) found.push(what);
  }
  expect(found).toEqual(['the words it meets']);
}, 240_000);
