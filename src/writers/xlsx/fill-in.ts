import { strToU8 } from 'fflate';
import { rangeAddress } from '../../document/cell-address.ts';
import type { Cell, Sheet } from '../../document/workbook.ts';
import type { Points } from '../../format/units.ts';
import { packPart, packText } from '../../packaging/pack.ts';
import { orderFontParts } from './font-order.ts';
import { formatCode } from './looks.ts';
import type { MakeParts } from './repack.ts';
import { SharedStrings } from './shared-strings.ts';
import { CoveredCells, rowsOf } from './sheet-data.ts';

/** What stands in the cells that show a look. */
export const sampleText = '例';

/** The looks of a sheet's cells, in the order of their first use, and what its rows are written with. */
export class Looks {
  /** A cell of each look. */
  readonly samples: readonly Cell[];
  readonly heights: readonly Points[];
  readonly #numbers = new Map<string, number>();

  constructor(sheet: Sheet, heights: readonly Points[]) {
    this.heights = heights;
    const samples: Cell[] = [];
    const covered = new CoveredCells(sheet);
    for (const [row, { cells }] of sheet.rows.entries()) {
      const masters = covered.in(row + 1);
      for (const [column, cell] of cells.entries()) {
        const look = lookOf(cell);
        if (cell.role === 'none' || masters?.has(column + 1) || this.#numbers.has(look)) continue;
        this.#numbers.set(look, samples.length);
        samples.push(cell);
      }
    }
    this.samples = samples;
  }

  /** Which sample a cell looks like; -1 for empty ground. */
  numberOf(cell: Cell): number {
    return this.#numbers.get(lookOf(cell)) ?? -1;
  }
}

const lookOf = (cell: Cell): string => `${cell.role}|${cell.align}|${cell.input}|${formatCode(cell)}`;

/** Puts the rows of sheets in the place of the cells that show their looks, and the texts of the rows in that of theirs. */
export const withRows =
  (sheets: readonly Sheet[], looks: readonly Looks[]): MakeParts =>
  (read) => {
    const strings = new SharedStrings();
    const written = sheets.map((sheet, index) => {
      const path = `xl/worksheets/sheet${index + 1}.xml`;
      const own = looks[index];
      if (own === undefined) throw new Error(`no looks of ${path}`);
      return packText(path, sheetPart(read(path), sheet, own, strings));
    });
    const styles = 'xl/styles.xml';
    return [
      ...written,
      packText('xl/sharedStrings.xml', strings.part()),
      packPart(styles, strToU8(orderFontParts(read(styles)))),
    ];
  };

/** What comes right after the merges of a sheet. */
const afterMerges =
  /<(?:phoneticPr|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins)\b/u;

/** The XML of a sheet, bit by bit. */
function* sheetPart(xml: string, sheet: Sheet, looks: Looks, strings: SharedStrings): Generator<string> {
  const [head = '', samples = '', rest = ''] = xml.split(/<sheetData>|<sheetData\/>|<\/sheetData>/u);
  const styles = [...samples.matchAll(/<c r="A\d+"(?: s="(\d+)")?/gu)].map(([, style = '0']) =>
    Number(style),
  );
  const context = {
    heights: looks.heights,
    styleOf: (cell: Cell) => styles[looks.numberOf(cell)] ?? 0,
    strings,
  };
  yield head.replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="${extentOf(sheet)}"/>`);
  yield '<sheetData>';
  yield* rowsOf(sheet, context);
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
