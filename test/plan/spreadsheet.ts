import { strToU8, zipSync } from 'fflate';

/** A cell as the file holds it: its XML, for what text alone cannot say. */
export interface RawXml {
  readonly xml: (reference: string) => string;
}

export type CellOf = string | number | null | RawXml;

/** A sheet of a workbook made by hand: rows from the first, merges as `A2:A3`. */
export interface SheetOf {
  readonly rows: readonly (readonly CellOf[])[];
  readonly merges?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cellXml(cell: CellOf, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return cell.xml(reference);
}

function sheetXml({ rows, merges = [] }: SheetOf): string {
  const written = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letters[column]}${index + 1}`));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written.join('')}</sheetData>${merged}</worksheet>`;
}

/** Cell styles of the workbooks made here: plain, a day, a day in Chinese, per cent. */
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/></cellXfs></styleSheet>`;

/** A cell with a number in one of the styles: 1 and 2 are days, 3 is per cent. */
export const styled = (style: 1 | 2 | 3, value: number): RawXml => ({
  xml: (reference) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`,
});

/** The parts of a workbook, to be changed before they are packed. */
export function workbookParts(
  sheets: Readonly<Record<string, SheetOf>>,
  { date1904 = false, strings = '' } = {},
): Record<string, string> {
  const names = Object.keys(sheets);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s1" Type="${relations}/styles" Target="/xl/styles.xml"/><Relationship Id="s2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
  };
  names.forEach((name, index) => {
    const sheet = sheets[name];
    if (sheet !== undefined) parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  });
  return parts;
}

export const packParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A workbook file. */
export const workbookFile = (
  sheets: Readonly<Record<string, SheetOf>>,
  options?: { readonly date1904?: boolean; readonly strings?: string },
): Uint8Array => packParts(workbookParts(sheets, options));
