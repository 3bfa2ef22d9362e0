import { nowhere } from '../diagnostics/place.ts';
import type { FileHeader, Head, Markings } from '../document/header.ts';
import {
  gapAboveTitle,
  gapBelowMark,
  jointMarkGap,
  markSize,
  markTop,
  nominalMarkInk,
  header as rules,
} from '../format/elements.ts';
import type { Format } from '../format/format.ts';
import { characterWidth, emBox, type Frame } from '../format/page.ts';
import { bodyRun, type TypeStyle } from '../format/type-styles.ts';
import type { Points } from '../format/units.ts';
import type { Row } from './galley.ts';
import { type Glyph, type Typecase, widthOf } from './glyph.ts';
import type { Ink, Origin, PlacedItem } from './page.ts';
import { placeLine } from './place-line.ts';
import { baselineOf, setParagraph } from './set-text.ts';
import type { Structure } from './structure.ts';

/** What setting a head needs to know. */
export interface HeaderSetting {
  readonly typecase: Typecase;
  readonly structure: Structure;
  readonly root: number;
  readonly frame: Frame;
  readonly format: Format;
  /** Size of 发文机关标志 the fitting gives; null for the usual one. */
  readonly markSize: Points | null;
}

/** White space that stays, even at the top of a page. */
export const gap = (height: Points): Row => ({
  kind: 'row',
  height,
  items: [],
  keepWithNext: true,
  bookmark: null,
});

/** 份号, 密级和保密期限, 紧急程度 in this order, each on its line at the top left. */
export function setMarkings(
  header: Markings,
  { typecase, structure, root, frame, format }: HeaderSetting,
): Row[] {
  const { styles } = format;
  const { copyNumber, classification, urgency, places } = header;
  const lines: [string | null, TypeStyle, Origin][] = [
    [copyNumber, styles.copyNumber, { kind: 'copy-number', place: places.copyNumber ?? nowhere }],
    [
      classification,
      styles.classification,
      { kind: 'classification', place: places.classification ?? nowhere },
    ],
    [urgency, styles.classification, { kind: 'urgency', place: places.urgency ?? nowhere }],
  ];
  const measure = { left: 0, firstLeft: 0, right: frame.width };
  return lines.flatMap(([words, style, origin]) =>
    words === null
      ? []
      : setParagraph(typecase.text(words, style), style, measure, {
          element: structure.add('P', root, origin),
          keepWithNext: true,
        }),
  );
}

/**
 * The ink of a mark's first line, by the face that draws it, and how far the mark has to move down from where a face of
 * nominal ink would stand, so that its upper edge is where the standard has it.
 */
export function markInk(
  words: string,
  size: Points,
  { typecase, format }: Pick<HeaderSetting, 'typecase' | 'format'>,
): { readonly ink: Ink; readonly down: Points } {
  const nominal = nominalMarkInk(size);
  const ink = typecase.ink(typecase.text(words, { ...format.styles.title, size })) ?? nominal;
  return { ink, down: ink.top - nominal.top };
}

/**
 * 发文机关标志; of several issuers each has a line, spread to the longest, with 文件 beside the middle. Its place stays
 * free on paper that bears it.
 */
export function setMark(
  header: Head & Pick<FileHeader, 'issuerMark' | 'withFileWord'>,
  setting: HeaderSetting,
): Row[] {
  const { typecase, structure, root, frame, format, markSize: fitted } = setting;
  const { issuerMark, withFileWord, places } = header;
  const word = withFileWord ? '文件' : '';
  const longest = Math.max(...issuerMark.map((name) => [...name].length));
  const size = fitted ?? markSize(longest + word.length);
  if (format.profile.preprinted) return [gap(issuerMark.length * size * rules.markPitch.value)];
  const style = { ...format.styles.title, size, pitch: size * rules.markPitch.value };
  const origin: Origin = { kind: 'issuer-mark', place: places.issuerMark ?? nowhere };
  const element = structure.add('P', root, origin);
  const gapBeside = issuerMark.length > 1 && word !== '' ? jointMarkGap.value : 0;
  const width = (longest + word.length) * size + gapBeside;
  const left = (frame.width - width) / 2;
  const { ink, down } = markInk(
    `${issuerMark[0] ?? ''}${issuerMark.length === 1 ? word : ''}`,
    size,
    setting,
  );
  const put = (glyphs: Glyph[], x: Points, y: Points): PlacedItem[] => {
    const place = { x, width, y: y + down, align: 'left', last: true, colour: 'red', element } as const;
    const items = placeLine(glyphs, 0, glyphs.length, place);
    return items.map((item) => (item.kind === 'text' ? { ...item, ink } : item));
  };
  const height = issuerMark.length * style.pitch;
  const items = issuerMark.flatMap((name, index) => {
    const words = typecase.inlines([{ kind: 'spread', text: name, width: longest }], style);
    return put(words, left, index * style.pitch + baselineOf(style.pitch));
  });
  const middle = (height - style.pitch) / 2 + baselineOf(style.pitch);
  const beside =
    word === '' ? [] : put(typecase.text(word, style), left + longest * size + gapBeside, middle);
  return [{ kind: 'row', height, items: [...items, ...beside], keepWithNext: true, bookmark: null }];
}

