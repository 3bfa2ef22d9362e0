import { type Attributes, readXml } from './xml.ts';

/** How a cell shows its number, as far as it says what is meant. */
export type NumberLook = 'plain' | 'percent' | 'date';

/** Built-in formats of days; 27–36 and 50–58 are those of Chinese Excel. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Looks by the number of the cell style (`s`); empty for a workbook without styles. */
export function readNumberLooks(styles: Uint8Array | null): readonly NumberLook[] {
  if (styles === null) return [];
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCellStyles = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    else if (name === 'cellXfs') inCellStyles = true;
    else if (name === 'xf' && inCellStyles) looks.push(lookOf(Number(attributes.numFmtId ?? 0), codes));
  };
  readXml(styles, {
    open,
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return looks;
}

function lookOf(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';
  // What stands in quotes, brackets or behind a backslash is printed as it is.
  const meaning = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  if (/y|d|m(?!.*[0#?])|aaa/i.test(meaning) && !/General/i.test(meaning)) return 'date';
  return meaning.includes('%') ? 'percent' : 'plain';
}
