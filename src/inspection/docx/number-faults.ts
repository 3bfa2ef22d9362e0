import type { OfficialDocument } from '../../document/official-document.ts';
import { pageNumber } from '../../format/elements.ts';
import { formatOf } from '../../format/format.ts';
import { type Frame, frameOf, page as paper } from '../../format/page.ts';
import { mm, type Points } from '../../format/units.ts';
import type { PlacedText, TypesetDocument } from '../../typesetting/page.ts';
import { colourName, type Deviation, millimetres, points, sizeName } from '../deviation.ts';
import { pageMark, type WrittenParagraph } from './content.ts';
import { officialName } from './face-names.ts';
import type { MatchedParagraph } from './match.ts';
import { type ExpectedSection, sectionAt } from './page-frames.ts';
import type { WrittenSection } from './section.ts';
import type { WrittenDocx } from './written-docx.ts';

/** What a reader with a ruler would see. */
const tolerance: Points = mm(0.5);
/** The ±1 mm the standard allows itself for the type area. */
const areaTolerance: Points = mm(1);
const sizeTolerance = 0.2;
const pitchTolerance: Points = 0.15;

/** What page numbers are measured against. */
export interface NumberMeasures {
  readonly document: OfficialDocument;
  readonly typeset: TypesetDocument;
  readonly expected: readonly ExpectedSection[];
}

/** Sections of a Word file with the pages their words stand on. */
function pagesOf(matched: readonly MatchedParagraph[]): ReadonlyMap<number, readonly number[]> {
  const sections = new Map<number, Set<number>>();
  for (const { paragraph, pages } of matched) {
    const own = sections.get(paragraph.section) ?? new Set();
    for (const each of pages) if (each !== null) own.add(each.page);
    sections.set(paragraph.section, own);
  }
  return new Map([...sections].map(([section, on]) => [section, [...on].sort((a, b) => a - b)]));
}

/** What headers and footers of a Word file have against the page numbers of the finished pages. §7.5 */
export function* numberFaults(
  written: WrittenDocx,
  matched: readonly MatchedParagraph[],
  measures: NumberMeasures,
): Generator<Deviation> {
  const { typeset, expected } = measures;
  const tried = new Set<string>();
  for (const [section, pages] of pagesOf(matched)) {
    const own = written.sections[section];
    if (own === undefined) continue;
    for (const [order, page] of pages.entries()) {
      const first = own.titlePage && order === 0;
      const even = page % 2 === 1;
      const type = first ? 'first' : even && written.oddAndEven ? 'even' : 'default';
      const key = `${section} ${type} ${even}`;
      if (tried.has(key)) continue;
      tried.add(key);
      const footer = written.furniture(section, 'footer', type);
      const [should] = (typeset.pages[page]?.furniture ?? []).filter((item) => item.kind === 'text');
      const wanted = sectionAt(expected, section, written.sections.length, own.width > own.height);
      const subject = first ? '首页页码' : even ? '双页码' : '单页码';
      yield* footerFaults(
        { footer, distance: own.footer, should: should ?? null, section: wanted, subject },
        measures,
      );
      if (wanted === undefined) continue;
      // A letter's further pages have the usual frame within the margins of its first one.
      const usual = own.titlePage && !first ? frameOf('portrait', false, wanted.pitch) : wanted.frame;
      yield* headerFaults(written.furniture(section, 'header', type), footer, own, usual);
    }
  }
}

interface Footer {
  readonly footer: readonly WrittenParagraph[];
  /** From the foot of the paper. */
  readonly distance: Points;
  /** The number on the finished page; null where it has none. */
  readonly should: PlacedText | null;
  readonly section: ExpectedSection | undefined;
  readonly subject: string;
}

