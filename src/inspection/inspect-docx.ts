import type { OfficialDocument } from '../document/official-document.ts';
import { faceNamesOf } from '../format/faces.ts';
import { page as paper } from '../format/page.ts';
import { bodyRun } from '../format/type-styles.ts';
import { mm, toHalfPoints, toTwips } from '../format/units.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import { bare, firstDifference, type WrittenFault } from './fault.ts';
import { readDocx, type WrittenDocx } from './written-docx.ts';

/** The standard's own tolerance for margins, in twips. */
const tolerance = toTwips(mm(1));
const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;

/** What a Word file has against the document it should hold and against the standard's page. */
export function* inspectDocx(
  bytes: Uint8Array,
  document: OfficialDocument,
  typeset: TypesetDocument,
): Generator<WrittenFault> {
  const written = readOrNull(bytes);
  if (written === null) {
    yield { rule: 'written/unreadable', message: '文件已经损坏，不是 Word 文件', page: null };
    return;
  }
  const actual = written.paragraphs.map(({ words }) => words).join('');
  const difference = firstDifference(actual, wordsOf(typeset));
  if (difference !== null)
    yield { rule: 'written/differs', message: '文字与现在的数据不一致', page: null, ...difference };
  if (bare(written.title) !== bare(document.metadata.title)) {
    const [is, should] = [written.title, document.metadata.title];
    yield {
      rule: 'written/differs',
      message: '文件属性里的标题与现在的数据不一致',
      page: null,
      actual: is,
      expected: should,
    };
  }
  yield* pageFaults(written);
  yield* styleFaults(written, document);
}

function readOrNull(bytes: Uint8Array): WrittenDocx | null {
  try {
    return readDocx(bytes);
  } catch {
    return null;
  }
}

/** The words of a typeset document in reading order, without white space. */
function wordsOf({ pages, structure }: TypesetDocument): string {
  const words = structure.map(() => '');
  for (const { body } of pages) {
    for (const item of body)
      if (item.kind === 'text' && item.element !== null) words[item.element] += item.text;
  }
  return bare(words.join(''));
}

function* pageFaults({ sections }: WrittenDocx): Generator<WrittenFault> {
  const { width, height } = paper.paper.value;
  const sides = [toTwips(width), toTwips(height)];
  for (const [index, section] of sections.entries()) {
    const upright = section.height >= section.width;
    const [short, long] = [section.width, section.height].sort((a, b) => a - b) as [number, number];
    if (!near(short, sides[0] ?? 0) || !near(long, sides[1] ?? 0)) {
      yield { rule: 'written/page-setup', message: `第${index + 1}节的纸张不是 A4`, page: null };
    }
    const { bindingMargin, foreEdge } = paper;
    if (
      upright &&
      !(near(section.left, toTwips(bindingMargin.value)) && near(section.right, toTwips(foreEdge.value)))
    ) {
      yield {
        rule: 'written/page-setup',
        message: `第${index + 1}节的左右页边距不是28毫米、26毫米`,
        page: null,
      };
    }
  }
  if (sections.every(({ footers }) => footers === 0)) {
    yield { rule: 'written/page-setup', message: '没有页码', page: null };
  }
}

/** The style most words of running text have: set in 3号仿宋. */
function* styleFaults(
  { paragraphs, styles }: WrittenDocx,
  document: OfficialDocument,
): Generator<WrittenFault> {
  const running = document.sections.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'paragraph');
  if (document.header === null || !running) return;
  const counts = new Map<string, number>();
  for (const { style, words } of paragraphs) counts.set(style, (counts.get(style) ?? 0) + words.length);
  const named = [...counts].filter(([id]) => styles.get(id)?.size === toHalfPoints(bodyRun.size));
  const face = faceNamesOf(document.profile)[bodyRun.role];
  if (named.some(([id]) => styles.get(id)?.face === face)) return;
  yield { rule: 'written/page-setup', message: `正文样式不是3号${face}`, page: null };
}
