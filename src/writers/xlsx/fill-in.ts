import { rangeAddress } from '../../document/cell-address.ts';
import { rowCount } from '../../document/sheet-rows.ts';
import type { Sheet } from '../../document/workbook.ts';
import type { Points } from '../../format/units.ts';
import { type Look, lookOf } from './looks.ts';
import type { SharedStrings } from './shared-strings.ts';
import { CoveredCells, rowsOf } from './sheet-data.ts';
import type { SheetShell } from './shell.ts';

/** The looks of a sheet's cells, in the order of their first use. */
export class Looks {
  readonly all: readonly Look[];
  /** Which of all each cell's look is, by the number of the cell; -1 for empty ground and what was not looked at. */
  readonly #ofCells: Int32Array;
  readonly #numbers = new Map<string, number>();

  constructor(sheet: Sheet) {
    const { rows, columns } = sheet;
    const all: Look[] = [];
    this.#ofCells = new Int32Array(rows.cells.length).fill(-1);
    const covered = new CoveredCells(sheet);
    for (let row = 0; row < rowCount(sheet); row++) {
      const masters = covered.in(row + 1);
      for (let column = 0; column < columns.length; column++) {
        const number = rows.numbers[row * columns.length + column] ?? 0;
        if (this.#ofCells[number] !== -1 || masters?.has(column + 1)) continue;
        const cell = rows.cells[number];
        if (cell === undefined || cell.role === 'none') continue;
        this.#ofCells[number] = this.#enter(lookOf(cell), all);
      }
    }
    this.all = all;
  }

  /** Which of all the look of a cell with a number is; -1 for empty ground. */
  numberOf(number: number): number {
    return this.#ofCells[number] ?? -1;
  }

  #enter(look: Look, all: Look[]): number {
    const key = keyOf(look);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, all.length);
    return all.push(look) - 1;
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
  heights: ArrayLike<Points>,
  strings: SharedStrings,
): Generator<string> {
  const styleOf = (cell: number): number => styles[looks.numberOf(cell)] ?? 0;
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
function extentOf(sheet: Sheet): string {
  return rangeAddress({
    firstRow: 1,
    firstColumn: 1,
    lastRow: Math.max(1, rowCount(sheet)),
    lastColumn: Math.max(1, sheet.columns.length),
  });
}
