import type { LineFitting, PartFitting } from '../document/fitting.ts';
import type { Inline } from '../document/inline.ts';
import type { Table, TableCell } from '../document/table.ts';
import { scriptGap } from '../format/spacing.ts';
import { columnEdges } from '../format/table-geometry.ts';
import { tableStyles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
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
const onlyText = ([first, ...more]: readonly Inline[]): string | null =>
  first?.kind === 'text' && more.length === 0 ? first.text : null;

/** Whether a paragraph is made of words alone: names that are spread and blanks have widths of their own. */
export const isPlain = (inlines: readonly Inline[]): boolean =>
  inlines.every(({ kind }) => kind !== 'spread' && kind !== 'blank');

/** Paragraphs of a table's cells whose last line would be a single character. */
export function fitTable(table: Table, width: Points, typecase: Typecase): readonly PartFitting[] {
  const edges = columnEdges(
    table.columns.map((column) => column.width),
    width,
  );
  const { size, paddingAcross } = tableStyles[table.size];
  const fitCell = (cell: TableCell, room: Points, inlines: readonly Inline[]): LineFitting => {
    const measure = { firstWidth: room, width: room, align: cell.align };
    const style = runStyle(cell.role, size);
    const decide = () => fitLastLine(typecase.inlines(inlines, style), measure);
    const words = onlyText(inlines);
    if (words === null) return decide();
    const known = decidedFor(typecase, `${style.role} ${size} ${cell.align} ${room}`);
    let fitting = known.get(words);
    if (fitting === undefined) {
      fitting = decide();
      known.set(words, fitting);
    }
    return fitting;
  };
  const parts: PartFitting[] = [];
  for (const [row, { cells }] of [...table.head, ...table.body].entries()) {
    for (const cell of cells) {
      const { column, columnSpan, paragraphs } = cell;
      const room = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0) - 2 * paddingAcross;
      // No character is wider than 字 with a space beside it: most cells need no measuring.
      const fits = room / size / (1 + scriptGap.value);
      for (const [paragraph, inlines] of paragraphs.entries()) {
        const words = onlyText(inlines);
        if (words === null ? !isPlain(inlines) : words.length <= fits) continue;
        const { tracking, narrower } = fitCell(cell, room, inlines);
        if (tracking !== 0 || narrower !== 0) parts.push({ row, column, paragraph, tracking, narrower });
      }
    }
  }
  return parts;
}