/** 发文字号, centred; upward, one character in from the left with 签发人 at the right, two names a line. */
function setNumber(header: FileHeader, { typecase, structure, root, frame, format }: HeaderSetting): Row[] {
  const { documentNumber, signatories, places } = header;
  const style = format.styles.documentNumber;
  const origin: Origin = { kind: 'document-number', place: places.documentNumber ?? nowhere };
  const traits = { element: structure.add('P', root, origin), keepWithNext: true };
  const number = typecase.text(documentNumber, style);
  if (signatories.length === 0) {
    return setParagraph(number, style, { left: 0, firstLeft: 0, right: frame.width }, traits);
  }
  const label = typecase.text('签发人：', bodyRun);
  const names = signatories.map((name) => typecase.text(name, format.styles.signatory));
  const widest = Math.max(...names.map((name) => widthOf(name)));
  const columns = Math.min(2, names.length);
  const nameLeft = frame.width - characterWidth - columns * widest - (columns - 1) * characterWidth;
  const rows: Row[] = [];
  for (let first = 0; first < names.length; first += 2) {
    const y = baselineOf(style.pitch);
    const place = {
      width: 0,
      y,
      align: 'left',
      last: true,
      colour: 'black',
      element: traits.element,
    } as const;
    const put = (glyphs: Glyph[], x: Points) => placeLine(glyphs, 0, glyphs.length, { ...place, x });
    const items = [
      ...(first + 2 >= names.length ? put(number, characterWidth) : []),
      ...(first === 0 ? put(label, nameLeft - widthOf(label)) : []),
      ...names
        .slice(first, first + 2)
        .flatMap((name, index) => put(name, nameLeft + index * (widest + characterWidth))),
    ];
    rows.push({ kind: 'row', height: style.pitch, items, keepWithNext: true, bookmark: null });
  }
  return rows;
}

/** White below the glyphs of the number in its line box. */
function roomBelowNumber({ styles }: Format): Points {
  const { size, pitch } = styles.documentNumber;
  return pitch - baselineOf(pitch) - emBox.descent * size;
}

/** 红色分隔线, as wide as the type area, below a line box with so much white below its glyphs: the number's. */
export function setRule({ frame, format }: HeaderSetting, below = roomBelowNumber(format)): Row {
  const { numberToRule, ruleWeight } = rules;
  const y = numberToRule.value - below + ruleWeight.value / 2;
  const rule: PlacedItem = {
    kind: 'rule',
    x1: 0,
    y1: y,
    x2: frame.width,
    y2: y,
    weight: ruleWeight.value,
    colour: 'red',
  };
  return { ...gap(y + ruleWeight.value / 2), items: format.profile.preprinted ? [] : [rule] };
}

/** 版头 as rows from the top of the first page's frame down to the title. */
export function setFileHeader(header: FileHeader, setting: HeaderSetting): Row[] {
  const markings = setMarkings(header, setting);
  const used = markings.reduce((sum, row) => sum + row.height, 0);
  const mark = setMark(header, setting);
  const longest = Math.max(...header.issuerMark.map((name) => [...name].length));
  const size = setting.markSize ?? markSize(longest + (header.withFileWord ? 2 : 0));
  return [
    ...markings,
    gap(markTop(size) - setting.frame.top - used),
    ...mark,
    gap(gapBelowMark(size, setting.format.profile.linePitch)),
    ...setNumber(header, setting),
    setRule(setting),
    gap(gapAboveTitle(setting.format)),
  ];
}
