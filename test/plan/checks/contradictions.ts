import type { Edit } from '../example.ts';

/** The plan with a paragraph of its own. */
const saying = (words: string): readonly Edit[] => [
  [
    '    - { 标题: 主要任务, 内容: 工作任务 }',
    `    - { 标题: 主要任务, 内容: 工作任务 }\n    - { 标题: 安排, 正文: ["${words}"] }`,
  ],
];
/** The plan with attachments of these titles. */
const attached = (...titles: readonly string[]): Edit => [
  '村居:\n',
  `附件:\n${titles.map((title) => `  - { 标题: ${title}, 内容: 工作专班 }\n`).join('')}村居:\n`,
];
const members = (...people: readonly string[]): Edit => [
  '人员: [{ 姓名: 石磊, 职务: 镇长 }]',
  `人员: [${people.map((person) => `{ 姓名: ${person.replace(' ', ', 职务: ')} }`).join(', ')}]`,
];
const due = (written: string, day: string): Edit => [
  '完成时限: [4月底前]',
  `完成时限: [${written}], 截止日期: ${day}`,
];

/** What breaks each check, and what comes near to it and is right. */
export const cases: readonly (readonly [what: string, edits: readonly Edit[], found: readonly string[]])[] = [
  ['nothing', [], []],
  [
    'an addressee copied to',
    [['印发机关:', '抄送机关: [县林业局, 各村]\n  印发机关:']],
    ['data/copied-addressee “各村”已经是主送机关，又写在抄送里'],
  ],
  ['others copied to', [['印发机关:', '抄送机关: [县林业局]\n  印发机关:']], []],
  [
    'a secret made public',
    [['印发机关:', '密级和保密期限: 秘密★1年\n  份号: "000001"\n  附注: 此件公开发布\n  印发机关:']],
    ['data/secret-made-public 密级是“秘密★1年”，附注又写“此件公开发布”'],
  ],
  [
    'a secret without 份号',
    [['印发机关:', '密级和保密期限: 秘密★1年\n  印发机关:']],
    ['data/secret-without-copy-number 标了密级，没有写份号'],
  ],
  [
    'another township’s printer',
    [['印发机关: 青石镇', '印发机关: 白石镇']],
    ['data/issuer-name “白石镇人民政府”里没有乡镇名称“青石镇”'],
  ],
  [
    'a unit by its name here and by another there',
    [['责任单位: [应急]', '责任单位: [应急, 林业]']],
    ['data/unit-spelling 同一个单位，这里写“林业站”，别处写“林业”'],
  ],
  ['a unit by its other name throughout', [['责任单位: [应急]', '责任单位: [应急, 林业站]']], []],
  [
    'another mark',
    [['发文机关标志: [青石镇人民政府]', '发文机关标志: [青石镇委员会]']],
    ['data/issuer-name 发文机关标志“青石镇委员会”与发文机关“青石镇人民政府”不一致'],
  ],
  ['a mark in short', [['发文机关标志: [青石镇人民政府]', '发文机关标志: [青石镇人民政府文件]']], []],
  [
    'a title of another work',
    [['工作名称: 护林防火', '工作名称: 森林防火']],
    ['data/title-parts 标题里没有工作名称“森林防火”'],
  ],
  [
    'a task list of another year',
    [['村居:\n', '附件:\n  - { 标题: 2022年任务清单, 内容: 任务清单 }\n村居:\n']],
    ['data/title-parts “2022年任务清单”里的年份与数据不一致'],
  ],
  [
    'a schedule of its years',
    [['村居:\n', '附件:\n  - { 标题: 2023—2024年任务分解表, 内容: 任务分解表 }\n村居:\n']],
    [],
  ],
  [
    'a schedule of other years',
    [['村居:\n', '附件:\n  - { 标题: 2023—2025年任务分解表, 内容: 任务分解表 }\n村居:\n']],
    ['data/title-parts “2023—2025年任务分解表”里的年份与数据不一致'],
  ],
  [
    'a gap between stages',
    [['起: 2024-01', '起: 2024-03']],
    ['data/stage-gap “巩固阶段”与上一阶段之间有断档'],
  ],
  [
    'stages that end before the plan',
    [
      ['止: 2024-12', '止: 2024-12'],
      ['截止年度: 2024', '截止年度: 2025'],
    ],
    ['data/stage-gap 最后一个阶段到 2024-12 为止，方案到 2025 年'],
  ],
  [
    'a plan issued late',
    [
      ['成文日期: 2023-03-01', '成文日期: 2023-04-01'],
      ['印发日期: 2023-03-02', '印发日期: 2023-04-01'],
    ],
    ['data/issued-late 成文日期 2023-04-01 时，“启动阶段”（2023-03 起）已经开始'],
  ],
  ['a deadline of the last day', [due('4月底前', '2023-04-30')], []],
  ['one of two deadlines', [due('4月底前动员，9月15日前完成', '2023-09-15')], []],
  ['a deadline without a day', [due('长期坚持', '2023-12-31')], []],
  [
    'a day that is not the last',
    [due('4月底前', '2023-04-28')],
    ['data/due-date 完成时限“4月底前”的最后一天是 2023-04-30，截止日期写的是 2023-04-28'],
  ],
  [
    'a day of another year',
    [due('4月底前', '2024-04-30')],
    ['data/due-date 截止日期 2024-04-30 不在 2023 年'],
  ],
  [
    'a day that is past',
    [due('1月底前', '2023-01-31'), ['村级时限: 4月底前', '村级时限: 1月底前']],
    ['data/issued-late 截止日期 2023-01-31 早于成文日期 2023-03-01，印发时已经过期'],
  ],
  [
    'a village with more time',
    [due('4月底前', '2023-04-30'), ['村级时限: 4月底前', '村级时限: 5月底前']],
    ['data/due-date 村级时限“5月底前”晚于这项任务的截止日期 2023-04-30'],
  ],
  ['counts that are right', saying('围绕一个方面一项任务，分两个阶段推进，全镇2个村参加。'), []],
  [
    'tasks miscounted',
    saying('围绕一个方面的十六项任务开展。'),
    ['data/counts 文中写“十六项任务”，数据里的工作任务是 1 个'],
  ],
  [
    'fields miscounted',
    saying('围绕四个方面的一项任务开展。'),
    ['data/counts 文中写“四个方面的”，数据里的工作领域是 1 个'],
  ],
  [
    'stages miscounted',
    saying('分三个阶段推进。'),
    ['data/counts 文中写“三个阶段”，数据里的实施步骤是 2 个'],
  ],
  ['villages miscounted', saying('全镇共有12个村。'), ['data/counts 文中写“12个村”，数据里的村居是 2 个']],
  ['other counts', saying('抓好三个方面，做好五项工作，培育3个村，分4个小组。'), []],
  [
    'a statement of another year',
    [['表述: 2023年达到50%', '表述: 2022年达到50%']],
    ['data/statement 表述里没有 2023 年'],
  ],
  [
    'a statement of another share',
    [['表述: 2023年达到50%', '表述: 2023年达到60%']],
    ['data/statement 表述里写 60%，累计比例是 50%'],
  ],
  [
    'attachments as they are called',
    [
      ...saying('成立名单甲（见附件1），执行《名单乙》（见附件2），分工见附件2。'),
      attached('名单甲', '名单乙'),
    ],
    [],
  ],
  ['the only attachment', [...saying('执行《名单甲》（见附件）。'), attached('名单甲')], []],
  [
    'an attachment called otherwise',
    [...saying('执行《名单丙》（见附件）。'), attached('名单甲')],
    ['data/attachment-mention （见附件）前面写的是“名单丙”，附件的标题是“名单甲”'],
  ],
  [
    'an attachment that is not',
    [...saying('成立名单甲（见附件1），人员见附件3。'), attached('名单甲')],
    [
      'data/attachment-mention 附件只有一个，“（见附件1）”不写序号',
      'data/attachment-mention 文中写“见附件3”，数据里只有 1 个附件',
    ],
  ],
  [
    'attachments out of order',
    [...saying('执行名单乙（见附件2）、名单甲（见附件1）。'), attached('名单甲', '名单乙')],
    ['data/attachment-mention 附件1在附件2以后才提到，次序颠倒'],
  ],
  [
    'an attachment left out',
    [...saying('执行名单甲（见附件1）。'), attached('名单甲', '名单乙')],
    ['data/attachment-mention 正文没有提到附件2“名单乙”'],
  ],
  [
    'a person twice',
    [members('石磊 林业站站长', '石磊 应急办主任')],
    ['data/person-twice “石磊”在专班里写了两次'],
  ],
  [
    'a person twice, once with a stretched name',
    [members('石磊 林业站站长', '石　磊 应急办主任')],
    ['data/person-twice “石　磊”在专班里写了两次'],
  ],
  ['two heads', [members('石磊 镇长', '石雨 镇长')], ['data/person-twice “镇长”写了“石磊”和“石雨”两个人']],
  ['two deputies', [members('石磊 副镇长', '石雨 副镇长')], []],
  [
    'posts spelled two ways',
    [members('石磊 财政所所长', '石雨 司法所长')],
    ['data/post-style 名单里既有“财政所所长”，又有“司法所长”，写法不一致'],
  ],
  [
    'a unit with nobody',
    [members('石磊 林业站负责人')],
    ['data/unit-without-person “应急”有任务，专班名单里没有它的人'],
  ],
  ['units with somebody', [members('石磊 林业负责人', '石雨 应急干事')], []],
  [
    'an evaluation of another field',
    [['    - 名称: 管好火源\n      指标', '    - 名称: 管好水源\n      指标']],
    ['data/evaluation-field 评价的领域“管好水源”不在方案的工作领域里'],
  ],
  [
    'a task twice',
    [
      [
        '{ 名称: 设卡值守, 内容: 在入山路口设卡。, 责任单位: [林业站, 应急] }',
        '{ 名称: 设卡值守, 内容: 设卡。, 责任单位: [林业站, 应急] }\n      - { 名称: 设卡值守, 内容: 值守。, 责任单位: [应急] }',
      ],
    ],
    ['data/name-twice 任务“设卡值守”写了两次'],
  ],
  [
    'a model of every year so far',
    [['{ 名称: 上庄, 达标年度: 2023 }', '{ 名称: 上庄, 达标年度: 2023, 标杆村: 是 }']],
    [],
  ],
  [
    'a year without a model',
    [['{ 名称: 下庄, 达标年度: 2024 }', '{ 名称: 下庄, 达标年度: 2024, 标杆村: 是 }']],
    ['data/model-village 2023年达标的村里没有标杆村'],
  ],
];
