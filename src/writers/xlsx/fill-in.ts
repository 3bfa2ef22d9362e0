import { rangeAddress } from '../../document/cell-address.ts';
import type { Cell, Sheet } from '../../document/workbook.ts';
import type { Points } from '../../format/units.ts';
import { type Look, lookOf } from './looks.ts';
import type { SharedStrings } from './shared-strings.ts';
import { CoveredCells, rowsOf } from './sheet-data.ts';
import type { SheetShell } from './shell.ts';

/** The looks of a sheet's cells, in the order of their first use. */
export class Looks {
  readonly all: readonly Look[];
  readonly #numbers = new Map<string, number>();

  constructor(sheet: Sheet) {
    const all: Look[] = [];
    const covered = new CoveredCells(sheet);
    for (const [row, { cells }] of sheet.rows.entries()) {
      const masters = covered.in(row + 1);
      for (const [column, cell] of cells.entries()) {
        if (cell.role === 'none' || masters?.has(column + 1)) continue;
        const look = lookOf(cell);
        const key = keyOf(look);
        if (this.#numbers.has(key)) continue;
        this.#numbers.set(key, all.length);
        all.push(look);
      }
    }
    this.all = all;
  }

  /** Which of all a cell's look is; -1 for empty ground. */
  numberOf(cell: Cell): number {
    return this.#numbers.get(keyOf(lookOf(cell))) ?? -1;
  }
}

const keyOf = ({ role, align, input, code }: Look): string => `${role}|${align}|${input}|${code}`;

/** What comes right after the merges of a sheet. */
const afterMerges =
  /<(?:phoneticPr|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins)\b/u;

/** The XML of a sheet, bit by bit: its shell with its rows and merges. */
export function* sheetPart(
  { head, rest, styles }: SheetShell,
  sheet: Sheet,
  looks: Looks,
  heights: readonly Points[],
  strings: SharedStrings,
): Generator<string> {
  const styleOf = (cell: Cell): number => styles[looks.numberOf(cell)] ?? 0;
  yield head.replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="${extentOf(sheet)}"/>`);
  yield '<sheetData>';
  yield* rowsOf(sheet, { heights, styleOf, strings });
  yield '</sheetData>';
  const at = sheet.merges.length === 0 ? 0 : rest.search(afterMerges);
  if (at < 0) throw new Error('a sheet without margins');
  yield rest.slice(0, at);
  if (sheet.merges.length > 0) {
    yield `<mergeCells count="${sheet.merges.length}">`;
    for (const range of sheet.merges) yield `<mergeCell ref="${rangeAddress(range)}"/>`;
    yield '</mergeCells>';
  }
  yield rest.slice(at);
}

/** The rectangle that has cells. */
function extentOf({ rows, columns }: Sheet): string {
  return rangeAddress({
    firstRow: 1,
    firstColumn: 1,
    lastRow: Math.max(1, rows.length),
    lastColumn: Math.max(1, columns.length),
  });
}
