/** Characters a terminal sets two cells wide: East Asian Wide and Fullwidth. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1B000}-\u{1B2FF}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Characters that take no cell of their own. */
const zero = /[\p{Mn}\p{Me}\u200B-\u200F\uFEFF]/u;

/** Cells of a character on a terminal: 2 for a Chinese one, 1 for a Western one, 0 for what combines. */
export function cellsOf(character: string): number {
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Cells of a text on a terminal. */
export const cellsOfText = (text: string): number =>
  [...text].reduce((cells, character) => cells + cellsOf(character), 0);
