import { sheetRows } from '../../document/sheet-rows.ts';
import type { Cell, Sheet, SheetRow } from '../../document/workbook.ts';
import { instructionSheet } from '../loading/data-files.ts';
import type { TableDescription } from '../tables/description.ts';

const lines: readonly string[] = [
  '一、每张工作表是一张表，表名和表头的名称不要改；列的先后可以调换，表头上面可以加标题行，自己用的列、自己用的表可以留着（不读）。',
  '二、灰底的一行是示例，不读；不需要时整行删去。把鼠标放在表头上，可以看到这一列怎么填。',
  '三、占几行的一项（如一项任务有几条措施），左边各列可以合并单元格，也可以只写第一行、下面空着。',
  '四、几个单位之间用顿号隔开；日期写成 2022-12-31 或用 Excel 的日期；月份写成 2022-04；比例写成 30%。全角数字、逗号分号、年月日写法都认得，读的时候会说明。',
  '五、整数、年度、比例、日期之外的格都是文本格式，写什么就是什么，不会变成日期或公式。',
  '六、保存后运行 npm run build:docs。有错误时会指明哪一格，如“数据.xlsx[村居]!B3”，现在是什么、应当是什么，并且不写出任何文件。',
  '七、同一张表只能放在一个地方：用了这里的表，就要从 YAML 文件里删去相应的项；不用的工作表整张删去。',
];

const cell = (words: string, role: Cell['role'], align: Cell['align'] = 'left'): Cell => ({
  value: words === '' ? { kind: 'blank' } : { kind: 'text', text: words },
  format: 'text',
  role,
  align,
  input: false,
});

/** The first sheet: what the workbook is, how it is filled in, what each table is about. */
export function instructions(planTitle: string, tables: readonly TableDescription[]): Sheet {
  const across = (words: string, role: Cell['role'], align: Cell['align']): SheetRow => ({
    cells: [cell(words, role, align), cell('', role)],
    minimumLines: 1,
  });
  const above = [across('数据工作簿', 'title', 'center'), across(planTitle, 'subtitle', 'center')];
  const how = lines.map((line) => across(line, 'subtitle', 'left'));
  const head: SheetRow = {
    cells: [cell('工作表', 'head', 'center'), cell('内容', 'head', 'center')],
    minimumLines: 1,
  };
  const about = tables.map(
    (table): SheetRow => ({
      cells: [cell(table.name, 'label', 'center'), cell(table.about, 'body')],
      minimumLines: 1,
    }),
  );
  const lead = above.length + how.length;
  return {
    name: instructionSheet,
    size: '五号',
    columns: [14, 66],
    rows: sheetRows(2, [...above, ...how, head, ...about]),
    merges: Array.from({ length: lead }, (_, index) => ({
      firstRow: index + 1,
      lastRow: index + 1,
      firstColumn: 1,
      lastColumn: 2,
    })),
    head: null,
    frozenColumns: 0,
    filter: null,
    validations: [],
    highlights: [],
    remarks: [],
    protected: false,
    print: { orientation: 'landscape', margins: 'narrow' },
  };
}
