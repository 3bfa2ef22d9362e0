import { describe, expect, test } from 'vitest';
import { inspectPdf } from '../../src/inspection/pdf/inspect-pdf.ts';
import type { PlacedItem, PlacedRule, PlacedText, TypesetDocument } from '../../src/typesetting/page.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { filler, notice, numbers, rules, texts, type Which } from '../preflight/example.ts';
import { cell, documentOf, row, table } from '../typesetting/example.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';

/** A PDF file that does not show what the present data make, each with something just too small to be told. */

const faces = machineFaces();
const fontNames = (id: string) => faces.face(id).font.postScriptName;
const pages = typeset(notice(), faces);
const turned = typeset(
  documentOf({
    orientation: 'landscape',
    blocks: [table(['序号', '任务'], row(cell(0, '1'), cell(1, filler(60))))],
  }),
  faces,
);

type Edit = (pages: TypesetDocument) => TypesetDocument;

/** What is told of the file of other pages than it should hold. */
async function told(model: TypesetDocument, edit: Edit): Promise<readonly string[]> {
  const faults = await inspectPdf(writePdf(edit(model), createPdfFonts(faces)), model, fontNames);
  return faults.map(
    ({ rule, message, page, actual, expected }) => `${rule} ${page} ${message} ${actual} → ${expected}`,
  );
}

const mark: Which = { kind: 'issuer-mark' };
const text = (which: Which, change: Partial<PlacedText>): Edit =>
  texts(which, (item) => ({ ...item, ...change }));
const moved = (which: Which, far: number): Edit => texts(which, (item) => ({ ...item, y: item.y + far }));
const red = (change: (rule: PlacedRule) => Partial<PlacedRule>): Edit =>
  rules('red', (rule) => [{ ...rule, ...change(rule) }]);
const black = (change: (rule: PlacedRule) => Partial<PlacedRule>): Edit =>
  rules('black', (rule, index) => [index === 0 ? { ...rule, ...change(rule) } : rule]);

/** Every text of the body. */
const everywhere =
  (far: number): Edit =>
  ({ pages: all, ...rest }) => ({
    ...rest,
    pages: all.map((page) => ({
      ...page,
      body: page.body.map((item: PlacedItem) => (item.kind === 'text' ? { ...item, x: item.x + far } : item)),
    })),
  });

interface Tampering {
  readonly what: string;
  readonly of?: TypesetDocument;
  readonly says: readonly string[];
  readonly breaks: Edit;
  readonly barely: Edit;
}

