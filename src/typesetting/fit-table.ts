import type { LineFitting, PartFitting } from '../document/fitting.ts';
import type { Inline } from '../document/inline.ts';
import type { Table, TableCell } from '../document/table.ts';
import { scriptGap } from '../format/spacing.ts';
import { columnEdges } from '../format/table-geometry.ts';
import { tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { latest } from '../keeping/latest.ts';
import { fitLastLine } from './fit-last-line.ts';
import type { Typecase } from './glyph.ts';
import { runStyle } from './set-table.ts';

/** What was decided of the words of cells of one look: forms of many villages have the same words. */
type Decided = Map<string, LineFitting>;

const decided = new WeakMap<Typecase, Map<string, Decided>>();

/** Words kept for one look at most; then the memory is begun afresh. */
const mostWords = 4096;

function decidedFor(typecase: Typecase, look: string): Decided {
  let looks = decided.get(typecase);
  if (looks === undefined) {
    looks = new Map();
    decided.set(typecase, looks);
  }
  let words = looks.get(look);
  if (words === undefined || words.size > mostWords) {
    words = new Map();
    looks.set(look, words);
  }
  return words;
}

/** The words of a paragraph that is one text, as most are; null for others. */
const onlyText = (inlines: readonly Inline[]): string | null =>
  inlines.length === 1 && inlines[0]?.kind === 'text' ? inlines[0].text : null;

/** Whether a paragraph is made of words alone: names that are spread and blanks have widths of their own. */
export const isPlain = (inlines: readonly Inline[]): boolean =>
  inlines.every(({ kind }) => kind !== 'spread' && kind !== 'blank');

/** Paragraphs of a table's cells whose last line would be a single character. */
export const fitTable = latest(fitCells);

function fitCells(table: Table, width: Points, typecase: Typecase): readonly PartFitting[] {
  const edges = columnEdges(
    table.columns.map((column) => column.width),
    width,
  );
  const { size, paddingAcross } = tableStyles[table.size];
  /** What was decided for cells like the last one of each column: most look like the one above. */
  const looks: { readonly like: TableCell; readonly room: Points; readonly known: Decided }[] = [];
  const knownFor = (cell: TableCell, room: Points): Decided => {
    const above = looks[cell.column];
    if (above?.like.role === cell.role && above.like.align === cell.align && above.room === room)
      return above.known;
    const known = decidedFor(typecase, `${runStyle(cell.role, size).role} ${size} ${cell.align} ${room}`);
    looks[cell.column] = { like: cell, room, known };
    return known;
  };
  const decide = (cell: TableCell, room: Points, inlines: readonly Inline[]): LineFitting => {
    const glyphs = typecase.inlines(inlines, runStyle(cell.role, size));
    return fitLastLine(glyphs, { firstWidth: room, width: room, align: cell.align });
  };
  const fitWords = (
    cell: TableCell,
    room: Points,
    words: string,
    inlines: readonly Inline[],
  ): LineFitting => {
    const known = knownFor(cell, room);
    let fitting = known.get(words);
    if (fitting === undefined) {
      fitting = decide(cell, room, inlines);
      known.set(words, fitting);
    }
    return fitting;
  };
  const parts: PartFitting[] = [];
  const fitCell = (cell: TableCell, row: number): void => {
    const { column, columnSpan } = cell;
    const room = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0) - 2 * paddingAcross;
    // No character is wider than 字 with a space beside it: most cells need no measuring.
    const fits = room / size / (1 + scriptGap.value);
    for (let paragraph = 0; paragraph < cell.paragraphs.length; paragraph++) {
      const inlines = cell.paragraphs[paragraph] ?? [];
      const words = onlyText(inlines);
      if (words === null ? !isPlain(inlines) : words.length <= fits) continue;
      const { tracking, narrower } =
        words === null ? decide(cell, room, inlines) : fitWords(cell, room, words, inlines);
      if (tracking !== 0 || narrower !== 0) parts.push({ row, column, paragraph, tracking, narrower });
    }
  };
  let number = 0;
  for (const rows of [table.head, table.body])
    for (const { cells } of rows) {
      for (const cell of cells) fitCell(cell, number);
      number++;
    }
  return parts;
}
