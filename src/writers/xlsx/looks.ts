import type { Borders, Fill, Style } from 'exceljs';
import type { Cell, Highlight, NumberFormat, Sheet } from '../../document/workbook.ts';
import { black } from '../../format/colours.ts';
import type { FaceNames, FaceRole } from '../../format/faces.ts';
import { sizes, tableRoles, tableStyles } from '../../format/type-styles.ts';
import type { Points } from '../../format/units.ts';

/** Light grounds that print as next to nothing: cells to fill in, and cells shown in a colour. */
const inputGround = 'FFFFFBE6';
const exampleGround = 'FFEDEDED';
const grounds: Readonly<Record<Highlight['look'], string>> = {
  good: 'FFE2F0D9',
  attention: 'FFFFF2CC',
  bad: 'FFF8CBAD',
};

/** Excel's number for GB 2312, by which it finds a substitute for a face that is not there. */
const chinese = 134;

/** Text format: what is typed over the cell stays text. */
const textCode = '@';

/** Excel's codes of number formats; Excel shows the decimals a number has under General. */
const formatCodes: Readonly<Record<NumberFormat, string>> = {
  general: 'General',
  integer: '0',
  decimal: 'General',
  percent: '0%',
  date: 'yyyy-mm-dd',
  text: textCode,
};

/** The number format of a cell; text that would turn into a formula when it is edited is held as text. */
function formatCode({ value, format }: Cell): string {
  return value.kind === 'text' && /^[=+\-@]/.test(value.text) ? textCode : formatCodes[format];
}

/** Face and size of a role; `none` is empty ground. */
export interface CellType {
  readonly role: FaceRole;
  readonly size: Points;
}

/** The type a cell is set in. */
export function cellType(role: Cell['role'], size: Sheet['size']): CellType {
  switch (role) {
    case 'mark':
      return { role: 'heiti', size: sizes.三号 };
    case 'title':
      return { role: 'xiaobiaosong', size: sizes.二号 };
    case 'subtitle':
    case 'note':
      return { role: 'fangsong', size: sizes.五号 };
    case 'head':
    case 'label':
    case 'body':
      return { role: tableRoles[role], size: tableStyles[size].size };
    case 'example':
    case 'none':
      return { role: 'fangsong', size: tableStyles[size].size };
  }
}

const rule = { style: 'thin', color: { argb: `FF${black}` } } as const;
const box: Partial<Borders> = { top: rule, bottom: rule, left: rule, right: rule };

/** Whether a cell stands in the ruled grid. */
export const isRuled = (role: Cell['role']): boolean =>
  role === 'head' || role === 'label' || role === 'body' || role === 'example';

const solid = (colour: string): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: colour },
  bgColor: { argb: colour },
});

/** All that decides how a cell looks. */
export interface Look extends Pick<Cell, 'role' | 'align' | 'input'> {
  /** Excel's code of its number format. */
  readonly code: string;
}

/** How a cell looks. */
export const lookOf = (cell: Cell): Look => ({
  role: cell.role,
  align: cell.align,
  input: cell.input,
  code: formatCode(cell),
});

/** The style of cells of a look as exceljs wants it. */
export function styleOf(look: Look, size: Sheet['size'], faceNames: FaceNames): Partial<Style> {
  const type = cellType(look.role, size);
  const ruled = isRuled(look.role);
  return {
    font: { name: faceNames[type.role], size: type.size, charset: chinese, color: { argb: `FF${black}` } },
    alignment: { horizontal: look.align, vertical: 'middle', wrapText: true },
    protection: { locked: !look.input },
    numFmt: look.code,
    ...(ruled ? { border: box } : {}),
    ...(look.input ? { fill: solid(inputGround) } : {}),
    ...(look.role === 'example' ? { fill: solid(exampleGround) } : {}),
  };
}

/** The style of highlighted cells. */
export const highlightStyle = (look: Highlight['look']): Partial<Style> => ({ fill: solid(grounds[look]) });
