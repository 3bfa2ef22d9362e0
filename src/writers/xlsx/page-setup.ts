import type { HeaderFooter, Margins, PageSetup } from 'exceljs';
import { columnLetters } from '../../document/cell-address.ts';
import { rowCount } from '../../document/sheet-rows.ts';
import type { Sheet } from '../../document/workbook.ts';
import { pageNumber, pageNumberText } from '../../format/elements.ts';
import { standardFaceNames } from '../../format/faces.ts';
import { type Frame, tableFrameOf } from '../../format/page.ts';
import { sizes } from '../../format/type-styles.ts';
import { mm, type Points } from '../../format/units.ts';

/** Points to inches: Excel's unit for margins. */
const toInches = (points: Points): number => Math.round((points / 72) * 1000) / 1000;

/** Excel's number for A4. */
const paperA4 = 9;

/** Margins of working sheets; the page number stands in the lower one. */
const narrowMargin: Points = mm(15);
const narrowFooter: Points = mm(8);

/** The rectangle of a page a sheet is printed into. */
export function printFrame({ orientation, margins }: Sheet['print']): Frame {
  const frame = tableFrameOf(orientation);
  if (margins === 'type-area') return frame;
  return {
    ...frame,
    left: narrowMargin,
    top: narrowMargin,
    width: frame.pageWidth - 2 * narrowMargin,
    height: frame.pageHeight - 2 * narrowMargin,
  };
}

/** Paper, margins, heads on every page, what is printed. */
export function pageSetup(sheet: Sheet): Partial<PageSetup> {
  const { print, head, columns } = sheet;
  return {
    paperSize: paperA4,
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: 1,
    // As many pages down as it takes.
    fitToHeight: 0,
    horizontalCentered: true,
    margins: marginsOf(print),
    // exceljs fixes the columns only; a relative row would move with the active cell.
    printArea: `A$1:${columnLetters(columns.length)}$${rowCount(sheet)}`,
    ...(head === null ? {} : { printTitlesRow: `${head.first}:${head.last}` }),
  };
}

function marginsOf(print: Sheet['print']): Margins {
  const { pageWidth, pageHeight, left, top, width, height } = printFrame(print);
  const bottom = pageHeight - top - height;
  const footer = print.margins === 'narrow' ? narrowFooter : bottom - pageNumber.down.value - sizes.四号;
  return {
    left: toInches(left),
    right: toInches(pageWidth - left - width),
    top: toInches(top),
    bottom: toInches(bottom),
    header: toInches(footer),
    footer: toInches(footer),
  };
}

/** Page numbers: as §7.5 in official sheets, odd right and even left; in working sheets with the count of pages. */
export function pageFooter({ print }: Sheet): Partial<HeaderFooter> {
  const face = `&"${standardFaceNames.songti},常规"`;
  if (print.margins === 'narrow') return { oddFooter: `&C${face}&10第&P页　共&N页` };
  // The dash after the size parts it from what follows: `&14—`.
  const [before = '', after = ''] = pageNumberText(0).split('0');
  const number = `${face}&${sizes.四号}${before}&P${after}`;
  return { differentOddEven: true, oddFooter: `&R${number}　`, evenFooter: `&L　${number}` };
}
