import { column, flat, optional } from './column.ts';
import type { TableDescription } from './description.ts';

const unitsNote = '责任单位名册里有的单位，几个单位之间用顿号隔开。';

export const units: TableDescription = {
  name: '责任单位',
  aliases: ['单位名册', '责任单位名册', '单位'],
  about: '责任单位名册，各项任务的责任单位都要在这里有。',
  path: ['责任单位'],
  common: [],
  level: flat(
    column('名称', 'line', 14, '责任单位的名称，印在文件上就是这样写。', '水利', {
      aliases: ['单位', '单位名称', '责任单位'],
    }),
    column(
      '别名',
      'list',
      24,
      '同一单位的其他叫法，几个叫法之间用顿号隔开，没有的空着。',
      '水利站',
      optional,
    ),
  ),
};

export const taskForce: TableDescription = {
  name: '工作专班',
  aliases: ['专班', '工作专班人员', '专班人员'],
  about: '工作专班的组成人员，按印出来的先后排列，一人一行。',
  path: ['工作专班'],
  common: [],
  level: {
    columns: [
      column(
        '职务',
        'line',
        10,
        '在专班里的职务；同一职务有几个人的，可以合并单元格，也可以下面空着。',
        '组长',
        {
          head: '专班职务',
          aliases: ['组内职务', '专班分工'],
        },
      ),
    ],
    opens: ['职务'],
    children: [
      {
        kind: 'items',
        key: '人员',
        level: flat(
          column('姓名', 'name', 10, '姓名，两个字的中间不用加空格。', '张三'),
          column('职务', 'line', 24, '本人的职务，几个职务用顿号隔开。', '副镇长', {
            aliases: ['单位及职务', '单位职务', '现任职务'],
          }),
        ),
      },
      {
        kind: 'values',
        key: '其他人员',
        column: column(
          '其他人员',
          'line',
          24,
          '成批的人员，如“各包村干部”，一行一条，姓名和职务空着。',
          null,
          optional,
        ),
      },
    ],
  },
};

export const fields: TableDescription = {
  name: '工作任务',
  aliases: ['任务', '主要任务'],
  about: '方案正文里各个领域的工作任务，一项任务一行；责任单位要在名册里有。',
  path: ['工作领域'],
  common: [],
  level: {
    columns: [
      column(
        '名称',
        'line',
        14,
        '工作领域；同一领域有几项任务的，可以合并单元格，也可以下面空着。',
        '健全治理体系',
        {
          head: '工作领域',
          aliases: ['领域'],
        },
      ),
    ],
    opens: ['名称'],
    children: [
      {
        kind: 'items',
        key: '任务',
        level: flat(
          column('名称', 'line', 20, '任务的名称，末尾不加标点，前面不写序号。', '加强队伍建设', {
            head: '任务名称',
            aliases: ['任务', '工作任务'],
          }),
          column('内容', 'prose', 48, '任务的具体内容，不写责任单位。', '健全队伍，明确分工。', {
            aliases: ['任务内容', '具体内容'],
          }),
          column('责任单位', 'list', 18, unitsNote, '组织、民政', { choices: 'units' }),
        ),
      },
    ],
  },
};

export const yearlyTasks: TableDescription = {
  name: '年度任务',
  aliases: ['任务清单', '年度任务清单', '重点任务'],
  about:
    '当年任务清单里的重点任务。一条措施一行；同一任务有几条措施的，其余各列可以合并单元格，也可以下面空着。',
  path: ['年度任务', '重点任务'],
  common: [
    column('年度', 'year', 7, '任务清单的年度，四位数字；各行相同，也可以只写第一行。', '2022', {
      choices: 'years',
    }),
  ],
  level: {
    columns: [
      column(
        '工作领域',
        'line',
        12,
        '要与《工作任务》里的领域写法一致；下面空着的，与上面相同。',
        '健全治理体系',
        {
          aliases: ['领域'],
          carries: true,
          choices: 'fields',
        },
      ),
      column('名称', 'line', 18, '重点任务的名称，末尾不加标点。', '健全议事制度', {
        head: '任务名称',
        aliases: ['重点任务', '工作任务'],
      }),
      column('责任单位', 'list', 16, unitsNote, '民政', { choices: 'units' }),
      column('村级落实', 'prose', 30, '本村要做的事，印在村任务书上。', '每季度议事一次。'),
      column('村级时限', 'line', 12, '本村办结的时间，短语，末尾不加句号。', '12月底前'),
    ],
    opens: ['工作领域', '名称'],
    children: [
      {
        kind: 'items',
        key: '措施',
        level: {
          columns: [
            column(
              '完成时限',
              'paragraphs',
              18,
              '印出来的时限；有几段的，一段一行（Alt+Enter 换行）。时限不同的措施另起一行写。',
              '12月底前完成',
            ),
            column(
              '截止日期',
              'date',
              12,
              '时限的最后一天，写成 2022-12-31，只供排序和督办；长期推进的空着。',
              '2022-12-31',
              optional,
            ),
          ],
          opens: ['完成时限', '截止日期'],
          children: [
            {
              kind: 'values',
              key: '内容',
              column: column('内容', 'prose', 48, '一条措施一行，前面不写序号。', '制定议事规则。', {
                head: '推进措施',
                aliases: ['措施', '工作措施', '措施内容'],
              }),
            },
          ],
        },
      },
    ],
  },
};
