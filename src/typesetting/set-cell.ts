import type { Place } from '../diagnostics/place.ts';
import { type LineFitting, linesOfPart, type PartFitting } from '../document/fitting.ts';
import { type Inline, onlyText } from '../document/inline.ts';
import type { TableCell } from '../document/table.ts';
import { cellRun, type TableStyle, tableRoles } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import { breakLines, type Line } from './break-lines.ts';
import { retracked } from './fit-last-line.ts';
import type { CellLine, TableGalleyCell } from './galley.ts';
import type { RunStyle, Typecase } from './glyph.ts';
import type { Origin } from './page.ts';
import { placeLine } from './place-line.ts';
import { narrowed } from './set-text.ts';
import type { Structure } from './structure.ts';

/** What the cells of a table are set with. */
export interface CellSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly edges: readonly Points[];
  readonly style: TableStyle;
  /** Looks of the cells so far, by their first column. */
  readonly looks: CellLook[][];
}

/** Where elements of a table come from. */
export const tableOrigin = (place: Place): Origin => ({ kind: 'table', place });

/** Styles of cells, one object for equal values. */
const runStyles = new Map<string, RunStyle>();

/** Face and size of a cell's words. */
export function runStyle(role: TableCell['role'], size: Points): RunStyle {
  const key = `${role} ${size}`;
  const style = runStyles.get(key) ?? { role: tableRoles[role], size, ...cellRun };
  runStyles.set(key, style);
  return style;
}

/** What the lines of a cell are set in: its left edge, from the table's, and its width. */
interface CellMeasure {
  readonly left: Points;
  readonly width: Points;
}

/** Paragraphs of one text that were set, by their words. */
type KnownWords = Map<string, readonly CellLine[]>;

/** Words kept for one look at most; then the memory is begun afresh. */
const mostWords = 512;

/** Words that were set, by the faces they are drawn with and by their look: forms of many villages have the same. */
const knownWords = new WeakMap<Typecase, Map<string, KnownWords>>();

function knownWordsOf(typecase: Typecase, look: string): KnownWords {
  const looks = knownWords.get(typecase) ?? new Map<string, KnownWords>();
  knownWords.set(typecase, looks);
  const known: KnownWords = looks.get(look) ?? new Map();
  looks.set(look, known);
  return known;
}

/** What cells of a column have in common. */
interface CellLook extends Pick<TableCell, 'columnSpan' | 'role' | 'align'> {
  readonly run: RunStyle;
  readonly measure: CellMeasure;
  readonly known: KnownWords;
}

function lookOf({ column, columnSpan, role, align }: TableCell, setting: CellSetting): CellLook {
  const { looks, edges, style, typecase } = setting;
  looks[column] ??= [];
  const ofColumn = looks[column];
  const made = ofColumn.find(
    (look) => look.columnSpan === columnSpan && look.role === role && look.align === align,
  );
  if (made !== undefined) return made;
  const run = runStyle(role, style.size);
  const left = (edges[column] ?? 0) + style.paddingAcross;
  const width = (edges[column + columnSpan] ?? 0) - style.paddingAcross - left;
  const known = knownWordsOf(typecase, `${run.role} ${run.size} ${align} ${left} ${width}`);
  const look = { columnSpan, role, align, run, measure: { left, width }, known };
  ofColumn.push(look);
  return look;
}

/** The lines of a paragraph of a cell. */
function setLines(
  inlines: readonly Inline[],
  look: CellLook,
  fitting: LineFitting,
  typecase: Typecase,
): readonly CellLine[] {
  const words = fitting.tracking === 0 && fitting.narrower === 0 ? onlyText(inlines) : null;
  if (words === null) return setAnew(inlines, look, fitting, typecase);
  const { known } = look;
  let lines = known.get(words);
  if (lines === undefined) {
    lines = setAnew(inlines, look, fitting, typecase);
    if (known.size === mostWords) known.clear();
    known.set(words, lines);
  }
  return lines;
}

function setAnew(
  inlines: readonly Inline[],
  { run, align, measure: usual }: CellLook,
  { tracking, narrower }: LineFitting,
  typecase: Typecase,
): readonly CellLine[] {
  const glyphs = retracked(typecase.inlines(inlines, run), tracking);
  const { left, width } = narrower === 0 ? usual : narrowedMeasure(usual, narrower, align);
  const setLine = ({ start, end, last }: Line): CellLine =>
    placeLine(glyphs, start, end, { x: left, width, y: 0, align, last, colour: 'black', element: null });
  return breakLines(glyphs, width, width).map(setLine);
}

function narrowedMeasure(
  { left, width }: CellMeasure,
  narrower: Points,
  align: CellLook['align'],
): CellMeasure {
  const narrow = narrowed({ left, firstLeft: left, right: left + width }, narrower, align);
  return { left: narrow.left, width: narrow.right - narrow.left };
}

/** A cell with its lines; `row` is that of its element, `parts` those of its row. */
export function setCell(
  cell: TableCell,
  row: number,
  setting: CellSetting,
  parts: readonly PartFitting[],
): TableGalleyCell {
  const { structure, style, typecase } = setting;
  const { column, columnSpan, rowSpan, vertical, paragraphs } = cell;
  const element = structure.add(cell.role === 'head' ? 'TH' : 'TD', row, tableOrigin(cell.place), cell);
  const look = lookOf(cell, setting);
  let lines: readonly CellLine[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const fitting = linesOfPart(parts, parts[0]?.row, column, index);
    const set = setLines(paragraphs[index] ?? [], look, fitting, typecase);
    lines = index === 0 ? set : [...lines, ...set];
  }
  const { pitch, paddingDown: padding } = style;
  return { column, columnSpan, rowSpan, vertical, element, lines, pitch, padding };
}
