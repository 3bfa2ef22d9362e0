import { page as paper } from '../../format/page.ts';
import { mm, type Points } from '../../format/units.ts';
import { type Deviation, millimetres } from '../deviation.ts';
import { type ExpectedSection, sectionAt } from './page-frames.ts';
import type { WrittenSection } from './section.ts';

/** The ±1 mm the standard allows itself for the type area. */
const tolerance: Points = mm(1);

/** What lines of a page may lack of their height, in points: programs write whole twips. */
const slack: Points = 0.2;

const near = (a: Points, b: Points): boolean => Math.abs(a - b) <= tolerance;

const linesIn = (height: Points, pitch: Points): number => Math.floor((height + slack) / pitch);

/** What the page set-up of a Word file's sections has against the standard's page. */
export function* sectionFaults(
  sections: readonly WrittenSection[],
  expected: readonly ExpectedSection[],
): Generator<Deviation> {
  for (const [index, section] of sections.entries()) {
    const turned = section.width > section.height;
    const own = sectionAt(expected, index, sections.length, turned);
    yield* sectionOf(section, `第${index + 1}节`, index === 0, own);
  }
  if (sections.length !== expected.length) {
    const [actual, wanted] = [`${sections.length} 节`, `${expected.length} 节`];
    yield {
      rule: 'written/layout',
      subject: '全文',
      aspect: '分节',
      actual,
      expected: wanted,
      sample: '',
      page: null,
    };
  }
}

function* sectionOf(
  section: WrittenSection,
  subject: string,
  isFirst: boolean,
  own: ExpectedSection | undefined,
): Generator<Deviation> {
  const fault = (
    aspect: string,
    actual: string,
    expected: string,
    rule: Deviation['rule'] = 'written/page-setup',
  ): Deviation => ({ rule, subject, aspect, actual, expected, sample: '', page: null });
  const { width, height } = paper.paper.value;
  const [short, long] = [section.width, section.height].sort((a, b) => a - b) as [Points, Points];
  if (!near(short, width) || !near(long, height)) {
    yield fault('纸张', `${millimetres(section.width)}×${millimetres(section.height)}`, 'A4');
    return;
  }
  if (own === undefined) {
    yield fault(
      '纸张方向',
      section.width > section.height ? '横向' : '纵向',
      '与数据排出来的一致',
      'written/layout',
    );
    return;
  }
  const { frame, pitch } = own;
  if (section.width > section.height !== own.turned) {
    yield fault('纸张方向', own.turned ? '纵向' : '横向', own.turned ? '横向' : '纵向');
    return;
  }
  const sides: readonly (readonly [string, Points, Points])[] = [
    ['上边距', section.top, frame.top],
    ['下边距', section.bottom, frame.pageHeight - frame.top - frame.height],
    ['左边距', section.left, frame.left],
    ['右边距', section.right, frame.pageWidth - frame.left - frame.width],
  ];
  // A top margin below zero is one that headers do not push.
  const wrong = sides.filter(([, is, should]) => !near(Math.abs(is), should));
  for (const [name, is, should] of wrong) yield fault(name, millimetres(is), millimetres(should));
  const [lines, all] = [section.height - section.top - section.bottom, frame.height].map((room) =>
    linesIn(room, pitch),
  );
  if (wrong.length === 0 && !frame.flush && lines !== all) {
    yield fault('上下边距', `一面排 ${lines} 行`, `一面排 ${all} 行`);
  }
  if (section.grid !== null) yield fault('文档网格', '指定了网格', '无网格', 'written/layout');
  const { format, start } = section.numbers;
  if (format !== null && format !== 'decimal') {
    yield fault('页码数字', '不是阿拉伯数字', '阿拉伯数字', 'written/page-number');
  }
  if (start !== null && !(isFirst && start === 1)) {
    yield fault('起始页码', `从 ${start} 开始`, isFirst ? '从 1 开始' : '接着上一节', 'written/page-number');
  }
  if (section.ornaments.length > 0)
    yield fault('版式', section.ornaments.join('、'), '没有', 'written/layout');
}
