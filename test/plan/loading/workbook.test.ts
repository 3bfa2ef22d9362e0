import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { lines, readFiles, readWithout } from '../example.ts';
import { workbookFile } from '../spreadsheet.ts';
import { expected, readVillages, villageRows, villagesOf } from './villages-in-sheet.ts';

describe('a table in a workbook', () => {
  test('is part of the plan, each value with its cell', () => {
    const read = readVillages({ rows: villageRows });
    expect(lines(read.findings)).toEqual([]);
    expect(villagesOf(read)).toEqual(expected);
    const place = read.loaded?.placeOf(['村居', 1, '达标年度']);
    expect(place && formatPlace(place)).toBe('数据.xlsx[村居]!B3');
  });

  test('may have a title, other heads, another order of columns, counted rows and blank rows', () => {
    const read = readVillages(
      {
        rows: [
          ['2023年各村达标安排'],
          [],
          ['序号', '达标 年度（年）', '村名', '是否\n标杆村'],
          [1, '２０２３', '上庄', '√'],
          [],
          ['序号', '达标年度', '名称', '标杆村'],
          [2, '2024年', ' 下庄 ', '否'],
        ],
      },
      '村庄',
    );
    expect(villagesOf(read)).toEqual([{ ...expected[0], model: true }, expected[1]]);
    expect(lines(read.findings)).toEqual([
      'data/normalised 数据.xlsx[村庄]!B4 “达标年度”列全角数字读作半角：“２０２３”读作“2023”（B4）',
      'data/normalised 数据.xlsx[村庄]!D4 “标杆村”列读作是或否：“√”读作“是”（D4）',
      'data/normalised 数据.xlsx[村庄]!B7 “达标年度”列写有文字的读作数：“2024年”读作“2024”（B7）',
    ]);
  });

  test('rows that show an example are passed over', () => {
    const rows = [villageRows[0] ?? [], ['【示例】张家庄', 2023, '是'], ...villageRows.slice(1)];
    expect(villagesOf(readVillages({ rows }))).toEqual(expected);
  });

  test('a merged cell holds for all its rows', () => {
    const read = readVillages({
      rows: [
        ['名称', '达标年度'],
        ['上庄', 2023],
        ['下庄', null],
      ],
      merges: ['B2:B3'],
    });
    expect(villagesOf(read)?.map((village) => village.targetYear)).toEqual([2023, 2023]);
    expect(lines(read.findings).filter((line) => line.includes('村居'))).not.toContain(
      expect.stringContaining('没有填写'),
    );
  });

  test('rich text, readings and escaped characters are read as what is seen', () => {
    const shared = (index: number) => ({ xml: (at: string) => `<c r="${at}" t="s"><v>${index}</v></c>` });
    const strings =
      '<si><r><rPr><b/></rPr><t>上</t></r><r><t>庄</t></r><rPh sb="0" eb="1"><t>shang</t></rPh></si><si><t>下_x5E84_</t></si>';
    const rows = [villageRows[0] ?? [], [shared(0), 2023], [shared(1), 2024]];
    expect(villagesOf(readVillages({ rows }, '村居', { strings }))).toEqual(expected);
  });

  test('half a surrogate pair and controls cannot stand on paper, wherever they come from', () => {
    const strings = '<si><t>一_xD800_</t></si><si><t>下_x0007_庄</t></si>';
    const shared = (index: number) => ({ xml: (at: string) => `<c r="${at}" t="s"><v>${index}</v></c>` });
    const escaped = [villageRows[0] ?? [], ['上庄', 2023, null, shared(0)], [shared(1), 2024]];
    expect(lines(readVillages({ rows: escaped }, '村居', { strings }).findings)).toEqual([
      'data/value 数据.xlsx[村居]!D2 文字里有印不出来的字符 U+D800',
      'data/value 数据.xlsx[村居]!A3 文字里有印不出来的字符 U+0007',
    ]);
  });

  test('the result of a formula counts; a failed or unsolved one is a fault at its cell', () => {
    const formula = (type: string, value: string) => ({
      xml: (at: string) => `<c r="${at}"${type}><f>A1+1</f>${value}</c>`,
    });
    const good = [
      villageRows[0] ?? [],
      [formula(' t="str"', '<v>上庄</v>'), formula('', '<v>2023</v>')],
      ['下庄', 2024],
    ];
    expect(villagesOf(readVillages({ rows: good }))).toEqual(expected);
    const bad = [villageRows[0] ?? [], ['上庄', formula(' t="e"', '<v>#REF!</v>')], [formula('', ''), 2024]];
    expect(lines(readVillages({ rows: bad }).findings)).toEqual([
      'table/cell-error 数据.xlsx[村居]!B2 “达标年度”这一格是公式错误 #REF!',
      'table/formula 数据.xlsx[村居]!A3 “名称”这一格是公式，没有存下结果',
    ]);
  });

  test('faults of the schema and of the cross-checks name the cell', () => {
    const rows = [villageRows[0] ?? [], ['上庄', '明年'], ['上庄', 2029], [null, 2024]];
    expect(lines(readVillages({ rows }).findings)).toEqual([
      'data/type 数据.xlsx[村居]!B2 “达标年度”应是数',
      'data/duplicate-village 数据.xlsx[村居]!A3 “上庄”写了两次',
      'data/year-outside-plan 数据.xlsx[村居]!B3 达标年度 2029 不在方案的起止年度之内',
      'data/missing 数据.xlsx[村居]!A4 “名称”没有填写',
    ]);
  });
});

