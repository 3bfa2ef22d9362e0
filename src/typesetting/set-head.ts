import { nowhere } from '../diagnostics/place.ts';
import type { Head, Header, MinutesHeader, OrderHeader } from '../document/header.ts';
import { gapAboveTitle, gapBelowMark, markSize, markTop, roomBelowMark } from '../format/elements.ts';
import { order } from '../format/forms.ts';
import { page } from '../format/page.ts';
import type { Row } from './galley.ts';
import { gap, type HeaderSetting, setFileHeader, setMark, setMarkings, setRule } from './set-header.ts';
import { setLetterHead } from './set-letter-head.ts';
import { setParagraph } from './set-text.ts';

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.height, 0);

/** A number that stands by itself, centred. */
function setCentredNumber(number: string, { places }: Head, setting: HeaderSetting): Row[] {
  const { typecase, structure, root, frame, format } = setting;
  const style = format.styles.documentNumber;
  const origin = { kind: 'document-number', place: places.documentNumber ?? nowhere } as const;
  const traits = { element: structure.add('P', root, origin), keepWithNext: true };
  const measure = { left: 0, firstLeft: 0, right: frame.width };
  return setParagraph(typecase.text(number, style), style, measure, traits);
}

/** 命令（令）格式 §10.2: mark 20 mm into the type area, number two lines below it, text two lines below that. */
function setOrderHead(head: OrderHeader, setting: HeaderSetting): Row[] {
  const { mark, documentNumber, places } = head;
  const { line, profile } = setting.format;
  const size = markSize([...mark].length);
  const top = markTop(size, page.headMargin.value + order.markDown.value);
  return [
    gap(top - setting.frame.top),
    ...setMark({ issuerMark: [mark], withFileWord: false, places }, setting),
    gap(gapBelowMark(size, profile.linePitch)),
    ...setCentredNumber(documentNumber, head, setting),
    gap(line(order.linesBelowNumber.value)),
  ];
}

/** 纪要格式 §10.3: its mark where 发文机关标志 stands, then number and rule as 版头 has them. */
function setMinutesHead(head: MinutesHeader, setting: HeaderSetting): Row[] {
  const { profile } = setting.format;
  const size = markSize([...head.mark].length);
  const markings = setMarkings(head, setting);
  const numbered = head.documentNumber !== null;
  return [
    ...markings,
    gap(markTop(size) - setting.frame.top - heightOf(markings)),
    ...setMark({ issuerMark: [head.mark], withFileWord: false, places: head.places }, setting),
    ...(numbered
      ? [gap(gapBelowMark(size, profile.linePitch)), ...setCentredNumber(head.documentNumber, head, setting)]
      : []),
    numbered ? setRule(setting) : setRule(setting, roomBelowMark(size)),
    gap(gapAboveTitle(setting.format)),
  ];
}

/** The head of a document by its form, as rows from the top of the first page's frame down to title or text. */
export function setHead(head: Header, setting: HeaderSetting): Row[] {
  switch (head.form) {
    case 'file':
      return setFileHeader(head, setting);
    case 'letter':
      return setLetterHead(head, setting);
    case 'order':
      return setOrderHead(head, setting);
    case 'minutes':
      return setMinutesHead(head, setting);
  }
}
