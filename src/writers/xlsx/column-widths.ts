import type { Sheet } from '../../document/workbook.ts';
import { tableStyles } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';
import { printFrame } from './page-setup.ts';

/** Columns from so many characters on hold running text. */
const runningText = 8;

/**
 * Widths of the columns: as wide as asked; what is left of the page goes to the columns of running text, so that
 * short columns break their words where they were meant to, and to all alike where there are none.
 */
export function columnWidths(sheet: Sheet): readonly Points[] {
  const { size } = tableStyles[sheet.size];
  const widths = sheet.columns.map((characters) => characters * size);
  const rest = printFrame(sheet.print).width - total(widths);
  if (rest <= 0) return widths;
  const takes = sheet.columns.map((characters) => characters >= runningText);
  const takers = takes.includes(true) ? takes : takes.map(() => true);
  const share = rest / total(widths.filter((_, index) => takers[index]));
  return widths.map((width, index) => (takers[index] ? width * (1 + share) : width));
}

const total = (widths: readonly Points[]): Points => widths.reduce((sum, width) => sum + width, 0);

/** Points to Excel's unit of column width: figures of its default face, 7 pixels wide, with 5 pixels beside them. */
export function toColumnUnits(width: Points): number {
  const pixels = (width * 96) / 72;
  return Math.round(((pixels - 5) / 7) * 100) / 100;
}
