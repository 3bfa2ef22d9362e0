import type { Place } from '../../diagnostics/place.ts';
import type { CalendarDate } from '../../document/calendar-date.ts';
import type { Alignment } from '../../document/table.ts';
import type { Entry, NumberFormat } from '../../document/workbook.ts';
import type { Phrase } from '../wording.ts';
import type { Anchored, CellMaker } from './cells.ts';
import type { SheetDefinition, TableDefinition } from './definition.ts';

/** A table with its data filled in, its cells made as its medium has them. Rows and columns count from 0. */
export interface Grid<Cell extends Anchored = GridCell> {
  readonly name: string;
  readonly size: TableDefinition['size'];
  readonly columns: readonly GridColumn[];
  readonly head: readonly GridRow<Cell>[];
  readonly body: GridRows<Cell>;
  readonly sheet: SheetDefinition | null;
  readonly place: Place;
}

/** A column after dynamic columns were unfolded; several may share one name. */
export interface GridColumn {
  /** What sums and formulas call it. */
  readonly name: string;
  readonly width: number;
}

/** Rows one by one, as often as they are asked for; of a long list only the row at hand is held whole. */
export interface GridRows<Cell extends Anchored = GridCell> extends Iterable<GridRow<Cell>> {
  readonly length: number;
}

/** A row with the cells that begin in it. */
export interface GridRow<Cell extends Anchored = GridCell> {
  /** `data` rows hold the data: what formulas mean by a column. */
  readonly kind: 'head' | 'data' | 'fixed';
  readonly cells: readonly Cell[];
  readonly minimumLines: number;
  /** First and last row of the body that a subtotal in this row is about; null elsewhere. */
  readonly group: RowRun | null;
}

/** Rows of the body from `first` to `last`. */
export interface RowRun {
  readonly first: number;
  readonly last: number;
}

/** A cell of a sheet. */
export interface GridCell extends Anchored {
  readonly content: Content;
  readonly look: CellLook;
  readonly entry: GridEntry | null;
  readonly place: Place;
}

/** What the cells of a column have in common, one object for all of them. */
export interface CellLook {
  readonly format: NumberFormat;
  readonly align: Alignment;
  readonly vertical: 'top' | 'middle';
  readonly role: 'head' | 'label' | 'body';
  /** To be filled in. */
  readonly input: boolean;
}

/** Words of a cell: those of its only paragraph, or several; none in a cell to be filled in. */
export type Words = Phrase | { readonly kind: 'paragraphs'; readonly paragraphs: readonly Phrase[] };

/** What a cell holds. */
export type Content =
  | Words
  /** `words` is the number as it stands on paper. */
  | { readonly kind: 'number'; readonly value: number; readonly words: Phrase }
  /** Only in workbooks. References stand in brackets still. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number };

/** What may be entered into a cell of a workbook. */
export interface GridEntry {
  readonly entry: Entry;
  readonly title: string;
  readonly message: string;
}

export const blank: Words = { kind: 'paragraphs', paragraphs: [] };

/** Paragraphs as the words of a cell. */
export function wordsFrom(paragraphs: readonly Phrase[]): Words {
  const [first] = paragraphs;
  if (first === undefined) return blank;
  return paragraphs.length === 1 ? first : { kind: 'paragraphs', paragraphs };
}

/** The words of a cell, paragraphs on lines of their own. */
export function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'phrase':
      return content.text;
    case 'paragraphs':
      return content.paragraphs.map(({ text }) => text).join('\n');
    case 'number':
      return content.words.text;
    case 'formula':
      return String(content.result);
  }
}

/** Whether two cells are the same in everything but their row. */
function isAlike(one: GridCell, other: GridCell): boolean {
  return (
    one.column === other.column &&
    one.columnSpan === other.columnSpan &&
    one.rowSpan === other.rowSpan &&
    one.look === other.look &&
    one.place === other.place &&
    hasSameContent(one.content, other.content) &&
    isSameEntry(one.entry, other.entry)
  );
}

const isSamePhrase = (one: Phrase | undefined, other: Phrase | undefined): boolean =>
  one !== undefined && one.text === other?.text && one.place === other.place;

function hasSameContent(one: Content, other: Content): boolean {
  switch (one.kind) {
    case 'phrase':
      return other.kind === 'phrase' && isSamePhrase(one, other);
    case 'paragraphs':
      if (other.kind !== 'paragraphs' || one.paragraphs.length !== other.paragraphs.length) return false;
      for (let index = 0; index < one.paragraphs.length; index++)
        if (!isSamePhrase(one.paragraphs[index], other.paragraphs[index])) return false;
      return true;
    case 'number':
      return other.kind === 'number' && one.value === other.value && isSamePhrase(one.words, other.words);
    case 'formula':
      return other.kind === 'formula' && one.formula === other.formula && one.result === other.result;
  }
}

/** Whether the same may be entered, with the same words about it. */
export const isSameEntry = (one: GridEntry | null, other: GridEntry | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.title === other.title &&
    one.message === other.message &&
    allowsTheSame(one.entry, other.entry));

/** Every cell that is to be filled in asks this of the one above. */
function allowsTheSame(one: Entry, other: Entry): boolean {
  switch (one.kind) {
    case 'list':
      return (
        other.kind === 'list' &&
        (one.choices === other.choices || one.choices.join() === other.choices.join())
      );
    case 'offer':
      return other.kind === 'offer' && JSON.stringify(one) === JSON.stringify(other);
    case 'decimal':
      return other.kind === 'decimal' && one.minimum === other.minimum && one.maximum === other.maximum;
    case 'date':
      return other.kind === 'date' && isSameDay(one.from, other.from) && isSameDay(one.to, other.to);
  }
}

const isSameDay = (one: CalendarDate, other: CalendarDate): boolean =>
  one.year === other.year && one.month === other.month && one.day === other.day;

/** The number a cell holds; null where it holds none. */
function numberOf(content: Content): number | null {
  if (content.kind === 'number') return content.value;
  return content.kind === 'formula' && typeof content.result === 'number' ? content.result : null;
}

const gridCell: CellMaker<GridCell>['make'] = (
  column,
  columnSpan,
  rowSpan,
  content,
  look,
  entry,
  place,
): GridCell => ({ column, columnSpan, rowSpan, content, look, entry, place });

/** Cells of sheets. */
export const sheetCells: CellMaker<GridCell> = {
  make: gridCell,
  reaching: ({ column, content, look, entry, place }, columnSpan, rowSpan) =>
    gridCell(column, columnSpan, rowSpan, content, look, entry, place),
  isAlike,
  wordsOf: ({ content }) => wordsOf(content),
  numberOf: ({ content }) => numberOf(content),
};

/** Excel's number of a day: days since 1899-12-30. */
export function daySerial({ year, month, day }: CalendarDate): number {
  const millisecondsPerDay = 86_400_000;
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / millisecondsPerDay;
}
