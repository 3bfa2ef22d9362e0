/** Row and column, both from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Reads `C17`; null for anything else. */
export function parseCellReference(reference: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Reads `A2:A5`; null for anything else. */
export function parseRangeReference(
  reference: string,
): { readonly first: CellPosition; readonly last: CellPosition } | null {
  const [from = '', to = from] = reference.split(':');
  const first = parseCellReference(from);
  const last = parseCellReference(to);
  return first === null || last === null ? null : { first, last };
}
