import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { absoluteRange, rangeAddress } from '../../document/cell-address.ts';
import type { Metadata } from '../../document/official-document.ts';
import type { Sheet, Validation, Workbook } from '../../document/workbook.ts';
import { type FaceNames, faceNamesOf } from '../../format/faces.ts';
import { packPart } from '../../packaging/pack.ts';
import { columnWidths, toColumnUnits } from './column-widths.ts';
import { orderFontParts } from './font-order.ts';
import { highlightStyle, type Look, styleOf } from './looks.ts';
import { pageFooter, pageSetup } from './page-setup.ts';
import type { SheetShell, Shell } from './shell.ts';

/** What stands in the cells that show a look: a package without texts has no part for them. */
const sampleText = '例';

/** The part a package must begin with, those that rows are put into, and the one that needs mending. */
const contentTypes = '[Content_Types].xml';
const sheetParts = /^xl\/worksheets\/sheet\d+\.xml$/u;
const texts = 'xl/sharedStrings.xml';
const styles = 'xl/styles.xml';

/** Has `exceljs` make all of a workbook but its rows, from sheets with one cell of each look. */
export async function makeShell(workbook: Workbook, looks: readonly (readonly Look[])[]): Promise<Shell> {
  const book = new ExcelJS.Workbook();
  describe(book, workbook.metadata);
  for (const [index, sheet] of workbook.sheets.entries())
    await addSheet(book, sheet, looks[index] ?? [], faceNamesOf(workbook.profile));
  // Packed a second time below, so the first time is not worth compressing.
  const packed = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  const parts = unzipSync(new Uint8Array(packed));
  const partAt = (path: string): Uint8Array => {
    const part = parts[path];
    if (part === undefined) throw new Error(`package without ${path}`);
    return part;
  };
  // In a fixed order, so that the same parts give the same bytes.
  const others = Object.keys(parts)
    .filter(
      (path) => path !== contentTypes && path !== texts && !path.endsWith('/') && !sheetParts.test(path),
    )
    .sort();
  return {
    parts: [contentTypes, ...others].map((path) =>
      packPart(path, path === styles ? strToU8(orderFontParts(strFromU8(partAt(path)))) : partAt(path)),
    ),
    sheets: workbook.sheets.map((_, index) =>
      takeApart(strFromU8(partAt(`xl/worksheets/sheet${index + 1}.xml`))),
    ),
  };
}

/** A sheet without the cells that show its looks. */
function takeApart(xml: string): SheetShell {
  const [head = '', samples = '', rest = ''] = xml.split(/<sheetData>|<sheetData\/>|<\/sheetData>/u);
  return {
    head,
    rest,
    styles: [...samples.matchAll(/<c r="A\d+"(?: s="(\d+)")?/gu)].map(([, style = '0']) => Number(style)),
  };
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
async function addSheet(
  book: ExcelJS.Workbook,
  sheet: Sheet,
  looks: readonly Look[],
  faceNames: FaceNames,
): Promise<void> {
  const written = book.addWorksheet(sheet.name, {
    pageSetup: pageSetup(sheet),
    headerFooter: pageFooter(sheet),
    views: [frozen(sheet)],
  });
  columnWidths(sheet).forEach((width, index) => {
    written.getColumn(index + 1).width = toColumnUnits(width);
  });
  looks.forEach((look, index) => {
    const target = written.getCell(index + 1, 1);
    target.style = styleOf(look, sheet.size, faceNames);
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