describe('heads', () => {
  test('a misspelt head and a missing one are faults, what nobody knows is a warning', () => {
    const read = readVillages({
      rows: [
        ['名称', '达标年', '联系电话'],
        ['上庄', 2023, '1'],
      ],
    });
    expect(lines(read.findings)).toEqual([
      'table/head 数据.xlsx[村居]!B1 不认识“达标年”这一列',
      'table/unread-column 数据.xlsx[村居]!C1 “联系电话”这一列没有读',
    ]);
    expect(
      lines(
        readVillages({
          rows: [
            ['名称', '备注'],
            ['上庄', 'a'],
          ],
        }).findings,
      ),
    ).toEqual(['table/head 数据.xlsx[村居]!A1 “村居”缺少“达标年度”这一列']);
  });

  test('a sheet without a head says which columns it should have', () => {
    const [finding] = readVillages({ rows: [['上庄'], ['下庄']] }).findings.sorted();
    expect(finding?.message).toBe('“村居”这张表里没有找到表头');
    expect(finding?.hint).toBe('有一行表头，各列是：名称、达标年度、标杆村、备注');
  });

  test('a column twice is a fault', () => {
    const rows = [
      ['名称', '达标年度', '达标年度'],
      ['上庄', 2023, 2024],
    ];
    expect(lines(readVillages({ rows }).findings)).toEqual([
      'table/head 数据.xlsx[村居]!C1 “达标年度”这一列写了两次',
    ]);
  });
});

describe('files side by side', () => {
  test('a table in two places names both', () => {
    const read = readFiles({
      ...Object.fromEntries([['村居.csv', '名称,达标年度\n上庄,2023\n']]),
      '数据.xlsx': workbookFile({ 村居: { rows: villageRows } }),
    });
    const found = read.findings.sorted().find(({ rule }) => rule === 'data/duplicate-key');
    expect([found?.message, found?.place && formatPlace(found.place), found?.hint]).toEqual([
      '“村居”在两处都写了',
      '数据.xlsx[村居]!A1',
      '另一处在 村居.csv:1:1，只留一处',
    ]);
  });

  test('a sheet with nothing but its head leaves the word to another file', () => {
    const read = readWithout([], { '数据.xlsx': workbookFile({ 村居: { rows: [villageRows[0] ?? []] } }) });
    expect(lines(read.findings)).toEqual([]);
    expect(villagesOf(read)).toEqual(expected);
  });

  test('a sheet of an unknown name is not read, and said so; an empty one is nothing', () => {
    const read = readWithout([], {
      '数据.xlsx': workbookFile({
        村局: { rows: villageRows },
        Sheet2: { rows: [] },
        说明: { rows: [['看这里']] },
      }),
    });
    expect(lines(read.findings)).toEqual([
      'table/unknown 数据.xlsx[村局]!A1 工作表“村局”没有读：不认识它的名称',
    ]);
    expect(read.findings.sorted()[0]?.hint).toBe('是不是“村居”？');
  });

  test('a part that is not there at all may be kept as a sheet', () => {
    expect(readWithout(['村居'], {}).findings.sorted()[0]?.hint).toBe(
      '在这个文件夹的任何一个 YAML 文件里写上“村居:”，或者在 数据.xlsx 里放一张“村居”工作表',
    );
  });
});
