import type { Block } from '../../../src/document/block.ts';
import { text } from '../../../src/document/inline.ts';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import type { TableRow } from '../../../src/document/table.ts';
import {
  cell,
  documentOf,
  header,
  heading,
  headRow,
  imprint,
  label,
  paragraph,
  place,
  row,
  runIn,
  table,
  title,
  turned,
  upright,
} from './blocks.ts';

const noticeBlocks: readonly Block[] = [
  title('三管镇人民政府关于印发《三管镇开展清廉村居创建行动的实施方案》的通知', 'document'),
  { kind: 'addressee', inlines: [text('各行政村、各包村干部：')], place },
  paragraph(
    '《三管镇开展清廉村居创建行动的实施方案》已经镇政府研究通过，现印发给你们，请结合“三治”融合、“三务”公开的实际，认真遵照执行。',
  ),
  { kind: 'signature', issuers: ['三管镇人民政府'], date: '2022年5月24日', sealed: true, place },
  { kind: 'annotation', inlines: [text('（此件公开发布）')], place },
];

const long =
  '坚持以习近平新时代中国特色社会主义思想为指导，紧紧围绕“全面提升基层治理体系和治理能力现代化建设水平”的总目标——坚持以党的政治建设为统领……始终抓住党员干部这个关键，坚持面向基层群众这一主体。2022年，30%的村（居）达到清廉村居创建标准；2023年，80%的村（居）达到清廉村居创建标准；2024年100%的村（居）达到标准。';

const planBlocks: readonly Block[] = [
  title('三管镇开展清廉村居创建行动的实施方案', 'part'),
  paragraph(long),
  heading(1, '一、', '总体要求'),
  paragraph(long),
  heading(1, '二、', '主要任务'),
  heading(2, '（一）', '健全治理体系'),
  ...['加强城乡基层党组织建设。', '加强村（居）委会规范化建设。', '加强“一肩挑”村干部管理考核。'].flatMap(
    (lead, index) => [runIn(3, `${index + 1}.`, lead, long), runIn(2, '（二）', '强化督查指导。', long)],
  ),
  heading(3, '1.', '启动和初步实施阶段（2022年4月—12月）'),
  heading(4, '（1）', '部署'),
  {
    kind: 'paragraph',
    lead: null,
    inlines: [
      text('“三员合一”由'),
      { kind: 'strong', text: '镇纪委' },
      text('牵头，填写人'),
      { kind: 'blank', width: 6 },
      text('。'),
    ],
    indent: 'none',
    place,
  },
  {
    kind: 'attachment-note',
    titles: [
      '三管镇清廉村居创建工作专班组成人员',
      '三管镇清廉村居创建行动2022年任务清单和全镇各行政村年度创建任务分解情况一览表',
      '三管镇清廉村居创建2022—2024年任务分解表',
    ],
    place,
  },
];

const rosterBlocks: readonly Block[] = [
  label('附件1'),
  title('三管镇清廉村居创建工作专班组成人员', 'attachment'),
  {
    kind: 'roster',
    place,
    groups: [
      { label: '组长', entries: [{ name: '姚治广', post: '副镇长', place }] },
      {
        label: '副组长',
        entries: [
          { name: '樊菊霞', post: '党委副书记', place },
          { name: '古莉', post: '组织委员', place },
        ],
      },
      {
        label: '成员',
        entries: [
          {
            name: '段晓沛',
            post: '民政负责人、经管负责人，兼任农村集体“三资”监督管理联络员和村务公开指导员',
            place,
          },
          { name: '王宁', post: '监察员', place },
          { name: '欧阳若兰', post: '宣传干事', place },
          { name: '各包村干部及各村主干', post: null, place },
        ],
      },
    ],
  },
];

const fields = ['健全治理体系', '扎紧制度笼子', '强化基层监督', '深化清廉文化建设'];

