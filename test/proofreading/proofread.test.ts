import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { formatPlace } from '../../src/diagnostics/place.ts';
import { readPlan } from '../../src/plan/loading/read-plan.ts';
import { proofread } from '../../src/proofreading/proofread.ts';
import { noticeFile, workFile } from '../plan/example.ts';

/** What is found in the small plan with something changed, as `rule place message`. */
function found(
  edits: readonly (readonly [from: string, to: string])[],
  templates: Readonly<Record<string, string>> = {},
): readonly string[] {
  const files = { '公文.yaml': noticeFile, '工作.yaml': workFile };
  const edited = Object.entries(files).map(
    ([file, text]) => [file, edits.reduce((result, [from, to]) => result.replace(from, to), text)] as const,
  );
  const findings = new Findings();
  const loaded = readPlan(new Map(edited), findings);
  if (loaded === null) throw new Error(JSON.stringify(findings.sorted()));
  proofread({ source: loaded.source, templates: new Map(Object.entries(templates)) }, findings);
  return findings.sorted().map(({ rule, place, message }) => `${rule} ${formatPlace(place)} ${message}`);
}

test('the small plan has nothing to mend', () => {
  expect(found([])).toEqual([]);
});

test.each([
  ['a plain value', ['内容: 动员。', '内容: 动员;分头行动。'], '公文.yaml:22:47'],
  ['a quoted value', ['内容: 动员。', '内容: "动员，分头!行动。"'], '公文.yaml:22:51'],
  [
    'a block',
    ['引言: 为做好护林防火工作，制定本方案。', '引言: >-\n    为做好护林防火工作,制定本方案。'],
    '公文.yaml:16:14',
  ],
  [
    'the second line of a block',
    [
      '引言: 为做好护林防火工作，制定本方案。',
      '引言: |\n    为做好护林防火工作，\n    制定本方案,付诸实施。',
    ],
    '公文.yaml:17:10',
  ],
] as const)('a slip in %s is shown at its character', (_, edit, place) => {
  const lines = found([edit]).filter((line) => line.startsWith('text/half-width'));
  expect(lines.map((line) => line.split(' ')[1])).toEqual([place]);
});

test('a paragraph broken into lines gets a blank where they join', () => {
  const block = '引言: >-\n    为做好护林防火工作，\n    制定本方案。';
  expect(found([['引言: 为做好护林防火工作，制定本方案。', block]])).toEqual([
    'text/blanks 公文.yaml:16:15 文字中间有多余的空格',
  ]);
});

test('what kind of text it is decides which rules look at it', () => {
  expect(
    found([
      ['名称: 清明值守', '名称: 清明值守。'],
      ['完成时限: [4月底前]', '完成时限: [4月底前完成。]'],
      ['姓名: 石磊', '姓名: 石 磊'],
      ['村级落实: 安排专人值守。', '村级落实: 安排专人值守'],
    ]).map((line) => line.split(' ')[0]),
  ).toEqual(['text/blanks', 'text/end-marks', 'text/end-marks', 'text/end-marks']);
});

test('the record of corrections quotes slips and is not proofread', () => {
  const record = '更正记录:\n  - { 位置: 正文, 原文: 的的, 更正: 的, 理由: 治理治理 }\n';
  expect(found([['公文:', `${record}公文:`]])).toEqual([]);
});

describe('a warning the office has looked at', () => {
  const slip = ['内容: 动员。', '内容: 请各户于下周五前动员，其他户下周五后再说。'] as const;

  test('is shown until then', () => {
    expect(found([slip])).toHaveLength(2);
  });

  test('is not shown again', () => {
    const list = '已核对:\n  - { 规则: text/relative-dates, 原文: 下周五 }\n';
    expect(found([slip, ['公文:', `${list}公文:`]])).toEqual([]);
  });

  test('only where the words stand that were noted', () => {
    const list = '已核对:\n  - { 规则: text/relative-dates, 原文: 于下周五前, 理由: 护林日 }\n';
    expect(found([slip, ['公文:', `${list}公文:`]])).toHaveLength(1);
  });

  test('of that rule alone', () => {
    const list = '已核对:\n  - { 规则: text/words, 原文: 下周五 }\n';
    expect(found([slip, ['公文:', `${list}公文:`]])).toHaveLength(2);
  });
});

describe('templates', () => {
  test('are proofread, with the place of the word', () => {
    expect(found([], { '通知.md': '{{!-- 布署 --}}\n现将{{方案.标题}}印发给你们,请认真布署。\n' })).toEqual([
      'text/half-width templates/通知.md:2:17 中文里误用半角的“,”，用全角的“，”',
    ]);
  });

  test('directives, expressions and table definitions are no text', () => {
    const templates = {
      '通知.md': '::标题[{{方案.标题}}]\n\n::顶格[签订日期：:填空{宽=4}年:填空{宽=2}月]\n',
      '表格/表.yaml': '行: 年度任务.重点任务 # 布署\n列:\n  - { 表头: 序号, 值: "{{@条}}" }\n',
    };
    expect(found([], templates)).toEqual([]);
  });
});

describe('the word list', () => {
  const slip = ['内容: 动员。', '内容: 动员村民按排名布署。'] as const;
  const list =
    '错词:\n  布署: 部署\n  按排: { 改为: 安排, 除外: [按排名] }\n常用语:\n  - 因地制宜 各司其职\n别处地名: [庙上]\n';

  test('says what is wrong and what is right, but not inside a longer word', () => {
    expect(found([slip], { '校对/词表.yaml': list })).toEqual([
      'text/words 公文.yaml:22:52 “布署”宜写“部署”',
    ]);
  });

  test('holds set phrases and names of other places', () => {
    const text = ['内容: 动员。', '内容: 庙上各户因地治宜。'] as const;
    expect(found([text], { '校对/词表.yaml': list })).toEqual([
      'text/places 公文.yaml:22:45 “庙上”不是本乡镇的名称，像是从别处的文稿带来的',
      'text/set-phrases 公文.yaml:22:49 “因地治宜”宜写“因地制宜”',
    ]);
  });

  test('with a mistake in it is reported, the rest is used', () => {
    expect(found([slip], { '校对/词表.yaml': '错词:\n  布署:\n  动员村: 动员全村\n' })).toEqual([
      'data/value templates/校对/词表.yaml:2:3 词表里的“布署”没有写正确的写法',
      'text/words 公文.yaml:22:45 “动员村”宜写“动员全村”',
    ]);
  });

  test('may be missing', () => {
    expect(found([slip])).toEqual([]);
  });
});
