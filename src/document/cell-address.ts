import type { CellRange } from './workbook.ts';

/** Letters of a column counted from 1: A … Z, AA …. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** `B3:D8`; `B3` for a single cell. */
export function rangeAddress({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  const first = `${columnLetters(firstColumn)}${firstRow}`;
  const last = `${columnLetters(lastColumn)}${lastRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** `$B$3:$D$8`. */
export const absoluteRange = ({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string =>
  `$${columnLetters(firstColumn)}$${firstRow}:$${columnLetters(lastColumn)}$${lastRow}`;
