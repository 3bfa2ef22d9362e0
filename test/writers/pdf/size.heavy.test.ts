import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.ts';
import type { Block } from '../../../src/document/block.ts';
import type { OfficialDocument } from '../../../src/document/official-document.ts';
import { openPlan } from '../../../src/open-plan.ts';
import { typeset } from '../../../src/typesetting/typeset.ts';
import { readPlanFiles, readTemplates } from '../../../src/workspace.ts';
import { createPdfFonts } from '../../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../../src/writers/pdf/write-pdf.ts';
import { machineFaces, root } from './sheets.ts';

const [plan = ''] = readdirSync(join(root, 'data')).filter((name) => !name.includes('.'));
const faces = machineFaces();
const open = faces.primary('fangsong')?.source === 'open';

/** The first village's task sheet of the shipped plan, its table cut after some rows. */
function taskSheet(rows: number): OfficialDocument {
  const findings = new Findings();
  const opened = openPlan(readPlanFiles(root, plan, findings), readTemplates(root), findings);
  const document = opened?.jobs.find(({ kind }) => kind === 'task-sheet')?.document?.();
  if (document === null || document === undefined) throw new Error(JSON.stringify(findings.sorted()));
  const cut = (block: Block): Block => {
    if (block.kind !== 'table') return block;
    const body = block.body.slice(0, rows).map((row, index) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows - index) })),
    }));
    return { ...block, body };
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(cut) })),
  };
}

/** Objects of a file by what they are, with the bytes they take. */
function parts(pdf: Uint8Array): Record<string, number> {
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['structure', /\/S\/|StructTreeRoot|\/Nums/],
    ['outlines of glyphs', /CIDFontType0C\/Length|\/Length1/],
    ['colours', /\/N 3/],
    ['metadata', /\/Metadata\/Subtype/],
  ];
  const sizes: Record<string, number> = {};
  for (const [object] of Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\d+ 0 obj\n[\s\S]*?\nendobj\n/g)) {
    const kind = kinds.find(([, pattern]) => pattern.test(object.slice(0, 300)))?.[0] ?? 'other';
    sizes[kind] = (sizes[kind] ?? 0) + object.length;
  }
  return sizes;
}

test.skipIf(!open)('a task sheet of two pages in the open faces takes less than 120 KB', () => {
  const pages = typeset(taskSheet(9), faces);
  expect(pages.pages).toHaveLength(2);
  const pdf = writePdf(pages, createPdfFonts(faces));
  const sizes = parts(pdf);
  expect(pdf.length, JSON.stringify(sizes)).toBeLessThan(120_000);
  // What is not glyphs is little.
  expect(pdf.length - (sizes['outlines of glyphs'] ?? 0)).toBeLessThan(30_000);
});

test('files of a kind depend on their own village alone', () => {
  const sheet = typeset(taskSheet(9), faces);
  const fonts = createPdfFonts(faces);
  writePdf(typeset(taskSheet(15), faces), fonts);
  expect(Buffer.from(writePdf(sheet, fonts)).equals(writePdf(sheet, createPdfFonts(faces)))).toBe(true);
});
