import type { Fitting } from '../../document/fitting.ts';
import { red } from '../../format/colours.ts';
import { page as paper } from '../../format/page.ts';
import { mm, type Points } from '../../format/units.ts';
import type { Page, PlacedRule, TypesetDocument } from '../../typesetting/page.ts';
import { colourName, type Deviation, millimetres, points } from '../deviation.ts';
import type { WrittenDrawing } from './drawing.ts';
import { footRooms } from './fitted-lines.ts';
import type { MatchedParagraph } from './match.ts';
import { type ExpectedSection, sectionAt } from './page-frames.ts';
import type { WrittenDocx } from './written-docx.ts';

/** What a reader with a ruler would see. */
const tolerance: Points = mm(0.5);
/** Half of the least step Word offers. */
const weightTolerance: Points = 0.25;
/** Borders come in eighths of a point. */
const borderTolerance: Points = 0.13;

const near = (a: Points, b: Points, far: Points): boolean => Math.abs(a - b) <= far;

/** A line of a Word file; a place that the file does not tell is null. */
interface WrittenRule {
  readonly left: Points | null;
  readonly y: Points | null;
  readonly width: Points;
  readonly weight: Points;
  readonly colour: string;
}

function ruleOf(
  drawing: WrittenDrawing,
  paragraphTop: Points | null,
  section: ExpectedSection | undefined,
): WrittenRule[] {
  const { line, left, leftFrom, down, downFrom, width } = drawing;
  if (line === null) return [];
  const margin = section?.frame.left;
  const from = leftFrom === 'page' ? 0 : leftFrom === 'margin' || leftFrom === 'column' ? margin : undefined;
  const top = downFrom === 'page' ? 0 : downFrom === 'paragraph' ? paragraphTop : null;
  return [
    {
      left: left === null || from === undefined ? null : from + left,
      y: down === null || top === null ? null : top + down,
      width,
      ...line,
    },
  ];
}

/** The lines of the body, then those in the footer of the first page. */
function* writtenRules(
  written: WrittenDocx,
  matched: readonly MatchedParagraph[],
  expected: readonly ExpectedSection[],
): Generator<WrittenRule> {
  for (const { paragraph, pages } of matched) {
    const section = sectionAt(expected, paragraph.section, written.sections.length, false);
    const first = pages[0]?.item;
    const { line, lineRule } = paragraph.look;
    const top =
      first === undefined || lineRule !== 'exact' ? null : first.y - paper.baselineShare.value * line;
    for (const drawing of paragraph.drawings) yield* ruleOf(drawing, top, section);
  }
  if (written.sections[0]?.titlePage !== true) return;
  for (const { drawings } of written.furniture(0, 'footer', 'first')) {
    for (const drawing of drawings) yield* ruleOf(drawing, null, expected[0]);
  }
}

const rulesOf = ({ body, furniture }: Page, colour: PlacedRule['colour']): readonly PlacedRule[] =>
  [...body, ...furniture]
    .filter((item) => item.kind === 'rule')
    .filter((rule) => rule.colour === colour && rule.y1 === rule.y2)
    .toSorted((a, b) => a.y1 - b.y1);

