import type { Place } from '../../diagnostics/place.ts';
import { phrase, type View } from '../wording.ts';
import type { Anchored, CellMaker } from './cells.ts';
import { type Column, itemsOf } from './columns.ts';
import { alignmentOf, placeOfContent, resultOf } from './data-cells.ts';
import type { FixedCellDefinition, FixedRowDefinition } from './definition.ts';
import { entryOf } from './entries.ts';
import {
  contentOf,
  type Filling,
  formatOf,
  formulaOf,
  inColumn,
  lineOf,
  numberFrom,
  type Scope,
  wordsIn,
} from './filling.ts';
import { blank, type CellLook, type Content } from './grid.ts';
import { groupReference, wholeReference } from './references.ts';
import { shareSpans } from './spans.ts';

/** A fixed row of the medium at hand; `item` is what it is repeated for, null where it is not. */
export interface FixedRow {
  readonly definition: FixedRowDefinition;
  /** Its index in its part of the definition. */
  readonly index: number;
  readonly item: View | null;
}

/** The rows of a part of the definition (`表头后`, `小计`…) that appear in the medium at hand. */
export function rowsFor(
  filling: Filling,
  part: string,
  rows: readonly FixedRowDefinition[],
): readonly FixedRow[] {
  const { loaded, medium } = filling;
  return rows.flatMap((definition, index): readonly FixedRow[] => {
    if (definition.medium !== null && definition.medium !== medium) return [];
    const repeated = { each: definition.each, eachChoice: null };
    const items = itemsOf(filling, repeated, (key) => loaded.placeOf(part, index, key));
    return items.map((item) => ({ definition, index, item }));
  });
}

/** What a fixed row is made with. */
export interface FixedRowSetting<Cell extends Anchored> {
  readonly filling: Filling;
  readonly columns: readonly Column[];
  readonly maker: CellMaker<Cell>;
  /** `表头前`, `表头后`, `小计`, `表尾`: for places. */
  readonly part: string;
  readonly scope: Scope;
  /** Columns that a merged cell from elsewhere covers in this row: they take no cell. */
  readonly covered: ReadonlySet<number>;
  /** The data cells a sum is about, by column. */
  readonly summed: (column: number) => readonly Cell[];
  /** Whether sums are about one group or all rows. */
  readonly sums: 'group' | 'all';
  readonly role: 'head' | 'body';
}

/** The cells of a fixed row, put into the free columns from the left. */
export function fixedCells<Cell extends Anchored>(
  setting: FixedRowSetting<Cell>,
  { definition: { cells, from }, index: rowIndex, item: rowItem }: FixedRow,
): readonly Cell[] {
  const { filling, columns, part, covered } = setting;
  const placeOf = (cell: number, key: string): Place =>
    filling.loaded.placeOf(part, rowIndex, '格', cell, key);
  const unfolded = cells.flatMap((definition, index) =>
    itemsOf(filling, definition, (key) => placeOf(index, key)).map((item) => ({ definition, index, item })),
  );
  const free = columns
    .map((_, column) => column)
    .filter((column) => column >= from - 1 && !covered.has(column));
  const spans = unfolded.map(({ definition: { span } }) => span);
  const widths = shareSpans(spans, free.length);
  if (widths === null) {
    const place = filling.loaded.placeOf(part, rowIndex);
    filling.findings.report('template/table', `「${part}」的这一行和表格的列数对不上`, place, {
      actual: `${spans.length} 格：${spans.join('、')}`,
      expected: `${free.length} 列`,
      hint: '改「跨列」，或者给一格写「跨列: 余下」',
    });
    return [];
  }
  let taken = 0;
  return unfolded.flatMap(({ definition, index, item }, at): readonly Cell[] => {
    const span = widths[at] ?? 0;
    const column = free[taken];
    taken += span;
    if (column === undefined || span === 0) return [];
    const scope = inColumn(inColumn(setting.scope, rowItem), item);
    return [fixedCell(setting, definition, column, span, scope, (key) => placeOf(index, key))];
  });
}

function fixedCell<Cell extends Anchored>(
  setting: FixedRowSetting<Cell>,
  definition: FixedCellDefinition,
  column: number,
  columnSpan: number,
  scope: Scope,
  placeOf: (key: string) => Place,
): Cell {
  const { filling, role, maker } = setting;
  const onPaper = filling.medium === '纸面';
  const content = fixedContent(setting, definition, column, scope, placeOf);
  const look: CellLook = {
    format: formatOf[definition.kind],
    align: alignmentOf(definition.align),
    vertical: 'middle',
    role: role === 'head' ? 'head' : definition.label ? 'label' : 'body',
    input: definition.input,
  };
  const entry =
    definition.entry === null || onPaper
      ? null
      : entryOf(filling, definition.entry, setting.columns[column]?.name ?? '', scope, placeOf('校验'));
  const place = placeOfContent(content) ?? placeOf('文字');
  return maker.make(column, columnSpan, 1, content, look, entry, place);
}

function fixedContent<Cell extends Anchored>(
  setting: FixedRowSetting<Cell>,
  { text, sum, formula, present, kind }: FixedCellDefinition,
  column: number,
  scope: Scope,
  placeOf: (key: string) => Place,
): Content {
  const { filling } = setting;
  if (sum !== null) return sumOf(setting, sum, column, placeOf('求和'));
  if (formula !== null && present !== null) {
    if (filling.medium === '纸面') return blank;
    return {
      kind: 'formula',
      formula: formulaOf(filling, formula, scope, placeOf('公式')),
      result: resultOf(contentOf(filling, kind, lineOf(filling, present, scope, placeOf('现值')))),
    };
  }
  if (text === null) return blank;
  const words = wordsIn(filling, text, scope, placeOf('文字'));
  // A figure among the words of a fixed row is a number for Excel too.
  if (words.kind === 'phrase' && kind === '文字' && text.includes('{{')) {
    const value = numberFrom('小数', words.text);
    if (value !== null && !words.text.endsWith('%')) return { kind: 'number', value, words };
  }
  return contentOf(filling, kind, words);
}

/** A sum: the number on paper, blank while there is nothing to sum; a formula in a workbook. */
function sumOf<Cell extends Anchored>(
  { filling, columns, maker, summed, sums }: FixedRowSetting<Cell>,
  name: string,
  at: number,
  place: Place,
): Content {
  const named = columns.flatMap((column, index) => (column.name === name ? [index] : []));
  const column = named.includes(at) ? at : named[0];
  const definition = columns[column ?? -1]?.definition;
  if (column === undefined || definition === undefined) {
    filling.findings.report('template/table', `求和的列「${name}」不在表格里`, place);
    return blank;
  }
  const cells = summed(column);
  const numbers = cells.flatMap((cell) => maker.numberOf(cell, definition) ?? []);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  if (filling.medium === '电子表格') {
    const reference = sums === 'group' ? groupReference(column) : wholeReference(column);
    const toFillIn = definition.input && cells.length > 0;
    return {
      kind: 'formula',
      // An untouched form shows no zeros.
      formula: toFillIn ? `IF(COUNT(${reference})=0,"",SUM(${reference}))` : `SUM(${reference})`,
      result: toFillIn && numbers.length === 0 ? '' : total,
    };
  }
  if (numbers.length === 0) return blank;
  return { kind: 'number', value: total, words: phrase(String(total), place) };
}
