import { cellsOf, cellsOfText } from './terminal-width.ts';

/** Cells of a line that are shown; longer lines are cut on both sides of the column. */
const windowCells = 88;
const ellipsis = '…';

/** The part of a line around a column, and how many cells stand before the column in it. */
function cut(characters: readonly string[], index: number): { shown: string; before: number } {
  let first = index;
  let last = index;
  let cells = cellsOf(characters[index] ?? ' ');
  // Grows to both sides in turn, so that what surrounds the place is seen.
  while (cells < windowCells && (first > 0 || last < characters.length - 1)) {
    if (first > 0) {
      first -= 1;
      cells += cellsOf(characters[first] ?? '');
    }
    if (last < characters.length - 1) {
      last += 1;
      cells += cellsOf(characters[last] ?? '');
    }
  }
  const head = first > 0 ? ellipsis : '';
  const tail = last < characters.length - 1 ? ellipsis : '';
  const before = head + characters.slice(first, index).join('');
  return { shown: head + characters.slice(first, last + 1).join('') + tail, before: cellsOfText(before) };
}

/**
 * The source line of a place with `^` under its column, as two lines; null where the source has no such line.
 * `line` and `column` count from 1, columns in characters.
 */
export function codeFrame(source: string, line: number, column: number): readonly string[] | null {
  const text = source.replace(/^\uFEFF/, '').split(/\r?\n/)[line - 1];
  if (text === undefined) return null;
  // One cell each: what a terminal would move its cursor for.
  const characters = [...text.replace(/\p{Cc}/gu, ' ')];
  const { shown, before } = cut(characters, Math.min(column - 1, characters.length));
  const number = String(line);
  return [`${number} │ ${shown}`, `${' '.repeat(number.length)} │ ${' '.repeat(before)}^`];
}
