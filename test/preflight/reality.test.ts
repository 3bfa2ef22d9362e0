import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preflightRules } from '../../src/preflight/rules.ts';
import { type Line, linesOf, linesOfKind, subjectOf } from '../../src/preflight/subject.ts';
import type { TypesetDocument } from '../../src/typesetting/page.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { paragraph } from '../typesetting/example.ts';
import { hasTool, pdfText } from '../validators.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';
import { filler, messagesOf, mm, notice, rules } from './example.ts';
import { dashesOf, inkOf, runsOf } from './ink.ts';

/** A word as poppler finds it on a page, in points from the paper's top left corner. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly words: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reality-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The words of each page of a PDF file. */
async function boxesOf(file: string): Promise<readonly (readonly Box[])[]> {
  const pages = (await pdfText(file, '-bbox')).split('<page ').slice(1);
  return pages.map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(
      ([, left, right, words = '']) => ({ left: Number(left), right: Number(right), words }),
    ),
  );
}

describe.skipIf(!hasTool('pdftotext'))('what preflight measures is what stands on the paper', () => {
  const faces = machineFaces();
  const document = notice({ text: [paragraph(filler(28 * 30))] });
  const typesetDocument = typeset(document, faces);
  const subject = subjectOf(document, typesetDocument);
  let pages: readonly (readonly Box[])[];
  beforeAll(async () => {
    const file = join(folder, 'notice.pdf');
    writeFileSync(file, writePdf(typesetDocument, createPdfFonts(faces)));
    pages = await boxesOf(file);
  });

  const isOnPaper = ({ page, left, right, words }: Line) => {
    const start = [...words][0] ?? '';
    const end = [...words].at(-1) ?? '';
    const boxes = pages[page] ?? [];
    expect(boxes.some((box) => box.words.startsWith(start) && Math.abs(box.left - left) < 0.3)).toBe(true);
    expect(boxes.some((box) => box.words.endsWith(end) && Math.abs(box.right - right) < 0.6)).toBe(true);
  };

  test.each([
    'document-number',
    'paragraph',
    'attachment-note',
    'signature',
    'attachment-label',
    'printed-by',
  ] as const)('the edges of %s', (kind) => {
    const lines = linesOfKind(subject, kind);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) isOnPaper(line);
  });

  test('the edges of page numbers', () => {
    for (const [page, { furniture }] of typesetDocument.pages.entries()) {
      for (const line of linesOf(
        furniture.filter((item) => item.kind === 'text'),
        page,
      )) {
        isOnPaper(line);
      }
    }
  });
});

describe.skipIf(!hasTool('pdftoppm'))('what preflight finds sound is sound under the ruler', () => {
  const faces = machineFaces();
  const document = notice();
  const model = typeset(document, faces);
  const write = (name: string, pages: TypesetDocument): string => {
    const file = join(folder, name);
    writeFileSync(file, writePdf(pages, createPdfFonts(faces)));
    return file;
  };
  const saidBy = (pages: TypesetDocument) =>
    preflightRules.flatMap((rule) => messagesOf(rule, subjectOf(document, pages)));
  const rule = (file: string) => {
    const ink = inkOf(file, 1);
    return runsOf(ink, ink.isRed, 100);
  };

  test('the red rule is 156 mm long and begins 28 mm from the edge', () => {
    expect(saidBy(model)).toEqual([]);
    const [run, ...more] = rule(write('rule.pdf', model));
    expect(more).toEqual([]);
    expect(run?.left).toBeCloseTo(28, 0);
    expect((run?.right ?? 0) - (run?.left ?? 0)).toBeGreaterThan(155.7);
    expect((run?.right ?? 0) - (run?.left ?? 0)).toBeLessThan(156.3);
  });

  test('a rule that preflight calls too short is too short on the paper', () => {
    const short = rules('red', (item) => [{ ...item, x2: item.x2 - mm(2) }])(model);
    expect(saidBy(short)).toEqual([expect.stringContaining('红色分隔线宽 154.0 毫米')]);
    const [run] = rule(write('short.pdf', short));
    expect((run?.right ?? 0) - (run?.left ?? 0)).toBeCloseTo(154, 0);
  });

  test('the last rule of the imprint ends 262 mm below the paper’s edge, on the last page', () => {
    const ink = inkOf(write('imprint.pdf', model), model.pages.length);
    const last = runsOf(ink, ink.isDark, 100).at(-1);
    expect(last?.bottom).toBeGreaterThan(261.8);
    expect(last?.bottom).toBeLessThan(262.2);
  });

  test.each([1, 2])('the dashes of page %i stand 7 mm below the type area at the outer edge', (page) => {
    const dashes = dashesOf(write('number.pdf', model), page);
    expect(dashes.length).toBe(2);
    for (const { top } of dashes) expect(Math.abs(top - 262 - 7)).toBeLessThan(0.1);
    const side = (14 * 25.4) / 72;
    const edge =
      page % 2 === 1
        ? 184 - Math.max(...dashes.map(({ right }) => right))
        : Math.min(...dashes.map(({ left }) => left)) - 28;
    expect(Math.abs(edge - side)).toBeLessThan(0.5);
  });
});
