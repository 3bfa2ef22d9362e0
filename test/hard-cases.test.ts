import { describe, expect, test } from 'vitest';
import { Findings } from '../src/diagnostics/findings.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import { standardProfile } from '../src/document/profile.ts';
import { mm } from '../src/format/units.ts';
import { preflight } from '../src/preflight/preflight.ts';
import type { PlacedText, TypesetDocument } from '../src/typesetting/page.ts';
import { typeset } from '../src/typesetting/typeset.ts';
import { hardCases } from './hard-cases.ts';
import { linesOf } from './typesetting/example.ts';
import { fixedFaces } from './typesetting/fixed-faces.ts';

const cases = hardCases().map((document) => ({ document, pages: typeset(document, fixedFaces) }));

const caseOf = (id: string): { readonly document: OfficialDocument; readonly pages: TypesetDocument } => {
  const found = cases.find(({ document }) => document.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const textsOf = (pages: TypesetDocument, page: number): readonly PlacedText[] =>
  (pages.pages[page]?.body ?? []).filter((item) => item.kind === 'text');

/** Lines of pages one after another. */
const allLines = ({ pages }: TypesetDocument): readonly string[] => pages.flatMap((page) => linesOf(page));

describe.each(cases.map(({ document, pages }) => [document.id, document, pages] as const))(
  '%s',
  (_, document, pages) => {
    test('preflight has nothing against it', () => {
      const findings = new Findings();
      preflight({ document, typeset: pages, title: document.id }, findings);
      expect(findings.sorted().map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    });

    test('nothing stands outside the type area', () => {
      for (const [page, { turned }] of pages.pages.entries()) {
        const [left, top, right, bottom] = turned ? [35, 28, 262, 184] : [28, 37, 184, 262];
        for (const { x, y, size, width, text } of textsOf(pages, page)) {
          expect(x, text).toBeGreaterThan(mm(left) - 1);
          expect(x + width, text).toBeLessThan(mm(right) + 1);
          expect(y - 0.88 * size, text).toBeGreaterThan(mm(top) - 2);
          expect(y + 0.12 * size, text).toBeLessThan(mm(bottom) + 2);
        }
      }
    });

    test('every page has text, the last one too', () => {
      for (const page of pages.pages.keys()) expect(textsOf(pages, page).length).toBeGreaterThan(0);
    });

    test('no heading stands at the foot of a page', () => {
      for (const page of pages.pages.keys()) {
        const lowest = textsOf(pages, page)
          .toSorted((a, b) => a.y - b.y)
          .at(-1);
        // A run-in heading has its text on the same line.
        const kind = pages.structure[lowest?.element ?? -1]?.origin.kind;
        expect(kind).not.toMatch(/^(?:heading|title)$/u);
      }
    });
  },
);

/** Lines of the first title. */
function titleLines({ structure, pages }: TypesetDocument): readonly string[] {
  const [body] = pages.map((page) => page.body.filter((item) => item.kind === 'text'));
  const lines = new Map<number, string>();
  for (const { element, y, text } of body ?? []) {
    if (structure[element ?? -1]?.role === 'Title') lines.set(y, (lines.get(y) ?? '') + text);
  }
  return [...lines.values()];
}

/** Kinds of elements that have words on a page. */
const kindsOn = ({ structure, pages }: TypesetDocument, page: number): ReadonlySet<string> =>
  new Set(
    (pages[page]?.body ?? []).flatMap((item) =>
      item.kind === 'text' && item.element !== null ? [structure[item.element]?.origin.kind ?? ''] : [],
    ),
  );

/** The lines of a kind of element: page and left edge of each. */
function linesOfKind({ structure, pages }: TypesetDocument, kind: string) {
  const lines = new Map<string, { readonly page: number; readonly left: number }>();
  for (const [page, { body }] of pages.entries()) {
    for (const item of body) {
      if (item.kind !== 'text' || structure[item.element ?? -1]?.origin.kind !== kind) continue;
      const key = `${page} ${item.y.toFixed(1)}`;
      lines.set(key, { page, left: Math.min(lines.get(key)?.left ?? item.x, item.x) });
    }
  }
  return [...lines.values()];
}

/** The lowest base line of a page's body. */
const lastBaseline = (pages: TypesetDocument, page: number): number =>
  Math.max(...textsOf(pages, page).map(({ y }) => y));

describe('each by what makes it hard', () => {
  test('a title of sixty characters is broken by sense into no more lines than it needs', () => {
    const { document, pages } = caseOf('六十字标题');
    expect([...document.metadata.title]).toHaveLength(60);
    const lines = titleLines(pages);
    expect(lines.join('')).toBe(document.metadata.title);
    // Twenty characters fit a line: three could hold them, by sense it takes four.
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).not.toMatch(/^[的和与及]|《$/u);
    // The first page still has text.
    expect(kindsOn(pages, 0)).toContain('paragraph');
    expect(pages.pages).toHaveLength(2);
  });

  test('a one-page notice without attachments, printed on one side: 版记 at the foot of the page', () => {
    const { document, pages } = caseOf('一面通知（单面印）');
    expect(document.sections.flatMap(({ blocks }) => blocks).map(({ kind }) => kind)).not.toContain(
      'attachment-note',
    );
    expect(pages.pages).toHaveLength(1);
    expect([...kindsOn(pages, 0)]).toEqual(expect.arrayContaining(['paragraph', 'signature', 'printed-by']));
    expect(lastBaseline(pages, 0)).toBeGreaterThan(mm(262 - 5));
  });

  test('the same notice printed on both sides: 版记 stands on the even page', () => {
    const { pages } = caseOf('一面通知');
    expect(pages.pages).toHaveLength(2);
    expect([...kindsOn(pages, 0)]).toEqual(expect.arrayContaining(['paragraph', 'signature']));
    expect(kindsOn(pages, 0)).not.toContain('printed-by');
    expect([...kindsOn(pages, 1)]).toEqual(['printed-by']);
    expect(lastBaseline(pages, 1)).toBeGreaterThan(mm(262 - 5));
  });

  test('twelve addressees run on flush left and end with a colon', () => {
    const { pages } = caseOf('十二个主送机关');
    const addressees =
      allLines(pages)
        .join('')
        .match(/各行政村，.*?：/u)?.[0] ?? '';
    expect(addressees.split(/[，、]/u)).toHaveLength(12);
    const lines = linesOfKind(pages, 'addressee');
    expect(lines).toHaveLength(4);
    for (const { left } of lines) expect(left).toBeCloseTo(mm(28), 0);
    // They leave the first page room for text.
    expect(kindsOn(pages, 0)).toContain('paragraph');
  });

  test('three issuers: each whole in the mark, the signature and the title', () => {
    const { pages } = caseOf('三个机关');
    const issuers = ['中共三管镇委员会', '三管镇人民政府', '三管镇人民武装部'];
    const lines = allLines(pages).map((line) => line.replace('文件', ''));
    for (const issuer of issuers)
      expect(lines.filter((line) => line.includes(issuer)).length).toBeGreaterThanOrEqual(3);
    const title = titleLines(pages);
    for (const issuer of issuers) expect(title.some((line) => line.includes(issuer))).toBe(true);
    // Head and three-line mark take most of the first page; it still has text, and the seals stand on the second.
    expect(linesOfKind(pages, 'issuer-mark').length).toBeGreaterThanOrEqual(3);
    expect(kindsOn(pages, 0)).toContain('paragraph');
    expect(kindsOn(pages, 0)).not.toContain('signature');
    expect(pages.pages).toHaveLength(2);
  });

  test('a notice that ends exactly at the page’s foot has one page', () => {
    const { pages } = caseOf('正好一面的通知');
    expect(pages.pages).toHaveLength(1);
    const lowest = Math.max(...textsOf(pages, 0).map(({ y, size }) => y + 0.12 * size));
    // Half a line is left: the next one would need a page.
    expect(mm(262) - lowest).toBeLessThan(standardProfile.linePitch / 2);
    expect(kindsOn(pages, 0)).toContain('signature');
  });

  test('an attachment of one line shares its page with 版记', () => {
    const { pages } = caseOf('一行附件');
    const lines = linesOf(pages.pages.at(-1));
    expect(lines.slice(0, 2)).toEqual(['附件', '清廉村居创建行动举报电话']);
    expect(lines.at(-1)).toMatch(/印发$/u);
    expect(pages.pages).toHaveLength(2);
    expect(linesOfKind(pages, 'paragraph').filter(({ page }) => page === 1)).toHaveLength(1);
  });

  test('a cell longer than a page goes on with the head repeated, and no word is lost', () => {
    const { pages } = caseOf('一格长过一面的表');
    expect(pages.pages).toHaveLength(3);
    // The row that is cut stands on all three pages, with a whole page of lines between.
    const cut = pages.pages.map((page) => linesOf(page).length);
    expect(Math.min(...cut)).toBeGreaterThan(20);
    for (const page of pages.pages) expect(linesOf(page).some((line) => line === '序号类别要求')).toBe(true);
    const words = allLines(pages).join('').replaceAll('序号类别要求', '');
    expect(words.match(/高价彩礼/gu)).toHaveLength(9);
  });

  test('figures in forty columns are not broken', () => {
    const { document, pages } = caseOf('四十列的表');
    const cells = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.body.flatMap(({ cells }) => cells) : [])),
    );
    expect(cells).toHaveLength(400);
    expect(pages.pages).toHaveLength(1);
    expect(pages.pages[0]?.turned).toBe(true);
    const uprights = new Set(
      (pages.pages[0]?.body ?? []).flatMap((item) =>
        item.kind === 'rule' && item.x1 === item.x2 ? [item.x1.toFixed(1)] : [],
      ),
    );
    expect(uprights.size).toBe(41);
    const figures = textsOf(pages, 0).filter(
      ({ text, element }) => pages.structure[element ?? -1]?.role === 'TD' && /^\d+$/u.test(text),
    );
    expect(figures).toHaveLength(390);
    expect(Math.max(...figures.map(({ text }) => Number(text)))).toBe(1009);
  });

  test('a village with a name of nine characters keeps it on one line of its sheet and form', () => {
    const name = '上官庄子牛角湾新村';
    expect([...name]).toHaveLength(9);
    for (const kind of ['task-sheet', 'evaluation-form']) {
      const { pages } = caseOf(`${kind}/${name}`);
      expect(linesOf(pages.pages[0]).some((line) => line.includes(name))).toBe(true);
    }
  });

  test('a plan of sixty pages', () => {
    const { pages } = caseOf('六十面方案');
    expect(pages.pages.length).toBeGreaterThanOrEqual(60);
    // Running text fills its pages: of 22 lines all, or all but what a heading or a paragraph takes along.
    const filled = pages.pages.slice(1, -2).map((page) => linesOf(page).length);
    expect(Math.min(...filled)).toBeGreaterThanOrEqual(19);
    expect(filled.filter((lines) => lines === 22).length).toBeGreaterThan(20);
    const headings = pages.structure.filter(({ role }) => role === 'H1');
    expect(headings).toHaveLength(39);
  });
});
