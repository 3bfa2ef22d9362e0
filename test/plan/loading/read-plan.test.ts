import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { faultsAfter, lines, noticeFile, readEdited, readFiles, workFile } from '../example.ts';

describe('a plan in several files', () => {
  test('is read whole, with defaults, English names and typed values', () => {
    const { loaded, findings } = readEdited();
    expect(lines(findings)).toEqual([]);
    expect(loaded?.plan.notice.dateOfIssue).toEqual({ year: 2023, month: 3, day: 1 });
    expect(loaded?.plan.notice.withFileWord).toBe(true);
    expect(loaded?.plan.targets.map((target) => target.share)).toEqual([50, 100]);
    expect(loaded?.plan.villages.map((village) => village.name)).toEqual(['上庄', '下庄']);
  });

  test('knows the place of every value, columns in characters', () => {
    const place = readEdited().loaded?.placeOf(['村居', 1, '达标年度']);
    expect(place && formatPlace(place)).toBe('工作.yaml:22:21');
  });

  test('a value that is not stored has the place of what surrounds it', () => {
    const place = readEdited().loaded?.placeOf(['公文', '加盖印章']);
    expect(place && formatPlace(place)).toBe('公文.yaml:2:3');
  });

  test('byte order mark and Windows line ends change nothing', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { loaded, findings } = readFiles({
      '公文.yaml': windows(noticeFile),
      '工作.yaml': windows(workFile),
    });
    expect(lines(findings)).toEqual([]);
    expect(loaded && formatPlace(loaded.placeOf(['村居', 1, '名称']))).toBe('工作.yaml:22:11');
  });

  test('an empty file and a file of comments hold nothing', () => {
    const { loaded, findings } = readFiles({
      'a.yaml': '',
      'b.yaml': '# 说明\n',
      '公文.yaml': noticeFile,
      '工作.yaml': workFile,
    });
    expect(lines(findings)).toEqual([]);
    expect(loaded).not.toBeNull();
  });

  test('a folder without files is no plan', () => {
    expect(lines(readFiles({}).findings)).toEqual(['data/no-plan  这个文件夹里没有数据文件']);
  });
});

