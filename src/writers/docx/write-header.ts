import { widthInCharacters } from '../../document/character-width.ts';
import type { FileHeader, Markings } from '../../document/header.ts';
import { red } from '../../format/colours.ts';
import {
  fileWord,
  gapAboveTitle,
  gapBelowMark,
  jointMarkGap,
  markTop,
  header as rules,
  usualMarkSize,
} from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { characterWidth, emBox, type Frame, page } from '../../format/page.ts';
import { bodyRun, titleRun } from '../../format/type-styles.ts';
import { type Points, toHalfPoints, toTwips } from '../../format/units.ts';
import { horizontalRule } from './drawing.ts';
import { paragraph } from './paragraph.ts';
import { plainRun, spreadRuns, tabRun, textRuns } from './runs.ts';
import { tag } from './xml.ts';

const mark = (size: Points, format: Format) => plainRun({ ...titleRun, size }, format);

/** 份号, 密级和保密期限, 紧急程度 in this order, each on its line at the top left. */
export function writeMarkings(
  { copyNumber, classification, urgency }: Omit<Markings, 'places'>,
  format: Format,
): readonly string[] {
  const body = plainRun(bodyRun, format);
  const boxed = plainRun(format.styles.classification, format);
  return [
    ...(copyNumber === null ? [] : [paragraph('CopyNumber', textRuns(copyNumber, body))]),
    ...[classification, urgency].flatMap((words) =>
      words === null ? [] : [paragraph('Classification', textRuns(words, boxed))],
    ),
  ];
}

const sized = (size: Points): string =>
  tag('sz', { val: toHalfPoints(size) }) + tag('szCs', { val: toHalfPoints(size) });

/** A paragraph of an exact height without words; it may carry a drawing. */
export const gap = (height: Points, drawing = ''): string =>
  paragraph('HeaderGap', drawing, tag('spacing', { line: toTwips(height), lineRule: 'exact' }));

/** 发文机关标志 of one issuer, or the mark of another form: a centred line, empty on paper that bears it. */
export function writeMark(
  name: string,
  size: Points,
  above: Points,
  format: Format,
  below = gapBelowMark(size, format.profile.linePitch),
): string {
  const spacing = {
    before: toTwips(above),
    after: toTwips(below),
    line: toTwips(size * rules.markPitch.value),
    lineRule: 'exact',
  };
  const runs = format.profile.preprinted ? '' : textRuns(name, mark(size, format), sized(size));
  return paragraph('IssuerMark', runs, tag('spacing', spacing));
}

/** 联合行文: each issuer on a line, spread to the longest, 文件 beside the middle of the block. */
function writeJointMark(
  { issuerMark, withFileWord }: FileHeader,
  size: Points,
  above: Points,
  frame: Frame,
  format: Format,
): string {
  const below = gapBelowMark(size, format.profile.linePitch);
  if (format.profile.preprinted) {
    return gap(above + issuerMark.length * size * rules.markPitch.value + below);
  }
  const longest = Math.max(...issuerMark.map(widthInCharacters));
  const names = withFileWord ? longest * size + jointMarkGap.value : longest * size;
  const widths = [names, ...(withFileWord ? [fileWord.length * size] : [])].map(toTwips);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const pitch = size * rules.markPitch.value;
  const spacing = tag('spacing', { before: 0, after: 0, line: toTwips(pitch), lineRule: 'exact' });
  const left = spacing + tag('jc', { val: 'left' });
  const lines = issuerMark.map((name) =>
    paragraph('IssuerMark', spreadRuns(name, longest, mark(size, format), sized(size)), left),
  );
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr>${tag('tcW', { w: width, type: 'dxa' })}${tag('vAlign', { val: 'center' })}</w:tcPr>${content}</w:tc>`;
  const cells = [
    cell(widths[0] ?? 0, lines.join('')),
    ...(withFileWord
      ? [
          cell(
            widths[1] ?? 0,
            paragraph('IssuerMark', textRuns(fileWord, mark(size, format), sized(size)), left),
          ),
        ]
      : []),
  ];
  const none = ['top', 'left', 'bottom', 'right'].map((side) => tag(side, { w: 0, type: 'dxa' })).join('');
  const properties = [
    tag('tblW', { w: total, type: 'dxa' }),
    tag('tblInd', { w: Math.round((toTwips(frame.width) - total) / 2), type: 'dxa' }),
    tag('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${none}</w:tblCellMar>`,
  ].join('');
  const grid = widths.map((width) => tag('gridCol', { w: width })).join('');
  const row = `<w:tr><w:trPr>${tag('cantSplit')}</w:trPr>${cells.join('')}</w:tr>`;
  const table = `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row}</w:tbl>`;
  return gap(above) + table + gap(below);
}

