import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { inspectDocx } from '../../src/inspection/docx/inspect-docx.ts';
import { inspectXlsx } from '../../src/inspection/inspect-xlsx.ts';
import { inspectPdf } from '../../src/inspection/pdf/inspect-pdf.ts';
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
import { changed, messages } from './tampering.ts';

const faces = machineFaces();
const fontNames = (id: string) => faces.face(id).font.postScriptName;
const document = notice();
const pages = typeset(document, faces);
const otherwise = notice({ text: [...noticeText.slice(0, -1), paragraph(`${filler(30)}另外`)] });

test('Word files hold the words of their document on the standard’s page', async () => {
  const bytes = await writeDocx(document, fitPages(document));
  expect(messages(inspectDocx(bytes, document, pages, fitPages(document)))).toEqual([]);
});

test('a Word file of other data differs, and says where', async () => {
  const [fault, ...more] = inspectDocx(
    await writeDocx(otherwise, fitPages(otherwise)),
    document,
    pages,
    fitPages(document),
  );
  expect(fault).toMatchObject({ rule: 'written/differs', message: '文字与现在的数据不一致' });
  expect(fault?.actual).toContain('另外');
  expect(more).toEqual([]);
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
    expect(await inspectPdf(writePdf(model, createPdfFonts(faces)), model, fontNames)).toEqual([]);
  }
});

test('a PDF file of other data differs in its words, a shorter one in its pages', async () => {
  const fonts = createPdfFonts(faces);
  const words = await inspectPdf(writePdf(typeset(otherwise, faces), fonts), pages, fontNames);
  expect(messages(words)).toEqual([
    expect.stringMatching(/^written\/differs 第\d页的文字与现在的数据不一致$/),
  ]);
  const shorter = { ...pages, pages: pages.pages.slice(0, -1) };
  expect(messages(await inspectPdf(writePdf(shorter, fonts), pages, fontNames))).toEqual([
    `written/differs 文件有 ${pages.pages.length - 1} 页，现在的数据排出来是 ${pages.pages.length} 页`,
  ]);
});

test('a PDF file without its fonts is named', async () => {
  const source = Buffer.from(writePdf(pages, createPdfFonts(faces))).toString('latin1');
  const bytes = Buffer.from(source.replaceAll('/FontFile', '/FontVile'), 'latin1');
  const found = messages(await inspectPdf(bytes, pages, fontNames));
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
    rows: {
      ...first.rows,
      cells: first.rows.cells.map((each) =>
        each.input ? { ...each, value: { kind: 'text', text: '已完成' } as const } : each,
      ),
    },
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
    ...inspectDocx(bytes, document, pages, fitPages(document)),
    ...(await inspectPdf(bytes, pages, fontNames)),
    ...inspectXlsx(bytes, book),
  ];
  expect(found.map(({ rule }) => rule)).toEqual(Array(3).fill('written/unreadable'));
});
