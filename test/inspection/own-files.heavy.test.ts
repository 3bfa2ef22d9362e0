import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../src/document/official-document.ts';
import { inspectDocx } from '../../src/inspection/docx/inspect-docx.ts';
import { inspectPdf } from '../../src/inspection/pdf/inspect-pdf.ts';
import { fitPages } from '../../src/typesetting/fit-pages.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { writeDocx } from '../../src/writers/docx/write-docx.ts';
import { createPdfFonts } from '../../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../../src/writers/pdf/write-pdf.ts';
import { documentsOf, sameFaces } from '../both-ways.ts';
import { fixtureDocuments } from '../fixture-documents.ts';
import { hardCases } from '../hard-cases.ts';
import { variants } from '../layout-variants.ts';
import { convertWithLibreOffice, hasLibreOffice } from '../libreoffice.ts';

const root = join(import.meta.dirname, '..', '..');
const plans = [
  join(root, 'data', '2022-清廉村居创建'),
  join(root, 'test', 'fixtures', 'plans', '2024-人居环境整治'),
];
const documents = [...plans.flatMap(documentsOf), ...fixtureDocuments('forms'), ...hardCases(), ...variants];

const faces = sameFaces();
const fontNames = (id: string) => faces.face(id).font.postScriptName;

/** What is told of a Word file. */
const told = (bytes: Uint8Array, document: OfficialDocument): readonly string[] =>
  [...inspectDocx(bytes, document, typeset(document, faces), fitPages(document))].map(
    ({ rule, message, actual, expected }) => `${document.id}: ${rule} ${message} ${actual} → ${expected}`,
  );

describe('the files of every kind, form, profile and hard case are sound as they were written', () => {
  test('Word files', async () => {
    const found: string[] = [];
    for (const document of documents) {
      found.push(...told(await writeDocx(document, fitPages(document)), document));
    }
    expect(found).toEqual([]);
  });

  test('PDF files', async () => {
    const fonts = createPdfFonts(faces);
    const found: string[] = [];
    for (const document of documents) {
      const pages = typeset(document, faces);
      const faults = await inspectPdf(writePdf(pages, fonts), pages, fontNames);
      found.push(...faults.map(({ message }) => `${document.id}: ${message}`));
    }
    expect(found).toEqual([]);
  });
});

test.skipIf(!hasLibreOffice())(
  'Word files that LibreOffice saved again are sound, whatever it calls their styles',
  async () => {
    const ids = ['notice', 'attachment/2', 'task-sheet/东泉', '信函', '三个机关', '一行附件'];
    const chosen = ids.flatMap((id) => documents.find((document) => document.id === id) ?? []);
    expect(chosen).toHaveLength(ids.length);
    const folder = mkdtempSync(join(tmpdir(), 'saved-again-'));
    const files = await Promise.all(
      chosen.map(async (document, index) => {
        const file = join(folder, `${index}.docx`);
        writeFileSync(file, await writeDocx(document, fitPages(document)));
        return file;
      }),
    );
    const saved = await convertWithLibreOffice(files, 'docx');
    const found = chosen.flatMap((document, index) => told(readFileSync(saved[index] ?? ''), document));
    expect(found).toEqual([]);
  },
);
