import ExcelJS from 'exceljs';
import { absoluteRange, rangeAddress } from '../../document/cell-address.ts';
import type { Metadata } from '../../document/official-document.ts';
import type { Sheet, Validation, Workbook } from '../../document/workbook.ts';
import { type FaceNames, faceNamesOf } from '../../format/faces.ts';
import { columnWidths, toColumnUnits } from './column-widths.ts';
import { Looks, sampleText, withRows } from './fill-in.ts';
import { cellStyle, highlightStyle } from './looks.ts';
import { pageFooter, pageSetup } from './page-setup.ts';
import { repack } from './repack.ts';
import { rowHeights } from './row-heights.ts';

/**
 * The workbook as an XLSX file. The same workbook gives the same bytes. `exceljs` makes everything but the rows: it would
 * hold every cell several times over, a row at a time needs no room however long the sheet is.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  describe(book, workbook.metadata);
  const looks: Looks[] = [];
  for (const sheet of workbook.sheets) looks.push(await addSheet(book, sheet, faceNamesOf(workbook.profile)));
  // Packed a second time below, so the first time is not worth compressing.
  const packed = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return repack(new Uint8Array(packed), withRows(workbook.sheets, looks));
}

/** File properties. The day of issue stands for when the file was made: the clock would change the bytes. */
function describe(book: ExcelJS.Workbook, { title, issuer, documentNumber, date, keywords }: Metadata): void {
  const made = new Date(Date.UTC(date.year, date.month - 1, date.day));
  book.title = title;
  book.creator = issuer;
  book.lastModifiedBy = issuer;
  book.created = made;
  book.modified = made;
  book.subject = documentNumber ?? '';
  book.keywords = keywords.join(' ');
  book.calcProperties.fullCalcOnLoad = true;
  book.views = [
    { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
}

/** Adds a sheet with no other cells than one of each look. */
async function addSheet(book: ExcelJS.Workbook, sheet: Sheet, faceNames: FaceNames): Promise<Looks> {
  const written = book.addWorksheet(sheet.name, {
    pageSetup: pageSetup(sheet),
    headerFooter: pageFooter(sheet),
    views: [frozen(sheet)],
  });
  const widths = columnWidths(sheet);
  widths.forEach((width, index) => {
    written.getColumn(index + 1).width = toColumnUnits(width);
  });
  const looks = new Looks(sheet, rowHeights(sheet, widths));
  looks.samples.forEach((cell, index) => {
    const target = written.getCell(index + 1, 1);
    target.style = cellStyle(cell, sheet.size, faceNames);
    // A package without texts has no part for them.
    target.value = sampleText;
  });
  if (sheet.filter !== null) written.autoFilter = rangeAddress(sheet.filter);
  for (const validation of sheet.validations) addValidation(written, validation);
  for (const { row, column, text } of sheet.remarks) written.getCell(row, column).note = text;
  sheet.highlights.forEach(({ range, formula, look }, index) => {
    const style = highlightStyle(look);
    const rules = [{ type: 'expression' as const, priority: index + 1, formulae: [formula], style }];
    written.addConditionalFormatting({ ref: rangeAddress(range), rules });
  });
  if (sheet.protected) await written.protect('', { formatColumns: true, formatRows: true });
  return looks;
}

/** The head and everything above it stay in sight, and so many columns at the left. */
function frozen({ head, frozenColumns }: Sheet): Partial<ExcelJS.WorksheetView> {
  const rows = head?.last ?? 0;
  return rows === 0 && frozenColumns === 0
    ? { state: 'normal' }
    : { state: 'frozen', xSplit: frozenColumns, ySplit: rows };
}

interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

function addValidation(written: ExcelJS.Worksheet, { range, entry, title, message }: Validation): void {
  const common = {
    allowBlank: true,
    showErrorMessage: entry.kind !== 'offer' || entry.strict,
    errorStyle: 'stop',
    errorTitle: title,
    error: message,
    // A drop-down shows by itself what may be chosen.
    showInputMessage: entry.kind !== 'list' && entry.kind !== 'offer',
    promptTitle: title,
    prompt: message,
  } as const;
  // Left out of the library's types.
  const { dataValidations } = written as unknown as { readonly dataValidations: Validations };
  dataValidations.add(rangeAddress(range), { ...common, ...entryRule(entry) });
}

function entryRule(
  entry: Validation['entry'],
): Pick<ExcelJS.DataValidation, 'type' | 'operator' | 'formulae'> {
  switch (entry.kind) {
    case 'list':
      return { type: 'list', formulae: [`"${entry.choices.join(',')}"`] };
    case 'offer':
      return { type: 'list', formulae: [`'${entry.sheet}'!${absoluteRange(entry.range)}`] };
    case 'decimal':
      return { type: 'decimal', operator: 'between', formulae: [entry.minimum, entry.maximum] };
    case 'date': {
      const [from, to] = [entry.from, entry.to].map(
        ({ year, month, day }) => new Date(Date.UTC(year, month - 1, day)),
      );
      return { type: 'date', operator: 'between', formulae: [from, to] };
    }
  }
}
