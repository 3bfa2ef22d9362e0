import { describe, expect, test } from 'vitest';
import { formatPlace, nowhere } from '../../../src/diagnostics/place.ts';
import { line, linesOf, read } from '../example.ts';

describe('headings', () => {
  test('are counted; lower levels start afresh', () => {
    const { blocks } = read('# 甲\n\n## 乙\n\n## 丙\n\n### 丁\n\n#### 戊\n\n# 己\n\n## 庚\n');
    expect(linesOf(blocks)).toEqual([
      '# 一、甲',
      '## （一）乙',
      '## （二）丙',
      '### 1.丁',
      '#### （1）戊',
      '# 二、己',
      '## （一）庚',
    ]);
  });

  test('run on through a chapter where the template says so, and start afresh in the next', () => {
    const { blocks } = read(
      '# 任务\n\n::连续编号{级=3}\n\n## 甲\n\n### 子\n\n### 丑\n\n## 乙\n\n### 寅\n\n# 步骤\n\n### 卯\n',
    );
    expect(linesOf(blocks).filter((each) => each.startsWith('###'))).toEqual([
      '### 1.子',
      '### 2.丑',
      '### 3.寅',
      '### 1.卯',
    ]);
  });

  test('a heading that ends with a full stop opens its paragraph', () => {
    const { blocks } = read('## 加强领导。\n\n成立专班。\n\n## 宣传推广\n\n用好广播。\n\n### 独句。\n');
    expect(linesOf(blocks)).toEqual([
      '（一）加强领导。|成立专班。',
      '## （二）宣传推广',
      '用好广播。',
      '1.独句。|',
    ]);
  });

  test('five levels are one too many', () => {
    expect(read('##### 甲\n').faults).toEqual(['template/syntax templates/试.md:1:1 标题只有四级']);
  });
});

describe('running text', () => {
  test('template lines that are wrapped join without a space', () => {
    expect(linesOf(read('经研究，\n现印发\nGB\n9704\n给你们。\n').blocks)).toEqual([
      '经研究，现印发GB 9704给你们。',
    ]);
  });

  test('set apart next to Chinese punctuation', () => {
    expect(linesOf(read('**注意：**请填**“{{名称}}”**。\n', { 名称: '李卓' }).blocks)).toEqual([
      '<注意：>请填<“李卓”>。',
    ]);
  });

  test('blanks and spread names', () => {
    const { blocks } = read('::顶格[签字：:填空{宽=4}　:分散[王宁]{宽=3}]\n');
    expect(linesOf(blocks)).toEqual(['签字：____　<王宁|3>']);
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', indent: 'none' });
  });

  test('indented templates mean the same', () => {
    const template = '{{#each 表}}\n    # {{this}}\n\n        {{this}}为{{@index}}。\n{{/each}}\n';
    expect(linesOf(read(template, { 表: ['甲'] }).blocks)).toEqual(['# 一、甲', '甲为0。']);
  });
});

const hostile = [
  '# 标题',
  '::另面',
  ':::名单[甲]',
  ':填空{宽=3}',
  '**重**_点_',
  '[链接](http://a.b)![图](c)',
  '<b>粗</b>&amp;&#65;',
  '`码` ~~~',
  '1. 一',
  '- 一',
  '> 引',
  '---',
  '| 甲 | 乙 |',
  '{{公文}} $x \\n \\',
  ']{日期=1}',
  '"引号" \'单\'',
  '甲。',
  '=SUM(A1)',
];

