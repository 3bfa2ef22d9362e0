import * as z from 'zod';
import { named } from '../../plan/named.ts';
import { line, yesNo } from '../../plan/scalars.ts';

/** Words of a cell: Handlebars, one paragraph a line. */
const words = z.string();

/** Where a list is in the data: `年度任务.重点任务`; from the root of the data when it begins with `@根.`. */
const path = line;

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** Excel's own limit for the choices of a drop-down, commas included. */
const longestChoices = 255;

const entry = named({
  choices: [
    '选项',
    optional(
      z
        .array(line.refine((choice) => !/[,"]/.test(choice), '选项里不能有英文逗号和引号'))
        .min(1)
        .refine(
          (choices) => choices.join(',').length <= longestChoices,
          '选项加起来太长，Excel 只容得下255个字',
        ),
    ),
  ],
  minimum: ['最小', optional(words)],
  maximum: ['最大', optional(words)],
  from: ['起', optional(words)],
  to: ['止', optional(words)],
  message: ['提示', words],
}).refine(
  ({ choices, minimum, maximum, from, to }) =>
    [choices !== null, minimum !== null && maximum !== null, from !== null && to !== null].filter(Boolean)
      .length === 1,
  '校验要写「选项」，或者「最小」和「最大」，或者「起」和「止」，只能写一种',
);

const formula = {
  /** Without `=`; `[@列]` is the cell of this row, `[列]` the column, `[表名!列]` a column of another sheet. */
  formula: ['公式', optional(line)],
  /** What the formula gives while nothing has been filled in. */
  present: ['现值', optional(words)],
} as const;

const needsPresent = ({ formula, present }: { formula: string | null; present: string | null }): boolean =>
  (formula === null) === (present === null);

const align = z.enum(['居中', '居左', '居右', '两端']);

/** Where a column or row appears: on paper, in the workbook; null for both. */
const medium = z.enum(['纸面', '电子表格']);

const kind = z.enum(['文字', '整数', '小数', '百分比', '日期']);

const column = named({
  head: ['表头', words],
  /** Name by which formulas and sums refer to it; the head where null. */
  name: ['名', optional(line)],
  /** A head above this one, shared with the neighbours that have the same. */
  headAbove: ['组头', optional(words)],
  width: ['宽', z.number().positive()],
  /** One column for each item of a list; `@列` is the item. */
  each: ['每', optional(path)],
  /** One column for each choice of a column elsewhere, as `任务台账.状态`; `@列` has 名称 and 首. */
  eachChoice: ['每个选项', optional(z.string().regex(/^[^.]+\.[^.]+$/, '要写成“表名.列名”'))],
  level: ['层', z.enum(['外层', '展开']).default('外层')],
  value: ['值', optional(words)],
  /** Items of a list, one paragraph each. */
  paragraphs: ['逐段', optional(path)],
  /** The same, counted `1.` where the outer record has several. */
  numbered: ['逐条', optional(path)],
  /** Items of a list of `@列`, one row each, from the first row down. */
  downward: ['逐行', optional(path)],
  ...formula,
  merge: ['合并', z.enum(['同值', '整列', '不合并']).nullable().default(null)],
  align: ['对齐', align.default('居中')],
  vertical: ['竖向', z.enum(['居中', '靠上']).default('居中')],
  label: ['标签', yesNo.default(false)],
  kind: ['类型', kind.default('文字')],
  medium: ['用于', optional(medium)],
  input: ['填写', yesNo.default(false)],
  entry: ['校验', optional(entry)],
})
  .refine(
    ({ value, paragraphs, numbered, formula: calculated, downward }) =>
      [value !== null && downward === null, paragraphs, numbered, calculated, downward].filter(Boolean)
        .length <= 1,
    '「值」「逐段」「逐条」「公式」只能写一种（「逐行」可以和「值」同用）',
  )
  .refine(needsPresent, '「公式」和「现值」要一起写')
  .refine(({ each, eachChoice }) => each === null || eachChoice === null, '「每」和「每个选项」只能写一种')
  .refine(
    ({ each, eachChoice, downward }) => downward === null || each !== null || eachChoice !== null,
    '「逐行」要和「每」同用',
  );

const fixedCell = named({
  text: ['文字', optional(words)],
  /** Name of the column that is summed: in a subtotal over its group, elsewhere over all rows. */
  sum: ['求和', optional(line)],
  ...formula,
  /** Columns it covers; 余下 takes what the others leave. */
  span: ['跨列', z.union([z.int().positive(), z.literal('余下')], '要写整数或「余下」').default(1)],
  /** One cell for each item of a list: `@列` is the item, a plain text its 内容. */
  each: ['每', optional(path)],
  eachChoice: ['每个选项', optional(line)],
  align: ['对齐', align.default('居中')],
  label: ['标签', yesNo.default(false)],
  kind: ['类型', kind.default('文字')],
  input: ['填写', yesNo.default(false)],
  entry: ['校验', optional(entry)],
})
  .refine(
    ({ text, sum, formula: calculated }) => [text, sum, calculated].filter((way) => way !== null).length <= 1,
    '「文字」「求和」「公式」只能写一种',
  )
  .refine(needsPresent, '「公式」和「现值」要一起写');

const fixedRow = named({
  cells: ['格', z.array(fixedCell).min(1)],
  /** First column it begins in, from 1; merged cells of the columns before reach over it. */
  from: ['起列', z.int().positive().default(1)],
  minimumLines: ['行高', z.number().positive().default(1)],
  medium: ['用于', optional(medium)],
  /** One row for each item of a list: `@列` is the item. */
  each: ['每', optional(path)],
});

const highlight = named({
  /** Column that is coloured; the whole row where null. */
  column: ['列', optional(line)],
  condition: ['条件', line],
  look: ['颜色', z.enum(['绿', '黄', '红'])],
});

const sheet = named({
  name: ['表名', line.regex(/^[^[\]:*?/\\']+$/, "表名里不能有 [ ] : * ? / \\ '").max(31, '表名最多31个字')],
  /** Null where the sheet is an attachment, which has its own title. */
  title: ['标题', optional(words)],
  subtitle: ['副题', optional(words)],
  orientation: ['版式', z.enum(['竖排', '横排']).default('竖排')],
  margins: ['页边', z.enum(['公文', '窄']).default('窄')],
  frozenColumns: ['冻结列', z.int().nonnegative().default(0)],
  filter: ['筛选', yesNo.default(false)],
  protected: ['保护', yesNo.default(false)],
  notes: ['注', z.array(words).default([])],
  highlights: ['突出', z.array(highlight).default([])],
  /** Names of the tables that follow as further sheets. */
  further: ['附表', z.array(line).default([])],
});

/** 表格定义: what one file under `templates/表格` says; Word, PDF and Excel are made from it. */
export const definitionSchema = named({
  size: ['字号', z.enum(['小四', '五号', '六号']).default('小四')],
  /** The list whose items are the rows; null where columns run downward, or all rows are fixed. */
  rows: ['行', optional(path)],
  /** Only items in which this is neither missing nor null. */
  only: ['只取', optional(line)],
  /** A list inside each item: one-to-many; cells of the outer columns span its rows. */
  expand: ['展开', optional(path)],
  minimumLines: ['行高', z.number().positive().default(1)],
  columns: ['列', z.array(column).min(1)],
  aboveHead: ['表头前', z.array(fixedRow).default([])],
  belowHead: ['表头后', z.array(fixedRow).default([])],
  subtotal: ['小计', z.array(fixedRow).default([])],
  foot: ['表尾', z.array(fixedRow).default([])],
  sheet: ['电子表格', optional(sheet)],
}).refine(({ expand, columns }) => expand !== null || columns.every(({ level }) => level === '外层'), {
  message: '有的列写了「层: 展开」，但没有写「展开」',
});

/** A table definition, checked. */
export type TableDefinition = z.output<typeof definitionSchema>;
export type ColumnDefinition = TableDefinition['columns'][number];
export type FixedRowDefinition = TableDefinition['foot'][number];
export type FixedCellDefinition = FixedRowDefinition['cells'][number];
export type SheetDefinition = NonNullable<TableDefinition['sheet']>;
export type EntryDefinition = NonNullable<ColumnDefinition['entry']>;
export type Medium = z.output<typeof medium>;
