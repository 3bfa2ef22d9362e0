/** What a cell of a column holds, and so what spellings are understood. */
export type CellKind =
  | 'line'
  /** A person's name: blanks between its characters are set for looks and mean nothing. */
  | 'name'
  | 'prose'
  | 'whole-number'
  | 'year'
  | 'percent'
  | 'date'
  | 'month'
  | 'yes-no'
  /** Several short texts, parted by 、. */
  | 'list'
  /** Several paragraphs, one a line of the cell. */
  | 'paragraphs';

/** What a clerk may choose from: values of the plan, or words. */
export type Choices = 'units' | 'fields' | 'years' | readonly string[];

/** A column: a key of the stored data as a clerk sees it in a spreadsheet. */
export interface Column {
  /** Key of the value in the stored data. */
  readonly key: string;
  readonly head: string;
  /** Other heads that mean the same. */
  readonly aliases: readonly string[];
  readonly kind: CellKind;
  /** Whether every item must have it; a required cell left blank is null in the data. */
  readonly required: boolean;
  /** Whether a blank cell means what stands above it. */
  readonly carries: boolean;
  /** What is written here and how; shown as the note on the head. */
  readonly note: string;
  /** An entry as it may look; null where the column stays blank in the example row. */
  readonly example: string | null;
  /** Width in Chinese characters. */
  readonly width: number;
  /** null where anything may be written. */
  readonly choices: Choices | null;
}

/** Items of one kind; each has the columns' values and may hold lists of its own. */
export interface Level {
  readonly columns: readonly Column[];
  /** Keys that tell one item from the next where an item takes several rows; without children every row is one. */
  readonly opens: readonly string[];
  readonly children: readonly Child[];
}

/** A list inside an item: items of its own, or single values, one a row. */
export type Child =
  | { readonly kind: 'items'; readonly key: string; readonly level: Level }
  | { readonly kind: 'values'; readonly key: string; readonly column: Column };

/** A table of a plan: how a list of the stored data stands in rows and columns. */
export interface TableDescription {
  /** Name of its sheet, and of its CSV file. */
  readonly name: string;
  /** Other names that mean the same. */
  readonly aliases: readonly string[];
  /** What the table is, for the sheet of instructions. */
  readonly about: string;
  /** Keys down to the list in the stored data. */
  readonly path: readonly [string, ...string[]];
  /** Columns whose one value belongs to the map the list stands in. */
  readonly common: readonly Column[];
  readonly level: Level;
}

/** The columns of a level and of all below it, in their order on the sheet. */
export function columnsBelow({ columns, children }: Level): readonly Column[] {
  return [
    ...columns,
    ...children.flatMap((child) => (child.kind === 'values' ? [child.column] : columnsBelow(child.level))),
  ];
}

/** All columns of a table. */
export const columnsOf = ({ common, level }: TableDescription): readonly Column[] => [
  ...common,
  ...columnsBelow(level),
];
