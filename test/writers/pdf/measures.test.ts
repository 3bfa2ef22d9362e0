import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TypesetDocument } from '../../../src/typesetting/page.ts';
import { typeset } from '../../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../../src/writers/pdf/write-pdf.ts';
import { signed, words } from '../../letters.ts';
import { dashesOf } from '../../preflight/ink.ts';
import { redBands } from '../../red-ink.ts';
import { tracedGlyphs } from '../../traced.ts';
import { cell, paragraph, row, squareFaces, table } from '../../typesetting/example.ts';
import { hasTool } from '../../validators.ts';
import { documentOf, header, title, turned, upright } from '../docx/blocks.ts';
import { machineFaces, packagedFaceSet } from './sheets.ts';

/** A notice of two pages, two turned pages of a table, an upright page. */
const document = documentOf(
  [
    upright(
      title('三管镇人民政府关于做好2022年防汛工作的通知', 'document'),
      ...[1, 2].map(() => paragraph(words(60))),
      signed(true, '三管镇人民政府'),
    ),
    ...[1, 2].map(() =>
      turned(
        title('三管镇2022年任务清单', 'part'),
        table(['序号', '任务'], ...[1, 2, 3].map((number) => row(cell(0, `${number}`), cell(1, words(30))))),
      ),
    ),
    upright(paragraph(words(200))),
  ],
  { header },
);

const millimetres = (points: number): number => (points * 25.4) / 72;

describe.skipIf(!hasTool('pdftoppm') || !hasTool('mutool'))('the PDF under the ruler', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'measures-'));
    file = join(folder, 'notice.pdf');
    const faces = machineFaces();
    writeFileSync(file, writePdf(typeset(document, faces), createPdfFonts(faces)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const rule = () => redBands(file, 1).find(({ left, right }) => right - left > 150);

  test('the mark’s ink begins 35 mm below the type area’s upper edge', () => {
    const [mark] = redBands(file, 1);
    // A row of dots is a tenth of a millimetre.
    expect(Math.abs((mark?.top ?? 0) - 72)).toBeLessThanOrEqual(0.15);
  });

  test('the number stands two blank lines below the mark, the red rule of 156 mm 4 mm below the number', () => {
    const [mark] = redBands(file, 1);
    const baseline = millimetres(tracedGlyphs(file, 1).find(({ character }) => character === '〔')?.y ?? 0);
    const em = millimetres(16);
    // Above the glyphs of a line stands what its box has above them.
    const blank = baseline - 0.88 * em - millimetres(0.8 * 29.6 - 0.88 * 16) - (mark?.bottom ?? 0);
    expect(Math.abs(blank - 2 * millimetres(29.6))).toBeLessThan(0.7);
    expect(Math.abs((rule()?.top ?? 0) - (baseline + 0.12 * em) - 4)).toBeLessThan(0.1);
    expect(Math.abs((rule()?.left ?? 0) - 28)).toBeLessThan(0.15);
    expect(Math.abs((rule()?.right ?? 0) - 184)).toBeLessThan(0.15);
  });

  test('the title stands two blank lines below the rule', () => {
    const first = tracedGlyphs(file, 1).find(({ y }) => millimetres(y) > 125);
    const top = millimetres((first?.y ?? 0) - 0.88 * 22);
    const lines = (top - (rule()?.bottom ?? 0)) / millimetres(29.6);
    expect(Math.abs(lines - 2)).toBeLessThan(0.01);
  });

  test.each([
    [1, 'upright'],
    [2, 'upright'],
    [3, 'turned'],
    [4, 'turned'],
    [5, 'upright'],
  ] as const)('page %i, %s: its dashes stand 7 mm below the type area at the outer edge', (page, _) => {
    const dashes = dashesOf(file, page);
    expect(dashes).toHaveLength(2);
    for (const { top } of dashes) expect(Math.abs(top - 262 - 7)).toBeLessThan(0.05);
    const right = 184 - Math.max(...dashes.map((dash) => dash.right));
    const left = Math.min(...dashes.map((dash) => dash.left)) - 28;
    expect(Math.abs((page % 2 === 1 ? right : left) - millimetres(14))).toBeLessThan(0.5);
  });

  test('whatever face draws them: their dashes stand at other heights in the em', () => {
    const packaged = join(folder, 'packaged.pdf');
    const faces = packagedFaceSet();
    const typesetDocument = typeset(document, faces);
    const rise = ({ pages: [first] }: TypesetDocument) =>
      first?.furniture.map((item) => (item.kind === 'text' ? item.ink?.top : null));
    expect(rise(typesetDocument)).not.toEqual(rise(typeset(document, squareFaces)));
    writeFileSync(packaged, writePdf(typesetDocument, createPdfFonts(faces)));
    for (const page of [1, 3]) {
      const dashes = dashesOf(packaged, page);
      expect(dashes).toHaveLength(2);
      for (const { top } of dashes) expect(Math.abs(top - 262 - 7)).toBeLessThan(0.05);
    }
  });
});
