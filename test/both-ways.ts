import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  composeAttachment,
  composeEvaluationForm,
  composeNotice,
  composeTaskSheet,
} from '../src/composition/documents.ts';
import { createWording } from '../src/composition/engine/engine.ts';
import { createTables } from '../src/composition/tables/tables.ts';
import { planView } from '../src/composition/view/plan-view.ts';
import { Findings } from '../src/diagnostics/findings.ts';
import { nowhere } from '../src/diagnostics/place.ts';
import type { OfficialDocument } from '../src/document/official-document.ts';
import { FaceSet } from '../src/fonts/face-set.ts';
import { openFaces, openFolder, packagedFaces } from '../src/fonts/known-faces.ts';
import { locateFaces } from '../src/fonts/locate.ts';
import { readPlan } from '../src/plan/loading/read-plan.ts';
import { fitPages } from '../src/typesetting/fit-pages.ts';
import { typeset } from '../src/typesetting/typeset.ts';
import { readTemplates } from '../src/workspace.ts';
import { writeDocx } from '../src/writers/docx/write-docx.ts';
import { createPdfFonts } from '../src/writers/pdf/pdf-fonts.ts';
import { writePdf } from '../src/writers/pdf/write-pdf.ts';
import { convertWithLibreOffice, pdfLines } from './libreoffice.ts';

const root = join(import.meta.dirname, '..');

/** The faces LibreOffice is given in `convertWithLibreOffice`, whatever else this machine has. */
export function sameFaces(): FaceSet {
  const of = (file: string) => ({ file: join(root, file), place: nowhere });
  const open = (role: keyof typeof openFaces) => of(join(openFolder, openFaces[role].file));
  const configured = {
    xiaobiaosong: open('xiaobiaosong'),
    fangsong: open('fangsong'),
    heiti: open('heiti'),
    kaiti: open('kaiti'),
    songti: open('songti'),
    western: of(packagedFaces.western.file),
  };
  const machine = { platform: process.platform, environment: {}, home: root, root };
  const chains = locateFaces(machine, configured, new Findings());
  return new FaceSet(chains, (file) => readFileSync(file), new Findings());
}

/** All documents of the plan in a folder, composed from the shipped templates. */
export function documentsOf(folder: string): readonly OfficialDocument[] {
  const findings = new Findings();
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file): [string, string] => [
      `data/${basename(folder)}/${file}`,
      readFileSync(join(folder, file), 'utf8'),
    ]);
  const loaded = readPlan(new Map(files), findings);
  if (loaded === null) throw new Error(`${folder} cannot be read`);
  const { plan, placeOf } = loaded;
  const templates = readTemplates(root);
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings).composeTable;
  const composition = { plan, view: planView(plan, placeOf), wording, tables, findings };
  const documents = [
    composeNotice(composition),
    ...plan.attachments.map((_, index) => composeAttachment(composition, index + 1)),
    ...plan.villages.map((village) => composeTaskSheet(composition, village)),
    ...plan.villages.map((village) => composeEvaluationForm(composition, village)),
  ];
  if (findings.hasErrors) throw new Error(JSON.stringify(findings.sorted()));
  return documents.filter((document) => document !== null);
}

/** A document set twice: as our own PDF, and as LibreOffice sets its Word file. */
export interface SetBothWays {
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Writes documents as PDF and DOCX and has LibreOffice set all the DOCX in one go; returns the PDF files. */
export async function setBothWays(documents: readonly OfficialDocument[]): Promise<readonly SetBothWays[]> {
  const folder = mkdtempSync(join(tmpdir(), 'both-ways-'));
  const faces = sameFaces();
  const typesetDocuments = documents.map((document) => typeset(document, faces));
  const fonts = createPdfFonts(faces);
  const files = await Promise.all(
    documents.map(async (document, index) => {
      const path = join(folder, String(index));
      const pages = typesetDocuments[index];
      if (pages === undefined) throw new Error(`${document.id} was not set`);
      writeFileSync(`${path}.pdf`, writePdf(pages, fonts));
      writeFileSync(`${path}.docx`, await writeDocx(document, fitPages(document)));
      return path;
    }),
  );
  const theirs = await convertWithLibreOffice(files.map((path) => `${path}.docx`));
  return documents.map(({ id }, index) => ({
    id,
    ours: `${files[index]}.pdf`,
    theirs: theirs[index] ?? '',
  }));
}

/** A line that differs, or stands on one side only. */
export interface Difference {
  readonly page: number;
  readonly ours: string;
  readonly theirs: string;
}

/** Lines of two files, page by page: how many there are, and which differ. */
export function compareLines({ ours, theirs }: SetBothWays) {
  const [a, b] = [pdfLines(ours), pdfLines(theirs)];
  const differences: Difference[] = [];
  let lines = 0;
  for (let page = 0; page < Math.max(a.length, b.length); page++) {
    const [left, right] = [a[page] ?? [], b[page] ?? []];
    const count = Math.max(left.length, right.length);
    lines += count;
    for (let index = 0; index < count; index++) {
      const [own = '', other = ''] = [left[index], right[index]];
      if (own !== other) differences.push({ page: page + 1, ours: own, theirs: other });
    }
  }
  return { pages: [a.length, b.length] as const, lines, differences };
}
