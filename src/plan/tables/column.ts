import type { CellKind, Column, Level } from './description.ts';

type Rest = Partial<Omit<Column, 'key' | 'head' | 'kind' | 'note' | 'example' | 'width'>>;

/** A column that must be filled in, its head the key unless `rest` says otherwise. */
export const column = (
  key: string,
  kind: CellKind,
  width: number,
  note: string,
  example: string | null,
  rest: Rest & { readonly head?: string } = {},
): Column => ({
  key,
  head: key,
  kind,
  width,
  note,
  example,
  aliases: [],
  required: true,
  carries: false,
  choices: null,
  ...rest,
});

/** For columns that may stay blank. */
export const optional = { required: false } as const;
/** Items of one row each. */
export const flat = (...columns: readonly Column[]): Level => ({ columns, opens: [], children: [] });
