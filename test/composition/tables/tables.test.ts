import { describe, expect, test } from 'vitest';
import { createWording } from '../../../src/composition/engine/engine.ts';
import { createTables } from '../../../src/composition/tables/tables.ts';
import { Datum, type View } from '../../../src/composition/wording.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { formatPlace, nowhere, type Place } from '../../../src/diagnostics/place.ts';
import type { Table } from '../../../src/document/table.ts';
import { draw, isWhole } from './drawing.ts';

const inData = (line: number): Place => ({ kind: 'file', file: 'data/x.yaml', line, column: 3 });
const datum = (text: string, line = 1): Datum => new Datum(text, inData(line));

/** Makes the table of a definition; its findings are `place message`. */
function make(definition: string, view: View): { readonly table: Table; readonly found: readonly string[] } {
  const findings = new Findings();
  const templates = new Map([['表格/例.yaml', definition]]);
  const wording = createWording(templates, findings);
  const table = createTables(templates, wording, findings).composeTable('例', view, nowhere);
  if (table === null) throw new Error('no table');
  const found = findings.sorted().map(({ place, message }) => `${formatPlace(place)} ${message}`);
  return { table, found };
}

const orchard = {
  果园: [
    { 片: datum('东'), 树: datum('桃'), 活: [{ 事: [datum('剪枝')], 时: datum('三月') }] },
    {
      片: datum('东'),
      树: datum('杏'),
      活: [
        { 事: [datum('浇水'), datum('施肥')], 时: datum('四月') },
        { 事: [datum('采摘', 9)], 时: datum('六月') },
      ],
    },
    { 片: datum('西'), 树: datum('杏'), 活: [{ 事: [datum('补栽')], 时: datum('五月') }] },
  ],
};

const oneToMany = `
行: 果园
展开: 活
列:
  - { 表头: 片, 宽: 4, 值: "{{片}}", 合并: 同值 }
  - { 表头: 树, 宽: 4, 值: "{{树}}", 合并: 同值 }
  - { 表头: 事, 宽: 20, 层: 展开, 逐条: 事 }
  - { 表头: 时, 宽: 8, 层: 展开, 值: "{{时}}" }
`;

describe('one-to-many rows', () => {
  const { table } = make(oneToMany, orchard);

  test('outer cells span their sub-rows; measures count on through them, and only where there are several', () => {
    expect(draw(table)).toEqual([
      '片 | 树 | 事 | 时',
      '东v3 | 桃 | 剪枝 | 三月',
      '杏v2 | 1.浇水/2.施肥 | 四月',
      '3.采摘 | 六月',
      '西 | 杏 | 补栽 | 五月',
    ]);
  });

  test('equal words below a merged cell of an earlier column stay apart', () => {
    const 杏 = table.body.flatMap(({ cells }) => cells.filter(({ column }) => column === 1)).slice(1);
    expect(杏.map(({ rowSpan }) => rowSpan)).toEqual([2, 1]);
  });

  test('a cell knows the place of its first datum', () => {
    const picking = table.body[2]?.cells[0];
    expect(formatPlace(picking?.place ?? nowhere)).toBe('data/x.yaml:9:3');
  });

  test('so does a cell of a fixed row; words of the definition alone are at their own place', () => {
    const foot = "表尾:\n  - 格: [{ 文字: '管理人：{{管理人}}', 跨列: 2 }, { 文字: 签字, 跨列: 余下 }]";
    const made = make(oneToMany + foot, { ...orchard, 管理人: datum('李𠅤', 7) });
    const places = made.table.body.at(-1)?.cells.map(({ place }) => formatPlace(place));
    expect(places).toEqual(['data/x.yaml:7:3', 'templates/表格/例.yaml:10:45']);
  });

  test('the cells cover the grid exactly', () => expect(isWhole(table)).toBe(true));
});

