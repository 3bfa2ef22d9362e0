import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Line, linesOf, linesOfKind, subjectOf } from '../../src/preflight/subject.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { paragraph } from '../typesetting/example.ts';
import { hasTool, pdfText } from '../validators.ts';
import { machineFaces } from '../writers/pdf/sheets.ts';
import { filler, notice } from './example.ts';

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
