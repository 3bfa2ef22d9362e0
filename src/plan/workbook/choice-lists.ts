import { sheetRows } from '../../document/sheet-rows.ts';
import type { Cell, CellRange, Sheet } from '../../document/workbook.ts';
import { choiceSheet } from '../loading/data-files.ts';
import type { Plan } from '../schema.ts';

type ListName = 'units' | 'fields' | 'years';

/** The sheet whose columns drop-downs offer. */
export interface ChoiceLists {
  readonly sheet: Sheet;
  /** Where the choices of a list stand; null where it has none. */
  readonly rangeOf: (list: ListName) => CellRange | null;
}

const heads: Readonly<Record<ListName, string>> = { units: '责任单位', fields: '工作领域', years: '年度' };
const names: readonly ListName[] = ['units', 'fields', 'years'];

/** Words or numbers of the plan that drop-downs offer. */
export function choiceLists(plan: Plan): ChoiceLists {
  const { firstYear, lastYear } = plan.scheme;
  const lists: Readonly<Record<ListName, readonly (string | number)[]>> = {
    units: plan.units.map(({ name }) => name),
    fields: plan.fields.map(({ name }) => name),
    years: Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index),
  };
  const cell = (value: string | number | undefined, role: Cell['role']): Cell => ({
    value:
      value === undefined
        ? { kind: 'blank' }
        : typeof value === 'number'
          ? { kind: 'number', value }
          : { kind: 'text', text: value },
    format: typeof value === 'number' ? 'integer' : 'text',
    role,
    align: 'center',
    input: false,
  });
  const longest = Math.max(...names.map((name) => lists[name].length));
  const rows = Array.from({ length: longest }, (_, index) =>
    names.map((name) => cell(lists[name][index], 'body')),
  );
  return {
    sheet: {
      name: choiceSheet,
      size: '五号',
      columns: [16, 16, 10],
      rows: sheetRows(
        names.length,
        [names.map((name) => cell(heads[name], 'head')), ...rows].map((cells) => ({
          cells,
          minimumLines: 1,
        })),
      ),
      merges: [],
      head: { first: 1, last: 1 },
      frozenColumns: 0,
      filter: null,
      validations: [],
      highlights: [],
      remarks: [
        {
          row: 1,
          column: 1,
          text: '各表下拉框里的选项，由程序写出，读数据时不读这一页。名册以《责任单位》《工作任务》为准。',
        },
      ],
      protected: false,
      print: { orientation: 'portrait', margins: 'narrow' },
    },
    rangeOf: (list) =>
      lists[list].length === 0
        ? null
        : {
            firstRow: 2,
            lastRow: lists[list].length + 1,
            firstColumn: names.indexOf(list) + 1,
            lastColumn: names.indexOf(list) + 1,
          },
  };
}