describe('no value of the data can turn into markup', () => {
  test.each(hostile)('%s', (value) => {
    const template =
      '{{值}}\n\n# {{值}}\n\n甲{{值}}乙\n\n::标题[{{值}}]\n\n:::名单[{{值}}]\n- {{值}}:职务[{{值}}]\n:::\n\n::印发[{{值}}]{日期="{{值}}"}\n';
    const { blocks, imprint, faults } = read(template, { 值: value });
    expect(faults).toEqual([]);
    const heading = value.endsWith('。') ? `一、${value}|甲${value}乙` : `# 一、${value}`;
    expect(linesOf(blocks)).toEqual([
      value,
      heading,
      ...(value.endsWith('。') ? [] : [`甲${value}乙`]),
      `part: ${value}`,
      `${value}：${value}/${value}`,
    ]);
    expect(imprint).toMatchObject({ copyTo: null, printedBy: value, printedOn: value });
  });

  test('characters of place marks do no harm', () => {
    expect(linesOf(read('{{值}}\n', { 值: '甲\uE0001\uE001乙' }).blocks)).toEqual(['甲\uFFFD1\uFFFD乙']);
  });

  test('lines of a text are one paragraph', () => {
    expect(linesOf(read('{{值}}\n', { 值: '第一行\n\n# 第二行\n' }).blocks)).toEqual(['第一行# 第二行']);
  });
});

test('the line of 份号 stays free where each copy has its own number', () => {
  const numbered = (label: string) =>
    read(`::份号[${label}]\n::发文机关标志[甲镇]\n::发文字号[甲政发〔2022〕6号]\n`).header;
  expect(numbered('000001')).toMatchObject({ copyNumber: '000001' });
  expect(numbered('000001—000030')).toMatchObject({ copyNumber: '' });
  expect(numbered('')).toMatchObject({ copyNumber: null });
});

describe('the elements of an official document', () => {
  const notice = `::份号[000001]
::密级[机密★1年]
::紧急程度[特急]
::发文机关标志[甲镇人民政府]{文件="是"}
::发文机关标志[乙局]
::发文字号[甲政发〔2022〕6号]
::签发人[王宁]

::标题[关于某事的通知]

::主送机关[各村，各单位]

现印发给你们。

::署名[甲镇人民政府]{印章="是"}
::署名[乙局]
::成文日期[2022年5月24日]
::附注[此件公开发布]

::另面

::标题[方案]

# 甲

::附件说明

::附件[名单]
:::名单[组长]
- 姚治广:职务[副镇长]
:::
:::名单[成员]
- 王宁:职务[综治专干、信访办主任（兼）]
- 各包村干部
:::

::附件[清单]{版式="横排"}

::表注[注：说明。]

::抄送[县委办，县政府办。]
::印发[甲镇党政办]{日期="2022年5月25日"}
`;

  test('header', () => {
    expect(read(notice).header).toMatchObject({
      form: 'file',
      copyNumber: '000001',
      classification: '机密★1年',
      urgency: '特急',
      issuerMark: ['甲镇人民政府', '乙局'],
      withFileWord: true,
      documentNumber: '甲政发〔2022〕6号',
      signatories: ['王宁'],
    });
  });

  test('sections and blocks', () => {
    const { title, sections, faults } = read(notice);
    expect(faults).toEqual([]);
    expect(title).toBe('关于某事的通知');
    expect(sections.map(({ orientation, blocks }) => [orientation, ...linesOf(blocks)])).toEqual([
      [
        'portrait',
        'document: 关于某事的通知',
        'addressee: 各村，各单位：',
        '现印发给你们。',
        '甲镇人民政府 乙局 2022年5月24日 印',
        'annotation: （此件公开发布）',
      ],
      ['portrait', 'part: 方案', '# 一、甲', '附件：1.名单 2.清单'],
      [
        'portrait',
        '附件1',
        'attachment: 名单',
        '组长：姚治广/副镇长；成员：王宁/综治专干、信访办主任（兼） 各包村干部',
      ],
      ['landscape', '附件2', 'attachment: 清单', 'table-note: 注：说明。'],
    ]);
  });

  test('imprint', () => {
    expect(read(notice).imprint).toMatchObject({
      copyTo: '县委办，县政府办',
      printedBy: '甲镇党政办',
      printedOn: '2022年5月25日',
    });
  });

  test('the only attachment has no number; one printed by itself keeps its own', () => {
    expect(linesOf(read('::附件[名单]\n').blocks)[0]).toBe('附件');
    expect(linesOf(read('::附件[名单]{序号="2" 共="3"}\n').blocks)[0]).toBe('附件2');
  });

  test('a note without attachments is left out, as an empty label is', () => {
    expect(read('甲\n\n::附件说明\n\n::附注[]\n').blocks.map(line)).toEqual(['甲']);
  });

  test('a document may begin with a landscape page', () => {
    expect(read('::另面{版式=横排}\n\n甲\n').sections.map(({ orientation }) => orientation)).toEqual([
      'landscape',
    ]);
  });
});