/** Base line to the lower edge of a number's line box, less the glyphs' own descent: what is below the glyphs. */
function roomBelowNumber({ styles }: Format): Points {
  const { pitch, size } = styles.documentNumber;
  return pitch * (1 - page.baselineShare.value) - emBox.descent * size;
}

/** The red rule below a line box with so much white below its glyphs: its middle and lower edge from the box. */
export function ruleBelow(white: Points): { readonly middle: Points; readonly height: Points } {
  const half = rules.ruleWeight.value / 2;
  const middle = rules.numberToRule.value - white + half;
  return { middle, height: middle + half };
}

/** 红色分隔线: a line as wide as the type area, hung from a paragraph so far down; none on paper that bears it. */
export const hungRule = (frame: Frame, down: Points, { profile }: Format): string =>
  profile.preprinted
    ? ''
    : horizontalRule({
        id: 1,
        name: '红色分隔线',
        colour: red,
        weight: rules.ruleWeight.value,
        width: frame.width,
        left: 0,
        from: 'paragraph',
        down,
      });

/** The rule hung from the line of the number. */
export const redRule = (frame: Frame, format: Format): string =>
  hungRule(frame, format.styles.documentNumber.pitch + ruleBelow(roomBelowNumber(format)).middle, format);

/** Below the number: the rule, then the blank lines above the title. */
export const belowNumber = (format: Format): string =>
  tag('spacing', {
    after: toTwips(ruleBelow(roomBelowNumber(format)).height + gapAboveTitle(format)),
  });

const signatoryLabel = '签发人：';
const namesPerLine = 2;

/** 发文字号 one character in, 签发人 one character in from the right, two names a line; the number on the last. */
function writeUpward({ documentNumber, signatories }: FileHeader, frame: Frame, format: Format): string {
  const body = plainRun(bodyRun, format);
  const signatory = { ...plainRun(format.styles.signatory, format), characterStyle: 'Signatory' };
  const widest = Math.max(...signatories.map(widthInCharacters)) * characterWidth;
  const columns = Math.min(namesPerLine, signatories.length);
  const right = frame.width - characterWidth;
  const first = right - columns * widest - (columns - 1) * characterWidth;
  const label = first - widthInCharacters(signatoryLabel) * characterWidth;
  const tabs = (positions: readonly Points[]) =>
    `<w:tabs>${positions.map((at) => tag('tab', { val: 'left', pos: toTwips(at) })).join('')}</w:tabs>`;
  const lines: string[] = [];
  for (let from = 0; from < signatories.length; from += namesPerLine) {
    const last = from + namesPerLine >= signatories.length;
    const opens = from === 0;
    const names = signatories.slice(from, from + namesPerLine).map((name) => textRuns(name, signatory));
    const stops = names.slice(1).map((_, index) => first + (index + 1) * (widest + characterWidth));
    const runs = [
      last ? redRule(frame, format) + textRuns(documentNumber, body) : '',
      tabRun,
      opens ? textRuns(signatoryLabel, body) : '',
      names.join(tabRun),
    ].join('');
    const properties = tabs([opens ? label : first, ...stops]) + (last ? belowNumber(format) : '');
    lines.push(paragraph('DocumentNumberUpward', runs, properties));
  }
  return lines.join('');
}

/** 版头 from the top of the first page down to the blank lines above the title. */
export function writeFileHeader(
  header: FileHeader,
  fitted: Points | null,
  frame: Frame,
  format: Format,
): string {
  const markings = writeMarkings(header, format);
  const { issuerMark, withFileWord, documentNumber, signatories } = header;
  const word = withFileWord ? fileWord : '';
  const size = fitted ?? usualMarkSize(header);
  const above = markTop(size) - frame.top - markings.length * format.line(1);
  const [only] = issuerMark;
  const marks =
    issuerMark.length === 1 && only !== undefined
      ? writeMark(only + word, size, above, format)
      : writeJointMark(header, size, above, frame, format);
  const number =
    signatories.length > 0
      ? writeUpward(header, frame, format)
      : paragraph(
          'DocumentNumber',
          redRule(frame, format) + textRuns(documentNumber, plainRun(bodyRun, format)),
          belowNumber(format),
        );
  return markings.join('') + marks + number;
}