/** Rows of a task list: a field of work over several tasks, each third task with two measures. */
function taskRows(perField: number): readonly TableRow[] {
  return fields.flatMap((field) => {
    const tasks = Array.from({ length: perField }, (_, index) => index);
    const rows = tasks.reduce((sum, index) => sum + (index % 3 === 0 ? 2 : 1), 0);
    return tasks.flatMap((index) => {
      const measures = index % 3 === 0 ? 2 : 1;
      const opening = index === 0 ? [cell(0, field, { rowSpan: rows, role: 'label', align: 'center' })] : [];
      const shared = [
        cell(1, '组织人事、农业农村、民政', { rowSpan: measures }),
        cell(2, `推进村级组织履行职责事项清单制度之${index + 1}`, { rowSpan: measures }),
      ];
      return Array.from({ length: measures }, (_, measure) =>
        row([
          ...(measure === 0 ? [...opening, ...shared] : []),
          cell(3, `${measure + 1}.${long.slice(0, 60 + 40 * (index % 3))}`),
          cell(4, measure === 0 ? '10月底前完成' : '长期推进，及时完善'),
        ]),
      );
    });
  });
}

const taskTable = table(
  [4, 6, 8, 24, 7],
  [headRow('工作要点', '责任单位', '重点任务', '推进措施', '完成时限')],
  taskRows(5),
);

const villageRows = (count: number): readonly TableRow[] =>
  Array.from({ length: count }, (_, index) =>
    row(
      [
        cell(0, `${index + 1}`, { align: 'center' }),
        cell(1, [{ kind: 'spread', text: '西姚', width: 3 }], { align: 'center' }),
        cell(2, '', {}),
        cell(3, '东姚庄', { align: 'center' }),
      ],
      index % 4 === 0 ? 2 : 1,
    ),
  );

const villageTable = table(
  [2, 6, 6, 6],
  [
    row([
      cell(0, '序号', { role: 'head', align: 'center', rowSpan: 2 }),
      cell(1, '年度', { role: 'head', align: 'center', columnSpan: 3 }),
    ]),
    row([1, 2, 3].map((column) => cell(column, `${2021 + column}年完成`, { role: 'head', align: 'center' }))),
  ],
  [
    ...villageRows(10),
    row([
      cell(0, '合计', { role: 'label', align: 'center', columnSpan: 2 }),
      cell(2, '10', { align: 'right', columnSpan: 2 }),
    ]),
  ],
  '五号',
);

const note: Block = {
  kind: 'table-note',
  inlines: [text('注：当年达到创建标准的村（居）委会，至少有一个标杆村。')],
  place,
};

/** A notice with its plan, attachments and imprint, as the main job makes it. */
export const notice = documentOf(
  [
    upright(...noticeBlocks),
    upright(...planBlocks),
    upright(...rosterBlocks),
    turned(label('附件2'), title('三管镇清廉村居创建行动2022年任务清单', 'attachment'), taskTable),
    upright(
      label('附件3'),
      title('三管镇清廉村居创建2022—2024年任务分解表', 'attachment'),
      villageTable,
      note,
    ),
  ],
  { header, imprint },
);

/** A table that ends its document, in landscape. */
export const taskList = documentOf([turned(title('东姚庄2022年清廉村居创建任务书', 'part'), taskTable)]);

/** An upward document of three issuers with three signatories, without seal. */
export const upward = documentOf(
  [
    upright(
      title('关于呈报清廉村居创建工作情况的请示', 'document'),
      { kind: 'addressee', inlines: [text('县人民政府：')], place },
      paragraph(long),
      { kind: 'attachment-note', titles: ['三管镇清廉村居创建工作专班组成人员名单'], place },
      {
        kind: 'signature',
        issuers: ['中共三管镇委员会', '三管镇人民政府'],
        date: '2022年12月24日',
        sealed: false,
        place,
      },
    ),
  ],
  {
    header: {
      ...header,
      copyNumber: '000001',
      classification: '机密★1年',
      urgency: '特急',
      issuerMark: ['中共三管镇委员会', '三管镇人民政府'],
      signatories: ['王宁', '樊菊霞', '欧阳若兰'],
    },
    imprint: { ...imprint, copyTo: null },
  },
);

/** A last page in landscape: the imprint has an upright page of its own. */
export const turnedEnd = documentOf([turned(title('任务清单', 'part'), taskTable)], { imprint });

/** 616 characters without punctuation: a page of exactly 22 lines of 28. */
export const fullPage = documentOf([
  upright({
    kind: 'paragraph',
    lead: null,
    inlines: [text('浔阳江头夜送客枫叶荻花秋瑟瑟主人下马客在船举酒欲饮无管弦'.repeat(22))],
    indent: 'none',
    place,
  }),
]);

export const examples: Readonly<Record<string, OfficialDocument>> = {
  notice,
  taskList,
  upward,
  turnedEnd,
  fullPage,
};