function* footerFaults(
  { footer, distance, should, section, subject }: Footer,
  { document }: NumberMeasures,
): Generator<Deviation> {
  const fault = (aspect: string, actual: string, wanted: string): Deviation => ({
    rule: 'written/page-number',
    subject,
    aspect,
    actual,
    expected: wanted,
    sample: '',
    page: null,
  });
  const at = footer.findIndex(({ words }) => words.includes(pageMark));
  const number = footer[at];
  const { dash } = pageNumber;
  const pattern = `${dash.value}${pageMark}${dash.value}`;
  if (should === null || number === undefined) {
    if (should !== null) yield fault('有无', '没有页码', `${dash.value} 页码 ${dash.value}`);
    else if (number !== undefined) yield fault('有无', '有页码', '不编页码');
    return;
  }
  if (number.words !== pattern) {
    const shown = (words: string) => words.replaceAll(pageMark, '页码');
    yield fault('写法', shown(number.words), shown(pattern));
  }
  const { faceNames, styles } = formatOf(document.profile);
  const { size, pitch } = styles.pageNumber;
  for (const { look } of number.runs) {
    const face = faceNames.songti;
    if (officialName(look.ascii) !== face) yield fault('字体', look.ascii, face);
    if (Math.abs(look.size - size) > sizeTolerance) yield fault('字号', sizeName(look.size), sizeName(size));
    if (look.colour !== '000000') yield fault('颜色', colourName(look.colour), colourName('000000'));
  }
  const { look, inBox } = number;
  if (look.lineRule !== 'exact' || Math.abs(look.line - pitch) > pitchTolerance) {
    const is = look.lineRule === 'exact' ? points(look.line) : '不是固定值';
    yield fault('行距', is, `固定值 ${points(pitch)}`);
    return;
  }
  const below = footer
    .slice(at + 1)
    .filter(({ container }) => container === number.container)
    .reduce((sum, { look: more }) => sum + more.before + more.line + more.after, look.after);
  const rise = (1 - paper.baselineShare.value) * pitch;
  const box = footer.flatMap(({ drawings }) => drawings).find(({ isBox }) => isBox);
  // A turned page's foot is its left edge, and the top of the box's line is at the right.
  const turned = inBox && section?.turned === true && box?.left != null ? box.left + box.width - pitch : null;
  if (inBox && turned === null) return;
  const is = (turned ?? distance + below) + rise;
  const up = paper.paper.value.height - should.y;
  if (!(Math.abs(is - up) <= tolerance)) {
    yield fault('高低', `距纸下边 ${millimetres(is)}`, `距纸下边 ${millimetres(up)}`);
  }
  yield* sideFaults(number, should, fault);
}

/** At the outer edge, or centred. */
function* sideFaults(
  { look: { align, left, right } }: WrittenParagraph,
  { x, width }: PlacedText,
  fault: (aspect: string, actual: string, wanted: string) => Deviation,
): Generator<Deviation> {
  const { bindingMargin, typeArea } = paper;
  const edge = bindingMargin.value + typeArea.value.width;
  const [before, behind] = [x - bindingMargin.value, edge - x - width];
  const near = (a: Points, b: Points) => Math.abs(a - b) <= tolerance;
  const side = near(before, behind) ? 'center' : before > behind ? 'right' : 'left';
  const names: Readonly<Record<string, string>> = { left: '居左', center: '居中', right: '居右' };
  const of = (name: string) => names[name === 'both' ? 'left' : name] ?? name;
  if (of(align) !== of(side)) yield fault('位置', of(align), of(side));
  else if (side === 'right' && !near(right, behind)) {
    yield fault('位置', `居右空 ${millimetres(right)}`, `居右空 ${millimetres(behind)}`);
  } else if (side === 'left' && !near(left, before)) {
    yield fault('位置', `居左空 ${millimetres(left)}`, `居左空 ${millimetres(before)}`);
  }
}

/** Height of what stands in a header or footer. */
const heightOf = (paragraphs: readonly WrittenParagraph[]): Points =>
  paragraphs
    .filter(({ inBox, table }) => !inBox && table === null)
    .reduce(
      (sum, { look }) => sum + look.before + (look.lineRule === 'exact' ? look.line : 0) + look.after,
      0,
    );

/** A header that says something, and headers and footers so high that they push the text. */
function* headerFaults(
  header: readonly WrittenParagraph[],
  footer: readonly WrittenParagraph[],
  section: WrittenSection,
  frame: Frame,
): Generator<Deviation> {
  const words = header.map((paragraph) => paragraph.words).join('');
  const fault = (
    rule: Deviation['rule'],
    subject: string,
    aspect: string,
    [actual, expected]: readonly [string, string],
  ): Deviation => ({ rule, subject, aspect, actual, expected, sample: '', page: null });
  if (words !== '') yield fault('written/layout', '页眉', '文字', [words, '没有']);
  const edges: readonly (readonly [string, boolean, Points, Points, Points])[] = [
    ['页眉', header.length > 0, section.header + heightOf(header), Math.abs(section.top), frame.top],
    [
      '页脚',
      footer.length > 0,
      section.footer + heightOf(footer),
      Math.abs(section.bottom),
      frame.pageHeight - frame.top - frame.height,
    ],
  ];
  for (const [subject, isThere, reaches, margin, should] of edges) {
    // What does not reach into the text changes nothing; a wrong margin is told by itself.
    const pushed = isThere && reaches > margin ? reaches : margin;
    if (pushed === margin && Math.abs(margin - should) > areaTolerance) continue;
    if (Math.abs(pushed - should) <= areaTolerance) continue;
    yield fault('written/page-setup', subject, '高度', [
      `正文从距纸边 ${millimetres(pushed)} 处开始`,
      `从 ${millimetres(should)} 处开始`,
    ]);
  }
}
