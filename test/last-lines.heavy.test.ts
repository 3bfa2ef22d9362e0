import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unfitted } from '../src/document/fitting.ts';
import { fitPages } from '../src/typesetting/fit-pages.ts';
import { typeset } from '../src/typesetting/typeset.ts';
import { createPdfFonts } from '../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../src/writers/pdf/write-pdf.ts';
import { documentsOf } from './both-ways.ts';
import { loneLines } from './lone-lines.ts';
import { hasTool } from './validators.ts';
import { machineFaces } from './writers/pdf/sheets.ts';

const root = join(import.meta.dirname, '..');

/** Plans, and how many last lines of one character their papers would have at least if nothing were done. */
const plans = [
  ['2022-清廉村居创建', join(root, 'data', '2022-清廉村居创建'), 40],
  ['2024-人居环境整治', join(root, 'test', 'fixtures', 'plans', '2024-人居环境整治'), 0],
] as const;

describe.skipIf(!hasTool('mutool'))('last lines of one character in the papers of a plan', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'last-lines-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(plans)('%s: none is left', (_, plan, would) => {
    const faces = machineFaces();
    const fonts = createPdfFonts(faces);
    const alone = { before: [] as string[], after: [] as string[] };
    for (const [index, document] of documentsOf(plan).entries()) {
      for (const [when, fitting] of [
        ['before', unfitted(document)],
        ['after', fitPages(document)],
      ] as const) {
        const file = join(folder, `${index}-${when}.pdf`);
        const pages = typeset(document, faces, fitting);
        writeFileSync(file, writePdf(pages, fonts));
        for (const page of pages.pages.keys()) alone[when].push(...loneLines(file, page + 1));
      }
    }
    expect(alone.after).toEqual([]);
    expect(alone.before.length).toBeGreaterThanOrEqual(would);
  });
});
