import type { Place } from '../../diagnostics/place.ts';
import type { Alignment } from '../../document/table.ts';
import { Datum, type Phrase } from '../wording.ts';
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
  paragraphsOf,
  type Scope,
} from './filling.ts';
import { blank, type Content, type GridCell } from './grid.ts';
import type { RecordGroup } from './records.ts';

const alignments: Readonly<Record<ColumnDefinition['align'], Alignment>> = {
  居中: 'center',
  居左: 'left',
  居右: 'right',
  两端: 'justify',
};

/** How a definition's word for it is called in a document. */
export const alignmentOf = (align: ColumnDefinition['align']): Alignment => alignments[align];

/** The cells of a column in the rows of one record, each with the row it begins in, counted from the record's first. */
export function cellsOfRecord(
  filling: Filling,
  column: Column,
  index: number,
  { scope, rows }: RecordGroup,
): readonly { readonly row: number; readonly cell: GridCell }[] {
  const { definition } = column;
  const outer = definition.level === '外层';
  const counter = new Counter(filling, column, rows);
  const cell = (at: Scope, rowSpan: number): GridCell => {
    const inside = inColumn(at, column.item);
    const content = cellContent(filling, column, inside, counter);
    return {
      column: index,
      columnSpan: 1,
      rowSpan,
      content,
      format: formatOf[definition.kind],
      align: alignmentOf(definition.align),
      vertical: definition.vertical === '靠上' ? 'top' : 'middle',
      role: definition.label ? 'label' : 'body',
      input: definition.input,
      entry:
        definition.entry === null || filling.medium === '纸面'
          ? null
          : entryOf(filling, definition.entry, column.name, inside, column.placeOf('校验')),
      place: placeOfContent(content) ?? column.placeOf('表头'),
    };
  };
  if (outer && definition.merge !== '不合并') return [{ row: 0, cell: cell(scope, rows.length) }];
  return rows.map((row, offset) => {
    // A column of the record that is not merged says the same in every sub-row; only the running count goes on.
    const at = outer ? { ...scope, locals: { ...row.locals, ...scope.locals } } : row;
    return { row: offset, cell: cell(at, 1) };
  });
}

/** Where the words of a cell come from; null for an empty cell. */
export function placeOfContent(content: Content): Place | null {
  if (content.kind === 'words') return content.paragraphs[0]?.place ?? null;
  return content.kind === 'number' ? content.words.place : null;
}

/** Counts the items of a numbered column through the sub-rows of a record: `1.` `2.` … where there are several. */
class Counter {
  readonly #several: boolean;
  #count = 0;

  constructor(filling: Filling, { definition, placeOf }: Column, rows: readonly Scope[]) {
    const { numbered } = definition;
    const total =
      numbered === null
        ? 0
        : rows.reduce((sum, row) => sum + listAt(filling, numbered, row, placeOf('逐条')).length, 0);
    this.#several = total > 1;
  }

  number(phrase: Phrase): Phrase {
    this.#count += 1;
    return this.#several ? { ...phrase, text: `${this.#count}.${phrase.text}` } : phrase;
  }
}

function cellContent(filling: Filling, column: Column, scope: Scope, counter: Counter): Content {
  const { definition, placeOf } = column;
  const { value, paragraphs, numbered, downward, formula, present, kind } = definition;
  if (formula !== null && present !== null) {
    if (filling.medium === '纸面') return blank;
    return {
      kind: 'formula',
      formula: formulaOf(filling, formula, scope, placeOf('公式')),
      result: resultOf(contentOf(filling, kind, [lineOf(filling, present, scope, placeOf('现值'))])),
    };
  }
  if (numbered !== null) {
    const items = listAt(filling, numbered, scope, placeOf('逐条'));
    return {
      kind: 'words',
      paragraphs: items.map((item) => counter.number(itemPhrase(item, placeOf('逐条')))),
    };
  }
  if (paragraphs !== null) {
    const items = listAt(filling, paragraphs, scope, placeOf('逐段'));
    return { kind: 'words', paragraphs: items.map((item) => itemPhrase(item, placeOf('逐段'))) };
  }
  if (downward !== null) {
    const items = listAt(filling, `@列.${downward}`, scope, placeOf('逐行'));
    const item = items[Number(scope.locals.序号) - 1];
    if (item === undefined) return blank;
    if (value === null) return contentOf(filling, kind, [itemPhrase(item, placeOf('逐行'))]);
    const about: Scope = { ...scope, context: asView(item) };
    return contentOf(filling, kind, paragraphsOf(filling, value, about, placeOf('值')));
  }
  return value === null
    ? blank
    : contentOf(filling, kind, paragraphsOf(filling, value, scope, placeOf('值')));
}

/** What a formula shows for now. */
export function resultOf(content: Content): string | number {
  if (content.kind === 'number') return content.value;
  return content.kind === 'words' ? (content.paragraphs[0]?.text ?? '') : content.result;
}

/** An item of a list of texts as it stands. */
function itemPhrase(item: unknown, place: Place): Phrase {
  return item instanceof Datum ? { text: item.text, place: item.place } : { text: String(item), place };
}
