import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../../src/diagnostics/place.ts';
import { lines, readFiles, readWithout } from '../example.ts';
import { type CellOf, packParts, type SheetOf, styled, workbookFile, workbookParts } from '../spreadsheet.ts';

const villageRows: readonly (readonly CellOf[])[] = [
  ['名称', '达标年度', '标杆村', '备注'],
  ['上庄', 2023, null, null],
  ['下庄', 2024, null, null],
];

/** The small plan with its villages in a sheet. */
const readVillages = (sheet: SheetOf, name = '村居', options = {}) =>
  readWithout(['村居'], { '数据.xlsx': workbookFile({ [name]: sheet }, options) });

const plain = readFiles({});
const villagesOf = (read: typeof plain) => read.loaded?.plan.villages;

const expected = [
  { name: '上庄', targetYear: 2023, model: false, remark: null },
  { name: '下庄', targetYear: 2024, model: false, remark: null },
];

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

describe('tables of several levels', () => {
  const tasks = (rows: readonly (readonly CellOf[])[], merges: readonly string[] = []) =>
    readWithout(['年度任务'], {
      '数据.xlsx': workbookFile({
        任务清单: {
          rows: [
            [
              '年度',
              '工作领域',
              '任务名称',
              '责任单位',
              '推进措施',
              '完成时限',
              '截止日期',
              '村级落实',
              '村级时限',
            ],
            ...rows,
          ],
          merges,
        },
      }),
    });

  const groups = [
    { measures: ['甲。', '乙。'], deadline: ['4月底前'], due: { year: 2023, month: 4, day: 30 } },
    { measures: ['丙。'], deadline: ['长期推进'], due: null },
  ];
  const expectedTasks = {
    year: 2023,
    tasks: [
      {
        field: '管好火源',
        name: '值守',
        units: ['林业站', '应急'],
        groups,
        villageDuty: '守。',
        villageDeadline: '4月底前',
      },
      {
        field: '管好火源',
        name: '宣传',
        units: ['应急'],
        groups: [{ measures: ['丁。'], deadline: ['5月底前', '分两批'], due: null }],
        villageDuty: '讲。',
        villageDeadline: '5月底前',
      },
    ],
  };

  test('merged cells on the left make one item of several rows', () => {
    const read = tasks(
      [
        [2023, '管好火源', '值守', '林业站、应急', '甲。', '4月底前', styled(1, 45046), '守。', '4月底前'],
        [null, null, null, null, '乙。', null, null, null, null],
        [null, null, null, null, '丙。', '长期推进', null, null, null],
        [null, null, '宣传', '应急', '丁。', '5月底前\n分两批', null, '讲。', '5月底前'],
      ],
      ['A2:A5', 'B2:B5', 'C2:C4', 'D2:D4', 'H2:H4', 'I2:I4', 'F2:F3', 'G2:G3'],
    );
    expect(lines(read.findings)).toEqual([]);
    expect(read.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
    const place = read.loaded?.placeOf(['年度任务', '重点任务', 0, '措施', 0, '内容', 1]);
    expect(place && formatPlace(place)).toBe('数据.xlsx[任务清单]!E3');
  });

  test('so do blank cells, and cells that repeat what stands above', () => {
    const first = [
      2023,
      '管好火源',
      '值守',
      '林业站，应急',
      '甲。',
      '4月底前',
      '2023年4月30日',
      '守。',
      '4月底前',
    ];
    const last = [null, null, '宣传', '应急', '丁。', '5月底前\n分两批', null, '讲。', '5月底前'];
    const blank = tasks([
      first,
      [null, null, null, null, '乙。'],
      [null, null, null, null, '丙。', '长期推进'],
      last,
    ]);
    expect(blank.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
    const repeated = tasks([
      first,
      [2023, '管好火源', '值守', '林业站，应急', '乙。', '4月底前', '2023年4月30日', '守。', '4月底前'],
      [2023, '管好火源', '值守', null, '丙。', '长期推进', null, null, null],
      last,
    ]);
    expect(repeated.loaded?.plan.yearlyTasks).toEqual(expectedTasks);
  });

  test('an item that says two things is a fault that names both cells', () => {
    const read = tasks([
      [2023, '管好火源', '值守', '应急', '甲。', '4月底前', null, '守。', '4月底前'],
      [2024, null, null, null, '乙。', null, null, null, '6月底前'],
    ]);
    expect(lines(read.findings)).toEqual([
      'table/conflict 数据.xlsx[任务清单]!A3 “年度”与上面同一项里写的不一样',
      'table/conflict 数据.xlsx[任务清单]!I3 “村级时限”与上面同一项里写的不一样',
    ]);
    expect(read.findings.sorted()[1]?.hint).toContain('数据.xlsx[任务清单]!I2 写的是“4月底前”');
  });

  test('the task force: persons one a row, groups of people in a column of their own', () => {
    const read = readWithout(['工作专班'], {
      '数据.xlsx': workbookFile({
        专班: {
          rows: [
            ['专班职务', '姓名', '职务', '其他人员'],
            ['组长', '石 磊', '镇长', null],
            ['成员', '王　宁', '干事', null],
            [null, '张三丰', '干事', null],
            [null, null, null, '各村主干'],
          ],
        },
      }),
    });
    expect(read.loaded?.plan.taskForce).toEqual([
      { role: '组长', members: [{ name: '石磊', post: '镇长' }], others: [] },
      {
        role: '成员',
        members: [
          { name: '王宁', post: '干事' },
          { name: '张三丰', post: '干事' },
        ],
        others: ['各村主干'],
      },
    ]);
  });

  test('a table fills a place in what a YAML file begins', () => {
    const evaluation = '评价:\n  标题: 表\n  说明: 可以调整。\n  满分: 10\n  达标分数: 8\n  签字: [村主任]\n';
    const rows = [
      ['领域', '指标', '标准', '评价方法', '分值'],
      ['管好火源', '值守', '有人值守。', '查看', '10分'],
    ];
    const read = readWithout(['评价'], {
      '评价.yaml': evaluation,
      '数据.xlsx': workbookFile({ 评价指标: { rows } }),
    });
    expect(read.loaded?.plan.evaluation.fields[0]?.indicators[0]?.marks).toBe(10);
    const none = readWithout(['评价'], { '评价.yaml': evaluation });
    expect(lines(none.findings)).toEqual(['data/missing 评价.yaml:1:1 “评价”里缺少“领域”']);
  });
});

describe('kinds of cells', () => {
  const schedule = (from: CellOf, share: CellOf = '50%', options = {}) =>
    readWithout(['实施步骤', '年度目标'], {
      '数据.xlsx': workbookFile(
        {
          实施步骤: {
            rows: [
              ['名称', '起', '止', '内容'],
              ['启动阶段', from, '2023.12', '动员。'],
              ['巩固阶段', '２０２４年１月', '二〇二四年十二月', '巩固。'],
            ],
          },
          年度目标: {
            rows: [
              ['年度', '累计比例', '表述'],
              [2023, share, '2023年达到50%'],
              [2024, '100％', '2024年达到100%'],
            ],
          },
        },
        options,
      ),
    });

  test.each<[string, CellOf, object]>([
    ['text', '2023-03', {}],
    ['text with 年月', '2023年3月', {}],
    ['a day of the 1900 system', styled(2, 44986), {}],
    ['a day of the 1904 system', styled(2, 44986 - 1462), { date1904: true }],
  ])('a month as %s', (_, from, options) => {
    const read = schedule(from, '50%', options);
    expect(read.findings.hasErrors).toBe(false);
    expect(read.loaded?.plan.stages.map((stage) => [stage.from, stage.to])).toEqual([
      [
        { year: 2023, month: 3 },
        { year: 2023, month: 12 },
      ],
      [
        { year: 2024, month: 1 },
        { year: 2024, month: 12 },
      ],
    ]);
  });

  test.each<[string, CellOf]>([
    ['per cent', styled(3, 0.5)],
    ['a fraction', 0.5],
    ['a number', 50],
    ['text', '５０％'],
    ['words', '百分之五十'],
  ])('a share as %s', (_, share) => {
    const read = schedule('2023-03', share);
    expect(read.loaded?.plan.targets.map((target) => target.share)).toEqual([50, 100]);
    expect(read.findings.hasErrors).toBe(false);
  });

  test('what could mean two things is a fault', () => {
    expect(lines(schedule(44986, 1).findings).filter((line) => !line.includes('normalised'))).toEqual([
      'data/date 数据.xlsx[实施步骤]!B2 日期的写法不对',
      'data/value 数据.xlsx[年度目标]!B2 “累计比例”不合要求',
    ]);
  });

  test('a text that Excel turned into a day is a fault: what was written is lost', () => {
    const rows = [villageRows[0] ?? [], ['上庄', 2023, null, styled(1, 45199)], ['下庄', 2024]];
    expect(lines(readVillages({ rows }).findings)).toEqual([
      'table/turned-into-date 数据.xlsx[村居]!D2 “备注”这一格存成了日期 2023-09-30',
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

describe('workbooks nobody can read', () => {
  const broken = (bytes: Uint8Array) => lines(readWithout(['村居'], { '数据.xlsx': bytes }).findings);
  const compound = (stream: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from(stream, 'utf16le'),
      ]),
    );

  test.each<[string, Uint8Array, string]>([
    ['text', Buffer.from('名称,达标年度'), 'table/not-workbook 数据.xlsx:1:1 这个文件不是 Excel 工作簿'],
    ['nothing', new Uint8Array(), 'table/not-workbook 数据.xlsx:1:1 这个文件不是 Excel 工作簿'],
    [
      'a torn file',
      workbookFile({ 村居: { rows: villageRows } }).slice(0, 300),
      'table/not-workbook 数据.xlsx:1:1 工作簿坏了，读不出来',
    ],
    [
      'another zip',
      packParts({ 'word/document.xml': '<a/>' }),
      'table/not-workbook 数据.xlsx:1:1 工作簿坏了，读不出来',
    ],
    [
      'an encrypted file',
      compound('EncryptedPackage'),
      'table/encrypted 数据.xlsx:1:1 工作簿加了打开密码，读不了',
    ],
    ['an old file', compound('Workbook'), 'table/old-workbook 数据.xlsx:1:1 这种格式的表格读不了'],
  ])('%s', (_, bytes, expectedLine) => {
    expect(broken(bytes)).toEqual([expectedLine]);
  });

  test('a sheet that is no XML, and entities that unfold', () => {
    const parts = workbookParts({ 村居: { rows: villageRows } });
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(broken(packParts({ ...parts, [sheet]: '<worksheet><sheetData><row>' }))).toEqual([
      'table/not-workbook 数据.xlsx[村居]!A1 工作簿坏了，读不出来',
    ]);
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'哈'.repeat(1000)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(broken(packParts({ ...parts, [sheet]: bomb }))).toEqual([
      'table/not-workbook 数据.xlsx[村居]!A1 工作簿坏了，读不出来',
    ]);
  });

  test('a part that unfolds into hundreds of megabytes is not unfolded', () => {
    const parts = workbookParts({ 村居: { rows: villageRows } });
    const bomb = packParts({ ...parts, 'xl/worksheets/sheet1.xml': ' '.repeat(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(broken(bomb)).toEqual(['table/too-large 数据.xlsx[村居]!A1 工作簿解开后大得不正常，没有读']);
  });

  test('two hundred thousand rows are too many, and end soon', () => {
    const rows = Array.from({ length: 200_000 }, (_, index): readonly CellOf[] => [`村${index}`, 2023]);
    const bytes = workbookFile({ 村居: { rows: [['名称', '达标年度'], ...rows] } });
    const start = performance.now();
    expect(broken(bytes)).toEqual(['table/too-large 数据.xlsx[村居]!A20001 表里有内容的行超过 20000 行']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('merges one over another without end are stopped', () => {
    const rows = Array.from({ length: 3000 }, (_, index): readonly CellOf[] => [`村${index}`, 2023]);
    const merges = Array.from({ length: 3000 }, () => 'A2:A3000');
    const bytes = workbookFile({ 村居: { rows: [['名称', '达标年度'], ...rows], merges } });
    expect(broken(bytes)).toEqual(['table/too-large 数据.xlsx[村居]!A2 合并的单元格多得不正常']);
  });

  test('what is wrong with a sheet of the clerk’s own is not looked into', () => {
    const rows = Array.from({ length: 30_000 }, (): readonly CellOf[] => ['1']);
    const read = readWithout([], { '数据.xlsx': workbookFile({ 流水: { rows } }) });
    expect(lines(read.findings)).toEqual([
      'table/unknown 数据.xlsx[流水]!A1 工作表“流水”没有读：不认识它的名称',
    ]);
  });

  test.each(['旧.xls', '表.et', '表.ods'])('%s is named for what it is', (file) => {
    expect(lines(readWithout([], { [file]: new Uint8Array([1]) }).findings)).toEqual([
      `table/old-workbook ${file}:1:1 这种格式的表格读不了`,
    ]);
  });
});
