import type { CopiesFitting, LineFitting } from '../../document/fitting.ts';
import { text } from '../../document/inline.ts';
import type { Imprint, PrintedImprint } from '../../document/official-document.ts';
import { printRunText, imprint as rules } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import type { Frame } from '../../format/page.ts';
import { imprintRun } from '../../format/type-styles.ts';
import { type Points, toEighths, toTwips } from '../../format/units.ts';
import { hiddenParagraph, indents, paragraph } from './paragraph.ts';
import { inlineRuns, plainRun, tabRun, textRuns, tracked } from './runs.ts';
import { tag } from './xml.ts';

const border = (side: string, weight: Points): string =>
  tag(side, { val: 'single', sz: toEighths(weight), space: 0, color: 'auto' });

/** A row of the imprint: one cell with the rules above and below it. */
function row(width: number, content: string, above: Points, below: Points): string {
  const borders = `<w:tcBorders>${border('top', above)}${border('bottom', below)}</w:tcBorders>`;
  const cell = `<w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}${borders}</w:tcPr>${content}</w:tc>`;
  return `<w:tr><w:trPr>${tag('cantSplit')}</w:trPr>${cell}</w:tr>`;
}

/**
 * A row without rules that lifts the last rule from the frame's lower edge to the type area's; the rule takes its
 * own width out of this row.
 */
function lift(width: number, room: number): string {
  if (room <= 0) return '';
  const height = room + toTwips(rules.thickRule.value);
  const line = tag('spacing', { line: height, lineRule: 'exact' });
  const properties = `<w:trPr>${tag('cantSplit')}${tag('trHeight', { val: height, hRule: 'exact' })}</w:trPr>`;
  return `<w:tr>${properties}<w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}</w:tcPr>${paragraph('HeaderGap', '', line)}</w:tc></w:tr>`;
}

function list(label: string, names: string | null, lines: LineFitting, format: Format): string {
  if (names === null) return '';
  const runs = inlineRuns([text(`${label}：${names}。`)], tracked(plainRun(imprintRun, format), lines));
  const side = toTwips(rules.sideIndent.value * imprintRun.size);
  return paragraph(
    'ImprintCopies',
    runs,
    lines.narrower === 0 ? '' : indents(lines, 'justify', { right: side }),
  );
}

/** Copies, printing office and print run between rules, the last one thick. */
function printedRows(
  { copyTo, printedBy, printedOn, printRun }: PrintedImprint,
  addressee: string | null,
  { copyTo: copied, mainTo }: CopiesFitting,
  frame: Frame,
  format: Format,
): string {
  const run = plainRun(imprintRun, format);
  const { thickRule, thinRule } = rules;
  const width = toTwips(frame.width);
  const end = toTwips(frame.width - rules.sideIndent.value * imprintRun.size);
  const tabs = `<w:tabs>${tag('tab', { val: 'right', pos: end })}</w:tabs>`;
  const printed = textRuns(printedBy, run) + tabRun + textRuns(`${printedOn}印发`, run);
  // 主送 stands above 抄送, with no rule between them.
  const copies = list('主送', addressee, mainTo, format) + list('抄送', copyTo, copied, format);
  const above = copies === '' ? thickRule.value : thinRule.value;
  const line = (runs: string) => paragraph('ImprintPrinted', runs, tabs);
  const below = printRun === null ? thickRule.value : thinRule.value;
  return (
    (copies === '' ? '' : row(width, copies, thickRule.value, thinRule.value)) +
    row(width, line(printed), above, below) +
    (printRun === null
      ? ''
      : row(width, line(tabRun + textRuns(printRunText(printRun), run)), below, thickRule.value))
  );
}

/** A row without rules: the copies of a letter. */
const plainRow = (width: number, content: string): string =>
  `<w:tr><w:trPr>${tag('cantSplit')}</w:trPr><w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}</w:tcPr>${content}</w:tc></w:tr>`;

/**
 * 版记 as a table that floats at the foot of the page on which the text ends: its last rule, or a letter's last line,
 * lies on the lower edge of the type area, and it grows upwards when a clerk adds to it. A letter's hangs from the
 * paper, because its first page has other margins than the rest.
 */
export function writeImprint(
  imprint: Imprint,
  addressee: string | null,
  fitting: CopiesFitting,
  frame: Frame,
  format: Format,
): string {
  const width = toTwips(frame.width);
  const bottom = rules.bottom.value;
  const [rows, anchor, foot] =
    imprint.kind === 'copies'
      ? [plainRow(width, list('抄送', imprint.copyTo, fitting.copyTo, format)), 'page', frame.pageHeight]
      : [printedRows(imprint, addressee, fitting, frame, format), 'margin', frame.top + frame.height];
  const none = ['top', 'left', 'bottom', 'right'].map((side) => tag(side, { w: 0, type: 'dxa' })).join('');
  const properties = [
    tag('tblpPr', {
      leftFromText: 0,
      rightFromText: 0,
      vertAnchor: anchor,
      horzAnchor: 'page',
      tblpX: toTwips(frame.left),
      tblpYSpec: 'bottom',
    }),
    tag('tblOverlap', { val: 'never' }),
    tag('tblW', { w: width, type: 'dxa' }),
    tag('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${none}</w:tblCellMar>`,
  ].join('');
  const grid = tag('gridCol', { w: width });
  const lifted = rows + lift(width, toTwips(foot - bottom));
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lifted}</w:tbl>${hiddenParagraph}`;
}