describe('what a template does wrongly stands at its line', () => {
  test.each([
    ['甲\n\n::标提[乙]\n', 'template/unknown-directive templates/试.md:3:1 没有“::标提”这种版面指令'],
    ['甲\n\n::分页\n\n乙\n', 'template/unknown-directive templates/试.md:3:1 没有“::分页”这种版面指令'],
    ['甲\n\n乙:填控{宽=3}\n', 'template/unknown-directive templates/试.md:3:1 没有“:填控”这种行内写法'],
    ['甲\n\n1. 乙\n', 'template/syntax templates/试.md:3:1 这里的 Markdown 写法用不到公文里'],
    ['甲\n\n- 乙\n', 'template/syntax templates/试.md:3:1 这里的 Markdown 写法用不到公文里'],
    ['甲\n\n乙**丙\n', 'template/syntax templates/试.md:3:1 ** 没有成对'],
    ['甲\n\n乙[丙](丁)\n', 'template/syntax templates/试.md:3:1 这里的 Markdown 写法用不到公文里'],
    ['::紧急程度[很急]\n', 'template/value templates/试.md:1:1 没有“很急”这种紧急程度'],
    ['::署名[甲]\n', 'template/syntax templates/试.md:1:1 署名之后没有成文日期'],
    ['::印发[甲]\n', 'template/syntax templates/试.md:1:1 印发机关没有日期'],
    ['::发文机关标志[甲]\n', 'template/syntax templates/试.md:1:1 有发文机关标志而没有发文字号'],
    ['::名单[甲]\n', 'template/syntax templates/试.md:1:1 名单要成块写'],
    [':::名单[甲]\n乙\n:::\n', 'template/syntax templates/试.md:2:1 名单里只能一行一人'],
  ])('%j', (template, expected) => {
    expect(read(template).faults).toEqual([expected]);
  });
});

test('a block knows its datum, or else its template line', () => {
  const { blocks } = read('# 总则\n\n根据{{名称}}。\n\n::附注[公开]\n', { 名称: '方案' });
  expect(blocks.map(({ place }) => formatPlace(place))).toEqual([
    'templates/试.md:1:1',
    'data.名称:1:1',
    'templates/试.md:5:1',
  ]);
});

test('elements of head and imprint and lines of a roster know the place of their datum', () => {
  const { header, imprint, blocks } = read(
    '::发文机关标志[{{机关}}]\n::发文字号[{{文号}}]\n\n:::名单[组长]\n{{#each 人员}}\n- {{姓名}}:职务[{{职务}}]\n{{/each}}\n:::\n\n::抄送[{{抄送}}]\n::印发[甲办]{日期="2022年5月25日"}\n',
    {
      机关: '甲镇',
      文号: '甲政发〔2022〕6号',
      人员: [
        { 姓名: '王宁', 职务: '镇长' },
        { 姓名: '李喆', 职务: '书记' },
      ],
      抄送: '县委办',
    },
  );
  const places = [header?.places.issuerMark, header?.places.documentNumber, imprint?.places.copyTo];
  expect(places.map((place) => formatPlace(place ?? nowhere))).toEqual([
    'data.机关:1:1',
    'data.文号:1:1',
    'data.抄送:1:1',
  ]);
  if (imprint?.kind !== 'printed') throw new Error('no printing office');
  expect(formatPlace(imprint.places.printedBy ?? nowhere)).toMatch(/^templates\/试\.md:11:/);
  const [roster] = blocks;
  if (roster?.kind !== 'roster') throw new Error('no roster');
  const entries = roster.groups.flatMap((group) => group.entries);
  expect(entries.map(({ place }) => formatPlace(place))).toEqual([
    'data.人员.0.姓名:1:1',
    'data.人员.1.姓名:1:1',
  ]);
});
