import { black, red } from '../../format/colours.ts';
import { imprint } from '../../format/elements.ts';
import { page as paper } from '../../format/page.ts';
import type { Points } from '../../format/units.ts';
import type { Page, PlacedRule, PlacedText, TypesetDocument } from '../../typesetting/page.ts';
import { colourName, type Deviation, millimetres, points, sizeName } from '../deviation.ts';
import { bare } from '../fault.ts';
import { elementName, isStandards } from '../page-characters.ts';
import type { PageMarks, ShownRule, ShownText } from './page-marks.ts';

/** How far anything may stand from its place in the page model: what the file's decimals round off. */
const tolerance: Points = 0.05;

const near = (a: number, b: number, far: number = tolerance): boolean => Math.abs(a - b) <= far;

/** Name of the font, as PDF files have it, that draws with a face. */
export type FontNames = (face: string) => string;

/** An item of the model where it stands on the paper: a turned body reads from the foot upwards. */
type Turn = <T extends Point>(point: T) => Point;
interface Point {
  readonly x: Points;
  readonly y: Points;
}

const upright: Turn = ({ x, y }) => ({ x, y });
const turned: Turn = ({ x, y }) => ({ x: y, y: paper.paper.value.height - x });

/** Items of a page with the turn that puts them on the paper. */
function* itemsOf({ turned: isTurned, body, furniture }: Page) {
  for (const item of body) yield { item, turn: isTurned ? turned : upright };
  for (const item of furniture) yield { item, turn: upright };
}

/** A text of the model where it stands on the paper. */
export interface ModelText extends Point {
  readonly item: PlacedText;
}

/** The texts of a page of the model, in the order in which it is drawn. */
export const modelTexts = (page: Page): readonly ModelText[] =>
  [...itemsOf(page)].flatMap(({ item, turn }) =>
    item.kind !== 'text' || item.text === '' ? [] : [{ item, ...turn(item) }],
  );

const hex = (colour: PlacedText['colour']): string => (colour === 'red' ? red : black);

/** What the marks of a page have against the model; words that differ are told elsewhere. */
export function* markFaults(
  page: number,
  marks: PageMarks,
  model: TypesetDocument,
  fontNames: FontNames,
): Generator<Deviation> {
  const own = model.pages[page];
  if (own === undefined) return;
  const texts = modelTexts(own);
  const same =
    texts.length === marks.texts.length &&
    texts.every(({ item }, index) => item.text === marks.texts[index]?.text);
  const words = (all: readonly { readonly text: string }[]) => bare(all.map(({ text }) => text).join(''));
  if (same) {
    for (const [index, text] of texts.entries()) {
      const shown = marks.texts[index];
      if (shown !== undefined) yield* textFaults(page, shown, text, model, fontNames);
    }
  } else if (words(marks.texts) === words(texts.map(({ item }) => item))) {
    const [actual, expected] = [marks.texts.length, texts.length].map((count) => `${count} 段文字`);
    yield {
      rule: 'written/layout',
      subject: `第${page + 1}页`,
      aspect: '分行',
      actual: actual ?? '',
      expected: expected ?? '',
      sample: '',
      page,
      together: 'lines',
    };
  }
  yield* ruleFaults(page, marks.rules, own);
  if (marks.others > 0) {
    yield {
      rule: 'written/layout',
      subject: `第${page + 1}页`,
      aspect: '图形',
      actual: `${marks.others} 个`,
      expected: '没有',
      sample: '',
      page,
    };
  }
}