describe('each fault at its place, in the words of the office', () => {
  test('a misspelt key is reported once, with the key that was meant', () => {
    const { findings } = readEdited(['主送机关', '主送单位']);
    expect(lines(findings)).toEqual(['data/unknown-key 公文.yaml:5:3 不认识“主送单位”']);
    expect(findings.sorted()[0]?.hint).toBe('是不是“主送机关”？');
  });

  test('a key nothing is like names what may be written', () => {
    const { findings } = readEdited(['达标年度: 2024 }', '达标年度: 2024, 颜色: 红 }']);
    expect(lines(findings)).toEqual(['data/unknown-key 工作.yaml:22:27 不认识“颜色”']);
    expect(findings.sorted()[0]?.hint).toBe('这里可以写的项：名称、达标年度、标杆村、备注');
  });

  test.each([
    ['a missing field', '名称: 下庄, ', '', 'data/missing 工作.yaml:22:5 “村居”第2条里缺少“名称”'],
    ['an empty field', '村级时限: 4月底前', '村级时限:', 'data/missing 工作.yaml:19:12 “村级时限”没有填写'],
    ['a word for a number', '分值: 10', '分值: 十分', 'data/type 工作.yaml:31:46 “分值”应是数'],
    ['a number for a word', '名称: 下庄', '名称: 12', 'data/type 工作.yaml:22:11 “名称”应是文字'],
    [
      'one value for a list',
      '[各村]',
      '各村',
      'data/type 公文.yaml:5:9 “主送机关”应是列表（每条以“- ”开头）',
    ],
    ['an empty list', '[各村]', '[]', 'data/value 公文.yaml:5:9 “主送机关”应至少有1条'],
    ['a day that is not', '2023-03-01', '2023-02-29', 'data/date 公文.yaml:6:9 没有 2023-02-29 这个日子'],
    ['a date written otherwise', '2023-03-01', '2023年3月1日', 'data/date 公文.yaml:6:9 日期的写法不对'],
    ['a month that is not', '2023-12,', '2023-13,', 'data/date 公文.yaml:22:32 没有 2023-13 这个日子'],
    ['a share as a fraction', '50%,', '0.5,', 'data/type 公文.yaml:19:23 “累计比例”的写法不对'],
    ['half brackets in a number', '〔2023〕', '[2023]', 'data/value 公文.yaml:4:9 “发文字号”不合要求'],
    [
      'a yes that is none',
      '印发机关: 青',
      '加盖印章: 有\n  印发机关: 青',
      'data/value 公文.yaml:7:9 “加盖印章”只能是“是”或“否”',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(faultsAfter([from, to])).toEqual([expected]);
  });

  test('a part of the plan that no file holds', () => {
    const { findings } = readFiles({ '工作.yaml': workFile });
    expect(lines(findings)).toEqual([
      'data/missing 工作.yaml:1:1 缺少“公文”',
      'data/missing 工作.yaml:1:1 缺少“方案”',
      'data/missing 工作.yaml:1:1 缺少“年度目标”',
      'data/missing 工作.yaml:1:1 缺少“实施步骤”',
    ]);
  });

  test('a key in two files names both places', () => {
    const { findings } = readFiles({
      '公文.yaml': noticeFile,
      '工作.yaml': workFile,
      '新.yaml': '# 重写\n村居: []\n',
    });
    expect(lines(findings)).toEqual(['data/duplicate-key 新.yaml:2:1 “村居”在两处都写了']);
    expect(findings.sorted()[0]?.hint).toContain('工作.yaml:20:1');
  });

  test('a key twice in one file names both places', () => {
    const { findings } = readEdited(['  满分: 10', '  满分: 10\n  满分: 20']);
    expect(lines(findings)).toEqual(['data/duplicate-key 工作.yaml:27:3 “满分”写了两次']);
    expect(findings.sorted()[0]?.hint).toContain('工作.yaml:26:3');
  });

  test('all faults of schema, references and dates come at once', () => {
    expect(
      faultsAfter(
        ['2023-03-01', '2023-02-30'],
        ['名称: 下庄', '名称: 上庄'],
        ['达标年度: 2024', '达标年度: 2029'],
        ['[应急]', '[应集]'],
        ['满分: 10', '满份: 10'],
      ).map((line) => line.split(' ')[0]),
    ).toEqual([
      'data/date',
      'data/percentage-mismatch',
      'data/unknown-reference',
      'data/duplicate-village',
      'data/year-outside-plan',
      'data/unknown-key',
    ]);
  });
});

describe('what is no YAML', () => {
  test.each([
    ['a full-width colon', '公文：\n  标题: 一\n', '冒号要用半角的，后面空一格，写作“标题: 内容”'],
    ['a colon without space', '公文:\n  标题:一\n  乡镇: 二\n', '冒号后面要空一格'],
    ['a tab', '公文:\n\t标题: 一\n', '缩进只用空格，下一级比上一级多两个空格'],
    ['an open bracket', '公文: [甲, 乙\n方案: 一\n', '检查引号、方括号、花括号是否成对，逗号是否漏写'],
  ])('%s is said as what it is', (_, text, hint) => {
    const { loaded, findings } = readFiles({ '坏.yaml': text });
    expect(loaded).toBeNull();
    const found = findings.sorted().filter(({ rule }) => rule === 'data/syntax');
    expect(found.map((finding) => finding.hint)).toContain(hint);
  });

  test.each([
    ['a quotation mark left open', '公文:\n  标题: "一\n  乡镇: 二\n', '1 坏.yaml:2:7 引号只写了一边'],
    ['an apostrophe left open', "公文:\n  单位: ['甲, 乙]\n  乡镇: 二\n", '1 坏.yaml:2:8 引号只写了一边'],
    ['a line too far to the right', '公文:\n  标题: 一\n   乡镇: 二\n', '1 坏.yaml:3:4 行首比上一项多了空格'],
    ['a line without colon', '公文:\n  标题 一\n  乡镇: 二\n', '1 坏.yaml:2:3 这一行不是“项: 内容”'],
    ['a tab', '公文:\n  标题: 一\n\t乡镇: 二\n  年: 三\n', '1 坏.yaml:3:1 行首缩进用了制表符'],
  ])('%s is shown once, where it is', (_, text, line) => {
    const found = lines(readFiles({ '坏.yaml': text }).findings).filter((each) =>
      each.startsWith('data/syntax'),
    );
    expect(`${found.length} ${found[0]?.replace('data/syntax ', '')}`).toBe(line);
  });

  test('what an unreadable file may hold is not called missing', () => {
    const { findings } = readFiles({ '公文.yaml': noticeFile, '工作.yaml': '村居：\n' });
    expect(lines(findings)).toEqual(['data/type 工作.yaml:1:1 整个文件应是“项: 内容”，一项一行']);
  });

  test('a file that is not UTF-8 is named', () => {
    const { findings } = readFiles({ '公文.yaml': noticeFile, '工作.yaml': '\uFFFD\uFFFD: 1' });
    expect(lines(findings)).toEqual(['data/unreadable 工作.yaml:1:1 文件里有读不出来的字']);
  });
});

describe('hostile data', () => {
  test('keys of JavaScript objects are unknown keys', () => {
    expect(faultsAfter(['名称: 下庄', '__proto__: { a: 1 }, 名称: 下庄'])).toEqual([
      'data/unknown-key 工作.yaml:22:7 不认识“__proto__”',
    ]);
  });

  test('an alias to a text is read, a cycle is not', () => {
    expect(faultsAfter(['名称: 上庄', '名称: &名 上庄'], ['姓名: 石磊', '姓名: &人 石磊'])).toEqual([]);
    const { findings } = readFiles({ '圈.yaml': '公文: &甲 [*甲]\n' });
    expect(lines(findings)).toContain('data/syntax 圈.yaml:1:9 引用（*）绕成了圈');
  });

  test('aliases that unfold into millions are stopped', () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const items = Array.from({ length: 9 }, () => (index === 0 ? '甲' : `*a${index - 1}`)).join(', ');
      return `k${index}: &a${index} [${items}]`;
    });
    const { findings } = readFiles({ '弹.yaml': levels.join('\n') });
    expect(lines(findings).some((line) => line.includes('引用（*）展开后太多'))).toBe(true);
  });

  test('nesting without end is stopped', () => {
    const { findings } = readFiles({ '深.yaml': `公文: ${'['.repeat(20_000)}` });
    expect(lines(findings).length).toBeGreaterThan(0);
  });

  test('characters no paper can carry are named', () => {
    expect(faultsAfter(['石磊', '"石\\ud800磊"'])).toEqual([
      'data/value 工作.yaml:9:26 文字里有印不出来的字符 U+D800',
    ]);
    expect(faultsAfter(['石磊', '石\uE000磊'])).toEqual([
      'data/value 工作.yaml:9:26 文字里有印不出来的字符 U+E000',
    ]);
  });
});
