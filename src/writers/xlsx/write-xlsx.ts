import type { Workbook } from '../../document/workbook.ts';
import { noShelf, type Shelf } from '../../keeping/shelf.ts';
import { packText } from '../../packaging/pack.ts';
import { columnWidths } from './column-widths.ts';
import { Looks, sheetPart } from './fill-in.ts';
import { rowHeights } from './row-heights.ts';
import { SharedStrings } from './shared-strings.ts';
import { shell } from './shell.ts';

/**
 * The workbook as an XLSX file. The same workbook gives the same bytes. `exceljs` makes everything but the rows: it would
 * hold every cell several times over, a row at a time needs no room however long the sheet is.
 */
export async function writeXlsx({ sheets, ...book }: Workbook, shelf: Shelf = noShelf): Promise<Uint8Array> {
  const looks = sheets.map((sheet) => new Looks(sheet));
  const opened = await shell(
    { ...book, sheets },
    looks.map(({ all }) => all),
    shelf,
  );
  const strings = new SharedStrings();
  const written = sheets.map((sheet, index) => {
    const [own, around] = [looks[index], opened.sheets[index]];
    if (own === undefined || around === undefined) throw new Error(`no shell of sheet ${index + 1}`);
    const heights = rowHeights(sheet, columnWidths(sheet));
    return packText(`xl/worksheets/sheet${index + 1}.xml`, sheetPart(around, sheet, own, heights, strings));
  });
  // Where no cell has a look there is no text either, and the package knows of none.
  const texts = looks.some(({ all }) => all.length > 0)
    ? [packText('xl/sharedStrings.xml', strings.part())]
    : [];
  return opened.archives.archive([...written, ...texts]);
}