function* textFaults(
  page: number,
  shown: ShownText,
  { item, x, y }: ModelText,
  { structure }: TypesetDocument,
  fontNames: FontNames,
): Generator<Deviation> {
  const { element } = item;
  const isNumber = element === null && /\d/u.test(item.text) && item.text.includes('—');
  const subject = element === null ? (isNumber ? '页码' : '表头') : elementName(structure, element);
  const type = isNumber
    ? 'written/page-number'
    : element !== null && isStandards(structure, element)
      ? 'written/type'
      : 'written/layout';
  const fault = (rule: Deviation['rule'], aspect: string, actual: string, expected: string): Deviation => ({
    rule,
    subject,
    aspect,
    actual,
    expected,
    sample: item.text,
    page,
  });
  const face = item.face === null ? shown.font : fontNames(item.face);
  if (shown.font !== face) yield fault(type, '字体', shown.font, face);
  if (!near(shown.size, item.size)) yield fault(type, '字号', sizeName(shown.size), sizeName(item.size));
  const colour = hex(item.colour);
  if (shown.colour !== colour)
    yield fault('written/colour', '颜色', colourName(shown.colour), colourName(colour));
  if (shown.bold !== item.bold)
    yield fault('written/layout', '加粗', shown.bold ? '加粗' : '不加粗', item.bold ? '加粗' : '不加粗');
  if (!near(shown.tracking, item.tracking, 0.01)) {
    yield fault('written/layout', '字符间距', points(shown.tracking), points(item.tracking));
  }
  if (near(shown.x, x) && near(shown.y, y)) return;
  const place = (left: Points, down: Points) => `距纸左边 ${millimetres(left)}、上边 ${millimetres(down)}`;
  const rule = isNumber ? 'written/page-number' : 'written/layout';
  // One line that moved moves those below it.
  yield { ...fault(rule, '位置', place(shown.x, shown.y), place(x, y)), together: 'moved' };
}

const ends = ({ x1, y1, x2, y2 }: Omit<ShownRule, 'weight' | 'colour'>): readonly number[] =>
  x1 < x2 || (x1 === x2 && y1 <= y2) ? [x1, y1, x2, y2] : [x2, y2, x1, y1];

/** The ends of a rule, for the clerk. */
const describe = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): string =>
  y1 === y2
    ? `距纸左边 ${millimetres(x1)}、上边 ${millimetres(y1)}，长 ${millimetres(x2 - x1)}`
    : `距纸左边 ${millimetres(x1)}、上边 ${millimetres(y1)}，高 ${millimetres(y2 - y1)}`;

function modelRule({ x1, y1, x2, y2, weight, colour }: PlacedRule, turn: Turn): ShownRule {
  const [from, to] = [turn({ x: x1, y: y1 }), turn({ x: x2, y: y2 })];
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y, weight, colour: hex(colour) };
}

const tableLines = '线条';

/** What a rule is by the standard: of the head, of 版记, or of a table, about which it says nothing. */
function ruleName({ weight, colour }: ShownRule): string {
  if (colour === red) return '红色分隔线';
  const { thickRule, thinRule } = imprint;
  return [thickRule, thinRule].some(({ value }) => near(weight, value, 0.001)) ? '版记分隔线' : tableLines;
}

/** Rules: their ends, weights and colours, whatever the order in which they are drawn. */
function* ruleFaults(page: number, found: readonly ShownRule[], own: Page): Generator<Deviation> {
  const wanted = [...itemsOf(own)].flatMap(({ item, turn }) =>
    item.kind === 'rule' ? [modelRule(item, turn)] : [],
  );
  const fault = (subject: string, aspect: string, actual: string, expected: string): Deviation => ({
    rule: subject === tableLines ? 'written/layout' : 'written/rules',
    subject,
    aspect,
    actual,
    expected,
    sample: '',
    page,
  });
  if (found.length !== wanted.length) {
    const [first] = wanted;
    const subject = first === undefined ? tableLines : ruleName(first);
    yield fault(subject, '条数', `${found.length} 条`, `${wanted.length} 条`);
    return;
  }
  for (const [index, rule] of found.entries()) {
    const should = wanted[index];
    if (should === undefined) continue;
    const { colour } = should;
    const subject = ruleName(should);
    const [is, where] = [ends(rule), ends(should)];
    if (!is.every((place, side) => near(place, where[side] ?? 0))) {
      yield { ...fault(subject, '位置', describe(is), describe(where)), together: `${subject} moved` };
    }
    if (!near(rule.weight, should.weight))
      yield fault(subject, '粗细', points(rule.weight), points(should.weight));
    if (rule.colour !== colour) yield fault(subject, '颜色', colourName(rule.colour), colourName(colour));
  }
}