const tamperings: readonly Tampering[] = [
  {
    what: 'half a red rule',
    says: ['written/rules 0 红色分隔线的位置不对 距纸左边 28.0 毫米', '长 78.0 毫米', '长 156.0 毫米'],
    breaks: red(({ x1, x2 }) => ({ x2: (x1 + x2) / 2 })),
    barely: red(({ x2 }) => ({ x2: x2 - 0.045 })),
  },
  {
    what: 'a red rule a tenth of a millimetre lower',
    says: ['written/rules 0 红色分隔线的位置不对'],
    breaks: red(({ y1, y2 }) => ({ y1: y1 + 0.3, y2: y2 + 0.3 })),
    barely: red(({ y1, y2 }) => ({ y1: y1 + 0.04, y2: y2 + 0.04 })),
  },
  {
    what: 'a thinner red rule',
    says: ['written/rules 0 红色分隔线的粗细不对 1.9 磅 → 2 磅'],
    breaks: red(({ weight }) => ({ weight: weight - 0.1 })),
    barely: red(({ weight }) => ({ weight: weight - 0.04 })),
  },
  {
    what: 'a black rule in the head',
    says: ['written/rules 0 红色分隔线的颜色不对 黑色 → 红色'],
    breaks: red(() => ({ colour: 'black' })),
    barely: red(() => ({ colour: 'red' })),
  },
  {
    what: 'no red rule',
    says: ['written/rules 0 红色分隔线的条数不对 0 条 → 1 条'],
    breaks: rules('red', () => []),
    // Which of its ends comes first does not matter.
    barely: red(({ x1, x2 }) => ({ x1: x2, x2: x1 })),
  },
  {
    what: 'a thick rule of the imprint thinner',
    says: ['written/rules 3 版记分隔线的粗细不对 0.71 磅 → 0.99 磅'],
    breaks: black(() => ({ weight: 0.709 })),
    barely: black(({ weight }) => ({ weight: weight - 0.04 })),
  },
  {
    what: 'the mark at 26 points',
    says: ['written/layout 0 发文机关标志的字号不对', '26 磅 → 46 磅'],
    breaks: text(mark, { size: 26 }),
    barely: texts(mark, (item) => ({ ...item, size: item.size + 0.04 })),
  },
  {
    what: 'a black mark',
    says: ['written/colour 0 发文机关标志的颜色不对', '黑色 → 红色'],
    breaks: text(mark, { colour: 'black' }),
    barely: text(mark, { colour: 'red' }),
  },
  {
    what: 'another face',
    says: [
      'written/type 0 主送机关的字体不对：“各行政村：”',
      `${fontNames('heiti')} → ${fontNames('fangsong')}`,
    ],
    breaks: text({ kind: 'addressee' }, { face: 'heiti' }),
    barely: text({ kind: 'addressee' }, { face: 'fangsong' }),
  },
  {
    what: 'another size',
    says: ['written/type 0 标题的字号不对', '小4号（12 磅） → 2号（22 磅）'],
    breaks: text({ words: '三管镇人民政府关于' }, { size: 12 }),
    barely: text({ words: '三管镇人民政府关于' }, { size: 22.04 }),
  },
  {
    what: 'bold type',
    says: ['written/layout 0 主送机关的加粗不对：“各行政村：” 加粗 → 不加粗'],
    breaks: text({ kind: 'addressee' }, { bold: true }),
    barely: text({ kind: 'addressee' }, { bold: false }),
  },
  {
    what: 'other tracking',
    says: ['written/layout 0 主送机关的字符间距不对：“各行政村：” 0 磅 → -0.25 磅'],
    breaks: text({ kind: 'addressee' }, { tracking: 0 }),
    barely: text({ kind: 'addressee' }, { tracking: -0.245 }),
  },
  {
    what: 'the addressee lower',
    says: ['written/layout 0 主送机关的位置不对：“各行政村：”'],
    breaks: moved({ kind: 'addressee' }, 0.06),
    barely: moved({ kind: 'addressee' }, 0.04),
  },
  {
    what: 'everything to the right: told once',
    says: ['written/layout 0 发文机关标志、发文字号、标题等的位置不对：'],
    breaks: everywhere(1),
    barely: everywhere(0.04),
  },
  {
    what: 'a page number higher',
    says: ['written/page-number 1 页码的位置不对：“— 2 —”'],
    breaks: numbers((item, page) => (page === 1 ? { ...item, y: item.y - 1 } : item)),
    barely: numbers((item, page) => (page === 1 ? { ...item, y: item.y - 0.04 } : item)),
  },
  {
    what: 'a page number of another size',
    says: ['written/page-number 0 页码的字号不对', '5号（10.5 磅） → 4号（14 磅）'],
    breaks: numbers((item) => ({ ...item, size: 10.5 })),
    barely: numbers((item) => ({ ...item, size: 14.04 })),
  },
  {
    what: 'a rule of a turned table',
    of: turned,
    says: ['written/layout 0 线条的位置不对'],
    breaks: black(({ y1, y2 }) => ({ y1: y1 + 1, y2: y2 + 1 })),
    barely: black(({ y1, y2 }) => ({ y1: y1 + 0.04, y2: y2 + 0.04 })),
  },
  {
    what: 'a page turned back',
    of: turned,
    says: ['written/layout 0 第1页的方向不对 转了 0 度 → 转 90 度'],
    breaks: (document) => ({
      ...document,
      pages: document.pages.map((page) => ({ ...page, turned: false, body: [] })),
    }),
    barely: (document) => document,
  },
];

describe.each(tamperings)('$what', ({ of = pages, says, breaks, barely }) => {
  test('is told', async () => {
    const all = await told(of, breaks);
    for (const part of says) expect(all.join('\n')).toContain(part);
    expect(all.length).toBeLessThan(4);
  });

  test('is barely not told', async () => {
    expect(await told(of, barely)).toEqual([]);
  });
});

/** A file with operators added to its first page: as a file without compression has them. */
function withOperators(operators: string): Uint8Array {
  const source = Buffer.from(writePdf(pages, createPdfFonts(faces))).toString('latin1');
  const content = source.indexOf('stream', source.indexOf('7 0 obj'));
  const start = source.lastIndexOf('<<', content);
  const end = source.indexOf('endstream', content);
  const plain = `<</Length ${operators.length}>>\nstream\n${operators}\n`;
  return Buffer.from(source.slice(0, start) + plain + source.slice(end), 'latin1');
}

test('areas, pictures and curves on a page are told', async () => {
  const faults = await inspectPdf(withOperators('q 1 0 0 rg 100 100 50 50 re f Q /Im1 Do'), pages, fontNames);
  expect(faults.map(({ message, actual }) => `${message} ${actual}`)).toContain('第1页的图形不对 2 个');
});
