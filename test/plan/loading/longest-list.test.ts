import { describe, expect, test } from 'vitest';
import type { DataFile } from '../../../src/plan/loading/data-files.ts';
import { mostItems } from '../../../src/plan/longest-list.ts';
import { lines, readWithout } from '../example.ts';
import { type CellOf, workbookFile } from '../spreadsheet.ts';

const head: readonly CellOf[] = ['名称', '达标年度'];
/** So many villages of the small plan, half of them due in each of its years. */
const villages = (count: number): readonly (readonly [name: string, year: number])[] =>
  Array.from({ length: count }, (_, index) => [`第${index + 1}村`, index < count / 2 ? 2023 : 2024]);

const block = (count: number): string =>
  `村居:\n${villages(count)
    .map(([name, year]) => `  - 名称: ${name}\n    达标年度: ${year}\n`)
    .join('')}`;
const flow = (count: number): string =>
  `村居: [${villages(count)
    .map(([name, year]) => `{ 名称: ${name}, 达标年度: ${year} }`)
    .join(', ')}]\n`;
const csv = (count: number): string =>
  `名称,达标年度\n${villages(count)
    .map((village) => village.join(','))
    .join('\n')}\n`;
/** With the head on every page again, and an example. */
const sheet = (count: number): Uint8Array => {
  const rows = villages(count).flatMap((village, index) =>
    index > 0 && index % 40 === 0 ? [head, village] : [village],
  );
  return workbookFile({ 村居: { rows: [['全镇村居一览'], head, ['【示例】某村', 2023], ...rows] } });
};

const found = (file: string, content: DataFile): readonly string[] =>
  lines(readWithout(['村居'], { [file]: content }).findings);

describe('a list has the same most items in whatever file it is kept', () => {
  test.each<[string, string, (count: number) => DataFile, string]>([
    ['YAML, an item a line', '村居.yaml', block, 'data/too-long 村居.yaml:40002:3 “村居”超过 20000 条'],
    [
      'YAML on a single line',
      '村居.yaml',
      flow,
      `data/too-long 村居.yaml:1:${flow(mostItems + 1).lastIndexOf('{') + 1} “村居”超过 20000 条`,
    ],
    ['CSV', '村居.csv', csv, 'data/too-long 村居.csv:20002:1 “村居”这张表超过 20000 行'],
    ['a workbook', '数据.xlsx', sheet, 'data/too-long 数据.xlsx[村居]!A20504 “村居”这张表超过 20000 行'],
  ])('%s', (_, file, write, fault) => {
    expect(found(file, write(mostItems + 1))).toEqual([fault]);
    if (file !== '村居.yaml') expect(found(file, write(mostItems))).toEqual([]);
  });

  test('the clerk is told what was found, what may be there and what to do', () => {
    const { findings } = readWithout(['村居'], { '村居.yaml': block(mostItems + 5) });
    expect(findings.sorted()[0]).toMatchObject({
      actual: '20005 条',
      expected: '不超过 20000 条',
      hint: '看看是不是重复粘贴了。确有这么多的，分成几个方案，在 data 下各放一个文件夹',
    });
  });

  test('rows without end are not read to their end', () => {
    const long = '名称,达标年度\n上庄,2023\n'.repeat(200_000);
    const start = performance.now();
    expect(found('村居.csv', long)).toEqual(['data/too-long 村居.csv:22001:1 表里有内容的行超过 20000 行']);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
