import { media, recipientKinds } from '../distribution.ts';
import { column, flat, optional } from './column.ts';
import type { TableDescription } from './description.ts';
import { fields, taskForce, units, yearlyTasks } from './work-tables.ts';

const villages: TableDescription = {
  name: '村居',
  aliases: ['村庄', '村', '村（居）', '村居名单', '各村'],
  about: '各村（居）名称和达标年度，附件里的分解表、各村任务书和评价表都从这里取。',
  path: ['村居'],
  common: [],
  level: flat(
    column('名称', 'line', 12, '村（居）名称，每村一行，不要重复。', '张家庄', {
      aliases: ['村名', '村居', '村庄', '村（居）', '村居名称', '村（居）名称'],
    }),
    column('达标年度', 'year', 9, '计划达到创建标准的年份，只写四位数字。', '2023', {
      aliases: ['年度', '达标年份'],
      choices: 'years',
    }),
    column('标杆村', 'yes-no', 7, '确定为标杆村的写“是”，不是的写“否”或者空着。', '否', {
      ...optional,
      aliases: ['是否标杆村'],
      choices: ['是', '否'],
    }),
    column('备注', 'line', 20, '印在本村任务书、评价表上的备注，没有的空着。', null, optional),
  ),
};

const targets: TableDescription = {
  name: '年度目标',
  aliases: ['目标', '进度目标'],
  about: '各年度要达到的累计比例和方案里的表述。',
  path: ['年度目标'],
  common: [],
  level: flat(
    column('年度', 'year', 8, '四位数字。', '2022', { choices: 'years' }),
    column('累计比例', 'percent', 9, '到当年底为止的累计数，写成 30%；没有比例的年度空着。', '30%', {
      aliases: ['比例'],
    }),
    column(
      '表述',
      'line',
      40,
      '方案里关于这一年的一句话，末尾不加标点。',
      '2022年，全镇30%的村（居）达到创建标准',
    ),
  ),
};

const stages: TableDescription = {
  name: '实施步骤',
  aliases: ['步骤', '阶段', '进度安排'],
  about: '实施方案的各个阶段，前后相接。',
  path: ['实施步骤'],
  common: [],
  level: flat(
    column('名称', 'line', 20, '阶段的名称，起止时间由程序加在后面。', '启动阶段', {
      aliases: ['阶段', '阶段名称'],
    }),
    column('起', 'month', 10, '开始的月份，写成 2022-04。', '2022-04', {
      aliases: ['开始', '起始', '起始月份', '开始时间'],
    }),
    column('止', 'month', 10, '结束的月份，写成 2022-12。', '2022-12', {
      aliases: ['结束', '截止', '结束月份', '结束时间'],
    }),
    column('内容', 'prose', 60, '这一阶段的工作。', '动员部署，摸清底数。', { aliases: ['工作内容'] }),
  ),
};

const requirements: TableDescription = {
  name: '工作要求',
  aliases: ['要求'],
  about: '方案的工作要求，一条一行。',
  path: ['工作要求'],
  common: [],
  level: flat(
    column('名称', 'line', 20, '要求的小标题，末尾不加标点。', '加强组织领导', { aliases: ['要求'] }),
    column('内容', 'prose', 60, '具体内容；提到附件时，名称要与附件的标题一致。', '各村要明确专人负责。'),
  ),
};

const indicators: TableDescription = {
  name: '评价指标',
  aliases: ['评价', '评分表', '指标', '评价表'],
  about: '评价表的指标、标准、方法和分值；表的标题、满分、达标分数、签字仍在 YAML 的“评价”里写。',
  path: ['评价', '领域'],
  common: [],
  level: {
    columns: [
      column(
        '名称',
        'line',
        14,
        '领域；同一领域有几项指标的，可以合并单元格，也可以下面空着。',
        '健全治理体系',
        {
          head: '领域',
          aliases: ['工作领域', '评价领域'],
        },
      ),
    ],
    opens: ['名称'],
    children: [
      {
        kind: 'items',
        key: '指标',
        level: flat(
          column('名称', 'line', 20, '指标的名称。', '议事协商', {
            head: '指标',
            aliases: ['指标名称', '评价指标'],
          }),
          column('标准', 'prose', 44, '做到什么程度得满分。', '每季度至少议事一次，有记录。', {
            aliases: ['评价标准', '评分标准'],
          }),
          column('评价方法', 'prose', 28, '怎样查看、核实。', '查阅记录', { aliases: ['方法'] }),
          column('分值', 'whole-number', 7, '整数；各项合计等于满分。', '5', { aliases: ['分数', '满分'] }),
        ),
      },
    ],
  },
};

const attachments: TableDescription = {
  name: '附件',
  aliases: ['附件目录'],
  about: '附件的标题和版式，按先后排列，序号由程序编。',
  path: ['附件'],
  common: [],
  level: flat(
    column('标题', 'line', 40, '附件的标题，末尾不加标点、不加书名号。', '专班组成人员', {
      aliases: ['附件标题', '名称'],
    }),
    column('内容', 'line', 14, '附件用哪个模板：工作专班、任务清单、任务分解表等。', '工作专班', {
      aliases: ['模板'],
    }),
    column('版式', 'line', 8, '宽表写“横排”，其余写“竖排”或者空着。', '竖排', {
      ...optional,
      choices: ['竖排', '横排'],
    }),
    column('附注', 'line', 36, '印在表下的注，不写“注：”；没有的空着。', null, optional),
  ),
};

const distribution: TableDescription = {
  name: '分发',
  aliases: ['分发表', '发放名单', '发文名单', '分发范围'],
  about: '整套公文印多少、发给谁；打印、签收登记和归档都照这张表。',
  path: ['分发'],
  common: [],
  level: flat(
    column('收文单位', 'line', 18, '收文的村、单位或人；也可以写“各村”“各责任单位”或专班里的职务。', '各村', {
      aliases: ['单位', '收件人', '收文单位或个人', '发往'],
    }),
    column('类别', 'line', 8, '村、部门、领导、存档、其他，选一个。', '村', { choices: recipientKinds }),
    column(
      '文件',
      'list',
      32,
      '发哪些文件，用顿号隔开：通知、附件1、本村任务书、本村评价表等；空着就按类别的惯例。',
      '通知、本村任务书',
      optional,
    ),
    column('份数', 'whole-number', 7, '每种文件几份，空着是1份。', '1', optional),
    column('方式', 'line', 10, '“纸质”或“电子邮件”，空着是纸质。', '纸质', { ...optional, choices: media }),
    column('备注', 'line', 20, '没有的空着。', null, optional),
  ),
};

const corrections: TableDescription = {
  name: '更正记录',
  aliases: ['更正'],
  about: '对原稿差错的更正和请办公室确认的地方，不印出来。',
  path: ['更正记录'],
  common: [],
  level: flat(
    column('位置', 'line', 16, '差错在原稿的什么地方。', '附件2第3行'),
    column('原文', 'line', 30, '原稿的写法。', '九月底前'),
    column('更正', 'line', 30, '改成什么。', '9月底前'),
    column('理由', 'line', 36, '为什么这样改。', '与其他各行写法一致'),
    column('状态', 'line', 9, '“已更正”或“待确认”，空着就是已更正。', '已更正', {
      ...optional,
      choices: ['已更正', '待确认'],
    }),
  ),
};

/** The tables of a plan that can be kept in a workbook or as CSV, in the order of their sheets. */
export const planTables: readonly TableDescription[] = [
  villages,
  units,
  taskForce,
  fields,
  yearlyTasks,
  targets,
  stages,
  requirements,
  indicators,
  attachments,
  distribution,
  corrections,
];
