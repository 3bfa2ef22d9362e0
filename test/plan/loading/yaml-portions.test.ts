import { describe, expect, test } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { readYaml } from '../../../src/plan/loading/yaml-file.ts';
import { longLists, portionsOf } from '../../../src/plan/loading/yaml-portions.ts';
import { lines } from '../example.ts';

const many = 1800;
/** A list of many items, each as it is written. */
const list = (write: (index: number) => string): string =>
  Array.from({ length: many }, (_, index) => write(index)).join('');
const remark = '备注的文字要长一些，好让文件长到分开来读，一行接一行，没有完';

const read = (text: string) => {
  const findings = new Findings();
  return { tree: readYaml('村居.yaml', text, findings), faults: lines(findings) };
};
/** The same file with a mark in a remark at its end, for which it is read at once. */
const readAtOnce = (text: string) => read(`${text}\n# &\n`);

const sound: readonly (readonly [string, string])[] = [
  ['an item a line', `村居:\n${list((index) => `  - { 名称: 第${index}村, 备注: ${remark} }\n`)}`],
  ['a key a line', `村居:\n${list((index) => `  - 名称: 第${index}村\n    备注: ${remark}\n`)}`],
  ['without indent', `村居:\n${list((index) => `- 名称: 第${index}村\n  备注: ${remark}\n`)}其他: 是\n`],
  ['Windows line ends', `村居:\r\n${list((index) => `  - 名称: 第${index}村\r\n    备注: ${remark}\r\n`)}`],
  [
    'remarks and blank lines between',
    `# 村居\n甲: 1\n\n村居: # 全部\n\n  # 第一个\n${list((index) => `  - 名称: 第${index}村 # 记\n\n# 左边\n    备注: ${remark}\n`)}`,
  ],
  [
    'lists in items, texts over several lines',
    `村居:\n${list((index) => `  -\n    名称: 第${index}村\n    列:\n    - 一\n    - 二\n    备注: |\n      - ${remark}\n\n      - 再看\n    另: "一\n      - 二"\n`)}`,
  ],
  [
    'two lists, and what stands around them',
    `前: { 甲: 1 }\n村居:\n${list((index) => `  - 第${index}村${remark}\n`)}中: 二\n任务:\n${list((index) => `    - 任务${index}${remark}\n`)}后:\n  - 一\n`,
  ],
  ['a list that ends without a line end', `村居:\n${list((index) => `  - 第${index}村${remark}\n`)}  - 尾`],
];

describe('a file with a long list, read portion by portion', () => {
  test.each(sound)('is what it is when it is read at once: %s', (_, text) => {
    expect(longLists(text.replace(/^\uFEFF/, ''))).not.toEqual([]);
    const whole = readAtOnce(text);
    expect(whole.faults).toEqual([]);
    expect(read(text)).toEqual(whole);
    expect(read(`\uFEFF${text}`)).toEqual(whole);
  });

  const items = list((index) => `  - { 名称: 第${index}村, 备注: ${remark} }\n`);
  test.each([
    ['a bracket left open', `村居:\n${items}  - { 名称: 末村\n  - { 名称: 另村 }\n`],
    ['a quotation mark left open', `村居:\n${items}  - { 名称: "末村 }\n${items}`],
    ['a key twice', `村居:\n${items}甲: 1\n甲: 2\n`],
    ['the list twice', `村居:\n${items}村居:\n${items}`],
    ['a key twice in an item', `村居:\n${items}  - { 名称: 末村, 名称: 尾村 }\n`],
    ['a text that cannot be printed', `村居:\n${items}  - { 名称: "\\u0007" }\n`],
    ['an item too far to the left', `村居:\n${items} - { 名称: 末村 }\n`],
    ['a pair among the items', `村居:\n${items}  名称: 末村\n`],
    ['a tab before a key', `村居:\n${items}  - 名称: 末村\n\t备注: 无\n`],
    ['what is no map around it', `- 一\n村居:\n${items}`],
    ['a text that looks like a list', `甲: "\n村居:\n${items}"\n`],
  ])('has the faults it has when it is read at once: %s', (_, text) => {
    const whole = readAtOnce(text);
    expect(whole.faults).not.toEqual([]);
    expect(read(text)).toEqual(whole);
  });

  test('is not parted where one part may mean another, or where it is short', () => {
    expect(longLists(`村居:\n${items}`)).toHaveLength(1);
    for (const text of [`村居: &全部\n${items}`, `---\n村居:\n${items}`, `%YAML 1.2\n---\n村居:\n${items}`])
      expect(longLists(text)).toEqual([]);
    expect(longLists(`村居:\n${'  - 上庄\n'.repeat(600)}`)).toEqual([]);
    expect(longLists(`甲: 长\n乙:\n  村居:\n${items.replaceAll('\n  -', '\n    -')}`)).toEqual([]);
  });

  test('in portions that hold all of it, in order', () => {
    const text = `甲: 1\n村居:\n${items}乙: 2\n`;
    const portions = [...portionsOf(text, longLists(text))];
    expect(portions.map((portion) => portion.text).join('')).toBe(text);
    expect(portions.length).toBeGreaterThan(5);
    for (const { text: part, linesBefore } of portions)
      expect(text.split('\n').slice(linesBefore).join('\n').startsWith(part)).toBe(true);
  });
});
