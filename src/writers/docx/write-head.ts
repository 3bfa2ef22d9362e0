import { widthInCharacters } from '../../document/character-width.ts';
import type { Header, MinutesHeader, OrderHeader } from '../../document/header.ts';
import { gapAboveTitle, markTop, roomBelowMark, markSize as sizeOf } from '../../format/elements.ts';
import type { Format } from '../../format/format.ts';
import { order } from '../../format/forms.ts';
import { type Frame, page } from '../../format/page.ts';
import { bodyRun } from '../../format/type-styles.ts';
import { type Points, toTwips } from '../../format/units.ts';
import { paragraph } from './paragraph.ts';
import { plainRun, textRuns } from './runs.ts';
import {
  belowNumber,
  gap,
  hungRule,
  redRule,
  ruleBelow,
  writeFileHeader,
  writeMark,
  writeMarkings,
} from './write-header.ts';
import { writeLetterHead } from './write-letter.ts';
import { tag } from './xml.ts';

/** 命令（令）格式 §10.2: mark 20 mm into the type area, number two lines below it, text two lines below that. */
function writeOrderHead({ mark, documentNumber }: OrderHeader, frame: Frame, format: Format): string {
  const size = sizeOf(widthInCharacters(mark));
  const above = markTop(size, page.headMargin.value + order.markDown.value) - frame.top;
  const below = tag('spacing', { after: toTwips(format.line(order.linesBelowNumber.value)) });
  return (
    writeMark(mark, size, above, format) +
    paragraph('DocumentNumber', textRuns(documentNumber, plainRun(bodyRun, format)), below)
  );
}

/** 纪要格式 §10.3: its mark where 发文机关标志 stands, then number and rule as 版头 has them. */
function writeMinutesHead(head: MinutesHeader, frame: Frame, format: Format): string {
  const markings = writeMarkings(head, format);
  const size = sizeOf(widthInCharacters(head.mark));
  const above = markTop(size) - frame.top - markings.length * format.line(1);
  if (head.documentNumber !== null) {
    const number = redRule(frame, format) + textRuns(head.documentNumber, plainRun(bodyRun, format));
    return (
      markings.join('') +
      writeMark(head.mark, size, above, format) +
      paragraph('DocumentNumber', number, belowNumber(format))
    );
  }
  const rule = ruleBelow(roomBelowMark(size));
  const carrier = gap(rule.height + gapAboveTitle(format), hungRule(frame, rule.middle, format));
  return markings.join('') + writeMark(head.mark, size, above, format, 0) + carrier;
}

/** The head of a document by its form, its mark in the size the fitting gives, from the top of the first page down to the white above title or text. */
export function writeHead(head: Header, markSize: Points | null, frame: Frame, format: Format): string {
  switch (head.form) {
    case 'file':
      return writeFileHeader(head, markSize, frame, format);
    case 'letter':
      return writeLetterHead(head, frame, format);
    case 'order':
      return writeOrderHead(head, frame, format);
    case 'minutes':
      return writeMinutesHead(head, frame, format);
  }
}
