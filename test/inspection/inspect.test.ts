import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inspectDocx } from '../../src/inspection/inspect-docx.ts';
import { inspectPdf } from '../../src/inspection/inspect-pdf.ts';
import { inspectXlsx } from '../../src/inspection/inspect-xlsx.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { writeDocx } from '../../src/writers/docx/write-docx.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { writeXlsx } from '../../src/writers/xlsx/write-xlsx.ts';
import { filler, notice, noticeText } from '../preflight/example.ts';
import { cell as documentCell, documentOf, paragraph, row, table } from '../typesetting/example.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';
import { cell, sheet, workbook } from '../writers/xlsx/examples.ts';

const faces = machineFaces();
const document = notice();
const pages = typeset(document, faces);
const otherwise = notice({ text: [...noticeText.slice(0, -1), paragraph(`${filler(30)}另外`)] });

const messages = (faults: Iterable<{ readonly rule: string; readonly message: string }>) =>
  [...faults].map(({ rule, message }) => `${rule} ${message}`);

/** A package with one of its parts changed. */
function changed(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

test('Word files hold the words of their document on the standard’s page', async () => {
  const bytes = await writeDocx(document, fitPages(document));
  expect(messages(inspectDocx(bytes, document, pages))).toEqual([]);
});

test('a Word file of other data differs, and says where', async () => {
  const [fault, ...more] = inspectDocx(await writeDocx(otherwise, fitPages(otherwise)), document, pages);
  expect(fault).toMatchObject({ rule: 'written/differs', message: '文字与现在的数据不一致' });
  expect(fault?.actual).toContain('另外');
  expect(more).toEqual([]);
});

test.each([
  ['word/document.xml', /w:left="1588"/, 'w:left="1400"', '左右页边距不是28毫米、26毫米'],
  ['word/document.xml', /w:w="11906"/, 'w:w="12240"', '纸张不是 A4'],
  ['word/document.xml', /<w:footerReference[^>]*\/>/g, '', '没有页码'],
  ['word/styles.xml', /w:eastAsia="仿宋_GB2312"/g, 'w:eastAsia="宋体"', '正文样式不是3号仿宋_GB2312'],
])('a Word file whose %s was changed (%s) breaks the page set-up', async (part, from, to, message) => {
  const bytes = changed(await writeDocx(document, fitPages(document)), part, (xml) => xml.replace(from, to));
  expect(messages(inspectDocx(bytes, document, pages)).join()).toContain(message);
});

test('margins within the standard’s tolerance are sound', async () => {
  const bytes = changed(await writeDocx(document, fitPages(document)), 'word/document.xml', (xml) =>
    xml.replaceAll('w:left="1588"', 'w:left="1560"'),
  );
  expect(messages(inspectDocx(bytes, document, pages))).toEqual([]);
});

test('PDF files hold the pages of the model, turned ones too', async () => {
  const turned = documentOf({
    orientation: 'landscape',
    blocks: [
      table(['序号', '任务 plan'], row(documentCell(0, '1'), documentCell(1, `《清廉》${filler(60)}`))),
    ],
  });
  for (const each of [document, turned]) {
    const model = typeset(each, faces);
    expect(await inspectPdf(writePdf(model, createPdfFonts(faces)), model)).toEqual([]);
  }
});

test('a PDF file of other data differs in its words, one of another layout in its layout', async () => {
  const fonts = createPdfFonts(faces);
  const words = await inspectPdf(writePdf(typeset(otherwise, faces), fonts), pages);
  expect(messages(words)).toEqual([
    expect.stringMatching(/^written\/differs 第\d页的文字与现在的数据不一致$/),
  ]);
  const shifted = {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      body: page.body.map((item) => (item.kind === 'text' ? { ...item, y: item.y + 0.2 } : item)),
    })),
  };
  expect(messages(await inspectPdf(writePdf(shifted, fonts), pages))).toEqual([
    'written/differs 第1页的版面与现在的数据不一致',
  ]);
  const shorter = { ...pages, pages: pages.pages.slice(0, -1) };
  expect(messages(await inspectPdf(writePdf(shorter, fonts), pages))).toEqual([
    `written/differs 文件有 ${pages.pages.length - 1} 页，现在的数据排出来是 ${pages.pages.length} 页`,
  ]);
});

test('a PDF file without its fonts is named', async () => {
  const source = Buffer.from(writePdf(pages, createPdfFonts(faces))).toString('latin1');
  const bytes = Buffer.from(source.replaceAll('/FontFile', '/FontVile'), 'latin1');
  const found = messages(await inspectPdf(bytes, pages));
  expect(found.join()).toContain('written/fonts 第1页的字体没有嵌入');
});

const book = workbook(
  sheet(
    [
      [cell('=不是公式'), cell(3), cell({ kind: 'formula', formula: 'SUM(B1:B1)', result: 3 })],
      [cell('两行\n文字'), cell('', { input: true }), cell('')],
    ],
    { protected: true },
  ),
);

test('workbooks hold the cells they should; what was filled in is the office’s', async () => {
  expect(messages(inspectXlsx(await writeXlsx(book), book))).toEqual([]);
  const [first] = book.sheets;
  if (first === undefined) throw new Error('no sheet');
  const filled = workbook({
    ...first,
    rows: first.rows.map(({ cells, ...more }) => ({
      ...more,
      cells: cells.map((each) =>
        each.input ? { ...each, value: { kind: 'text', text: '已完成' } as const } : each,
      ),
    })),
  });
  expect(messages(inspectXlsx(await writeXlsx(filled), book))).toEqual([]);
});

test.each([
  ['word', /不是公式/, '改过', 'xl/sharedStrings.xml', '工作表“表一”的 A1 与现在的数据不一致'],
  ['number', /<v>3<\/v>/, '<v>4</v>', 'xl/worksheets/sheet1.xml', '工作表“表一”的 B1 与现在的数据不一致'],
  [
    'formula',
    /SUM\(B1:B1\)/,
    'SUM(B1:B2)',
    'xl/worksheets/sheet1.xml',
    '工作表“表一”的 C1 与现在的数据不一致',
  ],
  ['protection', /<sheetProtection[^>]*>/, '', 'xl/worksheets/sheet1.xml', '工作表“表一”的保护被取消了'],
])('a workbook with another %s differs', async (_, from, to, part, message) => {
  const bytes = changed(await writeXlsx(book), part, (xml) => xml.replace(from, to));
  expect(messages(inspectXlsx(bytes, book))).toEqual([`written/differs ${message}`]);
});

test('what is no such file is unreadable', async () => {
  const bytes = strToU8('不是文件');
  const found = [
    ...inspectDocx(bytes, document, pages),
    ...(await inspectPdf(bytes, pages)),
    ...inspectXlsx(bytes, book),
  ];
  expect(found.map(({ rule }) => rule)).toEqual(Array(3).fill('written/unreadable'));
});