describe('dynamic columns', () => {
  const view = {
    总数: 3,
    年: [
      { 年度: 2022, 数: 2, 村: [{ 名: datum('甲') }, { 名: datum('乙') }] },
      { 年度: 2023, 数: 1, 村: [{ 名: datum('丙') }] },
    ],
  };
  const { table, found } = make(
    `
列:
  - { 表头: 乡镇, 宽: 6, 值: 某镇, 合并: 整列 }
  - { 表头: "{{@列.年度}}年", 名: 年, 每: 年, 逐行: 村, 值: "{{名}}", 宽: 6 }
表头后:
  - 格: [{ 每: 年, 文字: "{{@列.数}}" }]
表尾:
  - 格: [{ 文字: 合计, 标签: 是 }, { 每: 年, 文字: "{{@列.数}}" }]
`,
    view,
  );

  test('one column an item, its own list running down; a whole column is one cell', () => {
    expect(found).toEqual([]);
    expect(draw(table)).toEqual([
      '乡镇 | 2022年 | 2023年',
      '某镇v3 | 2 | 1',
      '甲 | 丙',
      '乙 | ',
      '合计 | 2 | 1',
    ]);
    expect(isWhole(table)).toBe(true);
  });
});

describe('subtotals and totals', () => {
  const view = {
    组: [
      {
        名: datum('甲'),
        项: [
          { 目: datum('a'), 分: 3 },
          { 目: datum('b'), 分: 4 },
        ],
      },
      { 名: datum('乙'), 项: [{ 目: datum('c'), 分: 5 }] },
    ],
  };
  const definition = `
行: 组
展开: 项
列:
  - { 表头: 组, 宽: 4, 值: "{{名}}" }
  - { 表头: 目, 宽: 8, 层: 展开, 值: "{{目}}" }
  - { 表头: 分值, 宽: 4, 层: 展开, 值: "{{分}}", 类型: 整数 }
  - { 表头: 得分, 宽: 4, 层: 展开 }
小计:
  - { 起列: 2, 格: [{ 文字: 小计 }, { 求和: 分值 }, { 求和: 得分 }] }
表尾:
  - { 行高: 2, 格: [{ 文字: 合计, 跨列: 2, 标签: 是 }, { 求和: 分值 }, { 求和: 得分 }] }
  - { 用于: 电子表格, 格: [{ 文字: 只在表格里, 跨列: 余下 }] }
`;

  test('sum the group or everything; what is filled in by hand stays empty; merged cells reach over subtotals', () => {
    const { table } = make(definition, view);
    expect(draw(table)).toEqual([
      '组 | 目 | 分值 | 得分',
      '甲v3 | a | 3 | ',
      'b | 4 | ',
      '小计 | 7 | ',
      '乙v2 | c | 5 | ',
      '小计 | 5 | ',
      '合计>2 | 12 | ',
    ]);
    expect(table.body.at(-1)?.minimumLines).toBe(2);
    expect(isWhole(table)).toBe(true);
  });

  test('a number that is none is reported where it stands', () => {
    const { found } = make(definition, {
      组: [{ 名: datum('甲'), 项: [{ 目: datum('a'), 分: datum('三', 7) }] }],
    });
    expect(found).toEqual(['data/x.yaml:7:3 「三」不是整数']);
  });
});

describe('what does not fit', () => {
  const columns = '列:\n  - { 表头: 甲, 宽: 4 }\n  - { 表头: 乙, 宽: 4 }\n';

  test('a fixed row that does not fill the columns', () => {
    const { found } = make(`${columns}表尾:\n  - 格:\n      - { 文字: 合计 }\n`, {});
    expect(found).toEqual(['templates/表格/例.yaml:5:5 「表尾」的这一行和表格的列数对不上']);
  });

  test('a list the data lacks', () => {
    const { found } = make(`行: 没有的\n${columns}`, {});
    expect(found).toEqual(['templates/表格/例.yaml:1:4 数据里没有“没有的”']);
  });

  test('a field the data lacks, at its definition', () => {
    const { found } = make(`行: 果园\n列:\n  - { 表头: 甲, 宽: 4, 值: "{{产量}}" }\n`, orchard);
    expect(found).toEqual([expect.stringMatching(/^templates\/表格\/例\.yaml:3:23 .*产量/)]);
  });

  test('a sum of a column that is not there', () => {
    const { found } = make(`${columns}表尾:\n  - 格: [{ 求和: 丙 }, {}]\n`, {});
    expect(found).toEqual(['templates/表格/例.yaml:5:15 求和的列「丙」不在表格里']);
  });

  test('a table nobody defined', () => {
    const findings = new Findings();
    const templates = new Map([['表格/例.yaml', columns]]);
    const tables = createTables(templates, createWording(templates, findings), findings);
    expect(tables.composeTable('别的', {}, inData(4))).toBeNull();
    expect(findings.sorted()).toMatchObject([
      { rule: 'template/missing', message: '没有表格「别的」', place: inData(4) },
    ]);
  });
});
