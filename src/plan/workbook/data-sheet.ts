import { sheetRows } from '../../document/sheet-rows.ts';
import type {
  Cell,
  CellRange,
  CellValue,
  NumberFormat,
  Sheet,
  SheetRow,
  Validation,
} from '../../document/workbook.ts';
import { type Column, columnsOf, type TableDescription } from '../tables/description.ts';
import { exampleMark } from '../tables/read-table.ts';
import { tabulate } from '../tables/tabulate.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { serialOfDate } from './serial-of-date.ts';

/** Rows left to write on below the data, ruled and with their drop-downs. */
const spareRows = 12;

const formats: Readonly<Record<Column['kind'], NumberFormat>> = {
  line: 'text',
  name: 'text',
  prose: 'text',
  list: 'text',
  paragraphs: 'text',
  month: 'text',
  'whole-number': 'integer',
  year: 'integer',
  percent: 'percent',
  date: 'date',
  'yes-no': 'text',
};

/** Long texts stand at the left, what is short in the middle. */
const isLong = ({ kind, width }: Column): boolean =>
  kind === 'prose' || kind === 'paragraphs' || (width >= 16 && kind === 'line') || kind === 'list';

const blank: CellValue = { kind: 'blank' };
const text = (words: string): CellValue => (words === '' ? blank : { kind: 'text', text: words });

const cellOf = (column: Column, role: Cell['role'], value: CellValue): Cell => ({
  value,
  format: role === 'body' ? formats[column.kind] : 'text',
  role,
  align: role !== 'head' && isLong(column) ? 'left' : 'center',
  input: false,
});

/** A stored value as a cell holds it: numbers, shares and days as such, so that Excel can sort and count them. */
function storedValue({ kind }: Column, stored: unknown): CellValue {
  if (stored === null || stored === undefined) return blank;
  if (Array.isArray(stored)) return text(stored.join(kind === 'paragraphs' ? '\n' : '、'));
  if (typeof stored === 'number') return { kind: 'number', value: stored };
  const words = String(stored);
  if (kind === 'percent') return { kind: 'number', value: Number(words.replace('%', '')) / 100 };
  const serial = kind === 'date' ? serialOfDate(words) : null;
  return serial === null ? text(words) : { kind: 'number', value: serial };
}

/** The sheet of a table, with the plan's present data. */
export function dataSheet(plan: unknown, table: TableDescription, lists: ChoiceLists): Sheet {
  const columns = columnsOf(table);
  const { rows, spans } = tabulate(plan, table);
  const head: SheetRow = {
    cells: columns.map((column) => cellOf(column, 'head', text(column.head))),
    minimumLines: 1,
  };
  const example: SheetRow = {
    cells: columns.map((column, index) =>
      cellOf(column, 'example', text(`${index === 0 ? exampleMark : ''}${column.example ?? ''}`)),
    ),
    minimumLines: 1,
  };
  const body = rows.map(
    (row): SheetRow => ({
      cells: columns.map((column) => cellOf(column, 'body', storedValue(column, row.get(column)))),
      minimumLines: 1,
    }),
  );
  const spare = Array.from(
    { length: spareRows },
    (): SheetRow => ({
      cells: columns.map((column) => cellOf(column, 'body', blank)),
      minimumLines: 1,
    }),
  );
  const firstRow = 3;
  const lastRow = firstRow + rows.length + spareRows - 1;
  return {
    name: table.name,
    size: '五号',
    columns: columns.map(({ width }) => width),
    rows: sheetRows(columns.length, [head, example, ...body, ...spare]),
    merges: spans.map(({ column, first, last }) => {
      const position = columns.indexOf(column) + 1;
      return {
        firstRow: firstRow + first,
        lastRow: firstRow + last,
        firstColumn: position,
        lastColumn: position,
      };
    }),
    head: { first: 1, last: 1 },
    frozenColumns: 1,
    filter: null,
    validations: columns.flatMap((column, index) => {
      const range: CellRange = { firstRow, lastRow, firstColumn: index + 1, lastColumn: index + 1 };
      return validationOf(column, range, lists) ?? [];
    }),
    highlights: [],
    remarks: columns.map((column, index) => ({ row: 1, column: index + 1, text: remarkOf(column) })),
    protected: false,
    print: { orientation: 'landscape', margins: 'narrow' },
  };
}

const remarkOf = ({ head, note, required, example }: Column): string =>
  [
    `${head}（${required ? '必填' : '可以空着'}）`,
    note,
    ...(example === null ? [] : [`例：${example}`]),
  ].join('\n');

/** The drop-down of a column; null where anything may be written. */
function validationOf(column: Column, range: CellRange, lists: ChoiceLists): Validation | null {
  const { choices, head, note, kind } = column;
  if (choices === null) return null;
  const named = typeof choices === 'string' ? lists.rangeOf(choices) : null;
  if (typeof choices === 'string' && named === null) return null;
  const entry: Validation['entry'] =
    typeof choices === 'string'
      ? // Several units in a cell are none of the offered ones.
        { kind: 'offer', sheet: lists.sheet.name, range: named ?? range, strict: kind !== 'list' }
      : { kind: 'list', choices };
  return { range, entry, title: head.slice(0, 32), message: note.slice(0, 225) };
}
