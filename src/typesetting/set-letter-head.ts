import { nowhere } from '../diagnostics/place.ts';
import type { LetterHeader } from '../document/header.ts';
import { header, markSize, markTop, nominalMarkInk } from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { belowLetterRule, doubleRule, footRuleTop, letter, letterRuleTop } from '../format/forms.ts';
import type { Frame } from '../format/page.ts';
import type { Points } from '../format/units.ts';
import { moved, type Row } from './galley.ts';
import type { PlacedItem } from './page.ts';
import { gap, type HeaderSetting, markInk, setMark, setMarkings } from './set-header.ts';
import { setParagraph } from './set-text.ts';

/** A red double rule centred on the paper, its upper edge at a height of the page. */
function setDoubleRule(position: 'upper' | 'lower', top: Points, { pageWidth }: Frame): PlacedItem[] {
  const x1 = (pageWidth - letter.ruleLength.value) / 2;
  return doubleRule(position).map(({ down, weight }) => ({
    kind: 'rule',
    x1,
    y1: top + down,
    x2: x1 + letter.ruleLength.value,
    y2: top + down,
    weight,
    colour: 'red',
  }));
}

/** The second double rule of a letter §10.1, at the foot of its first page, in page coordinates; the paper may bear it. */
export const setFootRule = (frame: Frame, { profile }: Format): PlacedItem[] =>
  profile.preprinted ? [] : setDoubleRule('lower', footRuleTop(frame), frame);

/** 份号、密级、紧急程度 at the left and 发文字号 at the right, beginning on one line. */
function setBelowRule(head: LetterHeader, setting: HeaderSetting): Row[] {
  const { typecase, structure, root, frame, format } = setting;
  const [first, ...rest] = setMarkings(head, setting);
  const style = { ...format.styles.documentNumber, align: 'right' } as const;
  const origin = { kind: 'document-number', place: head.places.documentNumber ?? nowhere } as const;
  const traits = { element: structure.add('P', root, origin), keepWithNext: true };
  const measure = { left: 0, firstLeft: 0, right: frame.width };
  const number = setParagraph(typecase.text(head.documentNumber, style), style, measure, traits);
  return number
    .map((row, index) =>
      index === 0 && first !== undefined ? { ...row, items: [...first.items, ...row.items] } : row,
    )
    .concat(rest);
}

/** 信函格式 §10.1: mark, first double rule, markings and number, down to the two blank lines above the title. */
export function setLetterHead(head: LetterHeader, setting: HeaderSetting): Row[] {
  const { frame, format } = setting;
  const { preprinted, linePitch } = format.profile;
  const size = markSize([...head.mark].length);
  const above = markTop(size, letter.markDown.value) - frame.top;
  const mark = setMark({ issuerMark: [head.mark], withFileWord: false, places: head.places }, setting);
  const markBottom = frame.top + above + header.markPitch.value * size;
  // What is 4 mm above the rule is the mark's ink. The title keeps its place, whatever face draws the mark.
  const nominal = nominalMarkInk(size);
  const { ink } = preprinted ? { ink: nominal } : markInk(head.mark, size, setting);
  const higher = ink.top - ink.bottom - (nominal.top - nominal.bottom);
  const drawn = preprinted ? [] : setDoubleRule('upper', letterRuleTop(size) + higher, frame);
  const rule = moved(drawn, -frame.left, -markBottom);
  return [
    gap(above),
    ...mark,
    { ...gap(belowLetterRule(size, linePitch) + higher - markBottom), items: rule },
    ...setBelowRule(head, setting),
    gap(format.line(letter.linesAboveTitle.value) - higher),
  ];
}
