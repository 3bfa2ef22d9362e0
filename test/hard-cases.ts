import { join } from 'node:path';
import type { OfficialDocument } from '../src/document/official-document.ts';
import type { Table, TableCell, TableRow } from '../src/document/table.ts';
import { documentsOf } from './both-ways.ts';
import { documentOfManuscript, fixtureDocuments } from './fixture-documents.ts';
import { cell, row, table } from './typesetting/example.ts';

/** Documents that are hard to set well, each by what makes it so. */

const head = (number: number, title: string) => `::发文机关标志[三管镇人民政府]{文件=有}
::发文字号[三政发〔2022〕${number}号]

::标题[${title}]

::主送机关[各行政村]
`;

const foot = `
::署名[三管镇人民政府]{印章=有}
::成文日期[2022年9月1日]

::印发[三管镇党政综合办公室]{日期="2022年9月1日"}
`;

const duties = [
  '坚持党建引领，健全村党组织领导的村级治理体系，把清廉要求落实到村级事务的各个环节。',
  '落实“四议两公开”，凡属村级重大事项，一律经村党组织提议、“两委”商议、党员大会审议、村民会议或者村民代表会议决议，决议和实施结果向全体村民公开。',
  '严格执行村级财务管理制度，2022年12月底前完成债权债务清理，收支情况每季度公布1次。',
  '畅通群众监督渠道，在村务公开栏公布举报电话，对群众反映的问题逐件登记、限期办结、及时反馈。',
  '加强家风建设和移风易俗，发挥红白理事会作用，反对铺张浪费、高价彩礼。',
];

/** So many chapters, each with sections and measures: text of about a page and a half. */
const chapters = (count: number): string =>
  Array.from({ length: count }, (_, chapter) => {
    const sections = Array.from({ length: 3 }, (_, section) => {
      const measures = Array.from(
        { length: 2 },
        (_, measure) =>
          `### 第${chapter + 1}类第${measure + 1}项。${duties[(chapter + section + measure) % duties.length]}${duties[(chapter * 2 + measure) % duties.length]}\n`,
      );
      return `## 规范村级事务管理第${section + 1}项\n\n${measures.join('\n')}`;
    });
    return `# 工作任务之${chapter + 1}\n\n${duties[chapter % duties.length]}\n\n${sections.join('\n')}`;
  }).join('\n');

/** 一份六十面的方案. */
const longPlan = documentOfManuscript(
  '六十面方案',
  `${head(13, '三管镇人民政府关于印发《三管镇村级事务管理规范》的通知')}
现将《三管镇村级事务管理规范》印发给你们，请认真贯彻执行。
${foot.split('::印发')[0]}
::另面

::标题[三管镇村级事务管理规范]

${chapters(39)}

::印发[三管镇党政综合办公室]{日期="2022年9月1日"}
`,
);

/** A notice whose date stands in the last line of its only page. */
const fullPage = documentOfManuscript(
  '正好一面的通知',
  `${head(14, '三管镇人民政府关于开展清廉村居创建工作半年督导和下半年重点任务推进情况专项检查的通知')}
各村要对照任务清单逐项自查，镇清廉村居创建工作专班将于9月中旬逐村督导，请做好准备。
${foot.split('::印发')[0]}`,
);

const longWords = (count: number) => duties.join('').repeat(count);

/** A row with one cell higher than a page, between ordinary rows. */
function longCellTable(): Table {
  const running = { vertical: 'top', align: 'justify' } as const;
  const rows = [
    row(cell(0, '1'), cell(1, '日常管理', running), cell(2, duties[0] ?? '', running)),
    row(cell(0, '2', { vertical: 'top' }), cell(1, '专项整治', running), cell(2, longWords(8), running)),
    row(cell(0, '3'), cell(1, '考核评价', running), cell(2, duties[4] ?? '', running)),
  ];
  return {
    ...table(['序号', '类别', '要求'], ...rows),
    columns: [{ width: 3 }, { width: 6 }, { width: 20 }],
  };
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Forty columns: number and village, three figures a month, two totals. */
function fortyColumns(): Table {
  const center = { align: 'center' } as const;
  const headCell = (column: number, words: string, traits: Partial<TableCell> = {}) =>
    cell(column, words, { role: 'head', ...center, ...traits });
  const upper = row(
    headCell(0, '序号', { rowSpan: 2 }),
    headCell(1, '村名', { rowSpan: 2 }),
    ...months.map((month) => headCell(3 * month - 1, `${month}月`, { columnSpan: 3 })),
    headCell(38, '合计', { rowSpan: 2 }),
    headCell(39, '办结', { rowSpan: 2 }),
  );
  const lower = row(
    ...months.flatMap((month) =>
      ['受理', '办结', '转办'].map((words, index) => headCell(3 * month - 1 + index, words)),
    ),
  );
  const villages = [
    '东姚庄',
    '李卓',
    '新庄',
    '三管',
    '师家庄',
    '梁家庄',
    '陆喜营',
    '王家庄',
    '西姚',
    '黄家庄',
  ];
  const body: TableRow[] = villages.map((village, index) =>
    row(
      cell(0, String(index + 1), center),
      cell(1, village, center),
      ...Array.from({ length: 36 }, (_, column) =>
        cell(column + 2, String(((index + 3) * (column + 5)) % 130), center),
      ),
      cell(38, String(1000 + index), center),
      cell(39, String(990 + index), center),
    ),
  );
  return {
    ...table([], ...body),
    size: '六号',
    columns: Array.from({ length: 40 }, (_, column) => ({
      width: column === 1 ? 3.4 : column > 37 ? 2.4 : 1.9,
    })),
    head: [upper, lower],
  };
}

const withTable = (id: string, orientation: '' | '{版式=横排}', content: () => Table) =>
  documentOfManuscript(
    id,
    `::附件[${id}]${orientation}\n\n::表格[表]\n\n::表注[注：本表由镇清廉村居创建工作专班办公室统计。]\n`,
    content,
  );

/** The documents of the village whose name has nine characters. */
const nineCharacters = (): readonly OfficialDocument[] =>
  documentsOf(join(import.meta.dirname, 'fixtures', 'plans', '2024-人居环境整治')).filter(({ id }) =>
    id.endsWith('上官庄子牛角湾新村'),
  );

/** The notice of one page printed on one side: 版记 need not reach an even page. */
const onePage = (of: readonly OfficialDocument[]): readonly OfficialDocument[] =>
  of
    .filter(({ id }) => id === '一面通知')
    .map((document) => ({
      ...document,
      id: `${document.id}（单面印）`,
      profile: { ...document.profile, duplex: false },
    }));

export const hardCases = (): readonly OfficialDocument[] => [
  ...fixtureDocuments('hard'),
  ...onePage(fixtureDocuments('hard')),
  fullPage,
  longPlan,
  withTable('一格长过一面的表', '', longCellTable),
  withTable('四十列的表', '{版式=横排}', fortyColumns),
  ...nineCharacters(),
];
