import type { Place } from '../../diagnostics/place.ts';
import type { Alignment } from '../../document/table.ts';
import { Datum, type Phrase, phrase } from '../wording.ts';
import type { Anchored, CellMaker } from './cells.ts';
import type { ColumnCells } from './column-cells.ts';
import type { Column } from './columns.ts';
import type { ColumnDefinition } from './definition.ts';
import { entryOf } from './entries.ts';
import {
  asView,
  contentOf,
  type Filling,
  formatOf,
  formulaOf,
  inColumn,
  lineOf,
  listAt,
  type Scope,
  wordsMaker,
} from './filling.ts';
import { blank, type CellLook, type Content, type GridEntry, wordsFrom } from './grid.ts';
import type { RecordGroup } from './records.ts';

const alignments: Readonly<Record<ColumnDefinition['align'], Alignment>> = {
  居中: 'center',
  居左: 'left',
  居右: 'right',
  两端: 'justify',
};

/** How a definition's word for it is called in a document. */
export const alignmentOf = (align: ColumnDefinition['align']): Alignment => alignments[align];

/** The rows of the body in which a record and the one before it begin. */
export interface RecordRows {
  readonly first: number;
  readonly before: number;
}

/** Adds the cells of a column in the rows of one record. */
export type ColumnFiller<Cell> = (record: RecordGroup, rows: RecordRows, cells: ColumnCells<Cell>) => void;

/** Prepares a column to be filled in, record by record. */
export function columnFiller<Cell extends Anchored>(
  filling: Filling,
  column: Column,
  index: number,
  maker: CellMaker<Cell>,
): ColumnFiller<Cell> {
  const { definition } = column;
  const look: CellLook = {
    format: formatOf[definition.kind],
    align: alignmentOf(definition.align),
    vertical: definition.vertical === '靠上' ? 'top' : 'middle',
    role: definition.label ? 'label' : 'body',
    input: definition.input,
  };
  const contentAt = contentMaker(filling, column);
  const entryAt = entryMaker(filling, column);
  const headPlace = column.placeOf('表头');
  const cell = (at: Scope, rowSpan: number, counter: Counter): Cell => {
    const inside = inColumn(at, column.item);
    const content = contentAt(inside, counter);
    const place = placeOfContent(content) ?? headPlace;
    return maker.make(index, 1, rowSpan, content, look, entryAt(inside), place);
  };
  const outer = definition.level === '外层';
  return ({ scope, rows }, { first, before }, cells) => {
    const counter = counterOf(filling, column, rows);
    if (outer && definition.merge !== '不合并') {
      addCell(cells, first, before, cell(scope, rows.length, counter), maker);
      return;
    }
    for (let offset = 0; offset < rows.length; offset++) {
      const row = rows[offset] as Scope;
      // A column of the record that is not merged says the same in every sub-row; only the running count goes on.
      const at = outer && row !== scope ? { ...scope, locals: { ...row.locals, ...scope.locals } } : row;
      addCell(cells, first + offset, before + offset, cell(at, 1, counter), maker);
    }
  };
}

/** What the row above or the record before says in the same place stands there once. */
function addCell<Cell extends Anchored>(
  cells: ColumnCells<Cell>,
  row: number,
  before: number,
  cell: Cell,
  maker: CellMaker<Cell>,
): void {
  const above = cells.at(row - 1);
  let known = above !== undefined && maker.isAlike(above, cell) ? above : cell;
  if (known === cell && before !== row - 1) {
    const earlier = cells.at(before);
    if (earlier !== undefined && maker.isAlike(earlier, cell)) known = earlier;
  }
  cells.put(row, known);
}

function entryMaker(
  filling: Filling,
  { definition, name, placeOf }: Column,
): (scope: Scope) => GridEntry | null {
  const { entry } = definition;
  if (entry === null || filling.medium === '纸面') return () => null;
  const place = placeOf('校验');
  return (scope) => entryOf(filling, entry, name, scope, place);
}

/** Where the words of a cell come from; null for an empty cell. */
export function placeOfContent(content: Content): Place | null {
  switch (content.kind) {
    case 'phrase':
      return content.place;
    case 'paragraphs':
      return content.paragraphs[0]?.place ?? null;
    case 'number':
      return content.words.place;
    case 'formula':
      return null;
  }
}

/** Numbers the items of a numbered column through the sub-rows of a record. */
type Counter = (phrase: Phrase) => Phrase;

const unnumbered: Counter = (phrase) => phrase;

/** `1.` `2.` … where a record has several items. */
function counterOf(filling: Filling, { definition, placeOf }: Column, rows: readonly Scope[]): Counter {
  const { numbered } = definition;
  if (numbered === null) return unnumbered;
  const items = rows.map((row) => listAt(filling, numbered, row, placeOf('逐条')).length);
  if (items.reduce((sum, length) => sum + length, 0) < 2) return unnumbered;
  let count = 0;
  return (phrase) => {
    count += 1;
    return { ...phrase, text: `${count}.${phrase.text}` };
  };
}

/** What stands in the cells of a column, as its definition says. */
function contentMaker(filling: Filling, column: Column): (scope: Scope, counter: Counter) => Content {
  const { definition, placeOf } = column;
  const { value, paragraphs, numbered, downward, formula, present, kind } = definition;
  if (formula !== null && present !== null) {
    if (filling.medium === '纸面') return () => blank;
    return (scope) => ({
      kind: 'formula',
      formula: formulaOf(filling, formula, scope, placeOf('公式')),
      result: resultOf(contentOf(filling, kind, lineOf(filling, present, scope, placeOf('现值')))),
    });
  }
  const listed = numbered ?? paragraphs;
  if (listed !== null) {
    const place = placeOf(numbered === null ? '逐段' : '逐条');
    return (scope, counter) =>
      wordsFrom(listAt(filling, listed, scope, place).map((item) => counter(itemPhrase(item, place))));
  }
  const words = value === null ? null : wordsMaker(filling, value, placeOf('值'));
  if (downward !== null) {
    const place = placeOf('逐行');
    return (scope) => {
      const items = listAt(filling, `@列.${downward}`, scope, place);
      const item = items[Number(scope.locals.序号) - 1];
      if (item === undefined) return blank;
      const here = words === null ? itemPhrase(item, place) : words({ ...scope, context: asView(item) });
      return contentOf(filling, kind, here);
    };
  }
  return words === null ? () => blank : (scope) => contentOf(filling, kind, words(scope));
}

/** What a formula shows for now. */
export function resultOf(content: Content): string | number {
  switch (content.kind) {
    case 'phrase':
      return content.text;
    case 'paragraphs':
      return content.paragraphs[0]?.text ?? '';
    case 'number':
      return content.value;
    case 'formula':
      return content.result;
  }
}

/** An item of a list of texts as it stands. */
function itemPhrase(item: unknown, place: Place): Phrase {
  return item instanceof Datum ? phrase(item.text, item.place) : phrase(String(item), place);
}