/** The red rules of a Word file's head against those of the finished page, and drawings nobody put there. */
export function* redRuleFaults(
  written: WrittenDocx,
  matched: readonly MatchedParagraph[],
  expected: readonly ExpectedSection[],
  { pages }: TypesetDocument,
  fitting: Fitting,
): Generator<Deviation> {
  const fault = (aspect: string, actual: string, wanted: string): Deviation => ({
    rule: 'written/rules',
    subject: '红色分隔线',
    aspect,
    actual,
    expected: wanted,
    sample: '',
    page: null,
  });
  const wanted = pages.flatMap((page) => rulesOf(page, 'red'));
  // Programs save drawings in an order of their own.
  const found = [...writtenRules(written, matched, expected)].sort((a, b) => (a.y ?? 0) - (b.y ?? 0));
  if (found.length !== wanted.length) {
    yield fault('条数', `${found.length} 条`, `${wanted.length} 条`);
  } else {
    for (const [index, rule] of found.entries()) {
      const should = wanted[index];
      if (should === undefined) continue;
      const { x1, x2, y1, weight } = should;
      const width = Math.abs(x2 - x1);
      if (!near(rule.width, width, tolerance))
        yield fault('长度', millimetres(rule.width), millimetres(width));
      if (rule.left !== null && !near(rule.left, Math.min(x1, x2), tolerance)) {
        yield fault('左端', `距纸边 ${millimetres(rule.left)}`, `距纸边 ${millimetres(Math.min(x1, x2))}`);
      }
      if (rule.y !== null && !near(rule.y, y1, tolerance)) {
        yield fault('高低', `距纸上边 ${millimetres(rule.y)}`, `距纸上边 ${millimetres(y1)}`);
      }
      if (!near(rule.weight, weight, weightTolerance))
        yield fault('粗细', points(rule.weight), points(weight));
      if (rule.colour !== red) yield fault('颜色', colourName(rule.colour), colourName(red));
    }
  }
  const strangers = matched
    .flatMap(({ paragraph }) => paragraph.drawings)
    .filter(({ line }) => line === null);
  const rooms = footRooms(fitting);
  if (strangers.length === rooms) return;
  yield {
    ...fault('图形', `${strangers.length} 个`, rooms === 0 ? '没有' : `${rooms} 个`),
    subject: '正文',
    rule: 'written/layout',
  };
}

/** The rules of 版记 of a Word file: how many, how thick, how long. §7.4.1 */
export function* imprintRuleFaults(
  matched: readonly MatchedParagraph[],
  { structure, pages }: TypesetDocument,
): Generator<Deviation> {
  const fault = (aspect: string, actual: string, wanted: string): Deviation => ({
    rule: 'written/rules',
    subject: '版记分隔线',
    aspect,
    actual,
    expected: wanted,
    sample: '',
    page: null,
  });
  const printed = matched.find(({ pages: [first] }) =>
    first === undefined || first === null ? false : structure[first.element]?.origin.kind === 'printed-by',
  );
  const table = printed?.paragraph.table;
  const opening = matched.find(({ paragraph, pages: [first] }) => paragraph.table === table && first != null);
  const top = opening?.pages[0];
  if (printed === undefined || top === undefined || top === null) return;
  const above = top.item.y - paper.baselineShare.value * (opening?.paragraph.look.line ?? 0);
  const page = pages[top.page];
  const should = (page === undefined ? [] : rulesOf(page, 'black')).filter(
    ({ y1 }) => y1 > above - tolerance,
  );
  if (table === null || table === undefined) {
    yield fault('条数', '没有', `${should.length} 条`);
    return;
  }
  if (!table.atFoot) {
    yield fault('位置', table.floats ? '另定了高低' : '跟在正文后面', '版心下边缘');
  }
  const worded = new Set(
    matched
      .filter(({ paragraph }) => paragraph.table === table && paragraph.words !== '')
      .map(({ paragraph }) => paragraph.row),
  );
  const weights: number[] = [];
  let seam: number | null = null;
  for (const [row, { cells }] of table.rows.entries()) {
    const [cell] = cells;
    if (cell === undefined || !worded.has(row)) continue;
    weights.push(Math.max(seam ?? 0, cell.top.weight ?? 0));
    seam = cell.bottom.weight ?? 0;
  }
  weights.push(seam ?? 0);
  const drawn = weights.filter((weight) => weight > 0);
  if (drawn.length !== should.length) {
    yield fault('条数', `${drawn.length} 条`, `${should.length} 条`);
    return;
  }
  for (const [index, weight] of drawn.entries()) {
    const wanted = should[index]?.weight ?? 0;
    if (!near(weight, wanted, borderTolerance)) yield fault('粗细', millimetres(weight), millimetres(wanted));
  }
  const colour = table.rows
    .flatMap(({ cells }) => cells.flatMap((cell) => [cell.top, cell.bottom]))
    .find((border) => border.weight !== null && border.colour !== '000000')?.colour;
  if (colour !== undefined) yield fault('颜色', colourName(colour), colourName('000000'));
  const [width, length] = [table.edges.at(-1) ?? 0, Math.abs((should[0]?.x2 ?? 0) - (should[0]?.x1 ?? 0))];
  if (!near(width, length, tolerance)) yield fault('长度', millimetres(width), millimetres(length));
}
