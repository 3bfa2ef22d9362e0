import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VillageLetter } from './village-letter.ts';
import { letterColumns } from './village-letter.ts';
import { wordTemplate, writeFromCode } from './word-template.ts';

/** Makes one file of a document; returns its bytes. */
export type Maker = (letter: VillageLetter) => Uint8Array | Promise<Uint8Array>;

/** docxtemplater: the template is unzipped and compiled for each file, as its manual has it. */
export async function docxtemplater(): Promise<Maker> {
  const { default: Docxtemplater } = await import('docxtemplater');
  const { default: PizZip } = await import('pizzip');
  const template = await wordTemplate({
    paragraphs: ['{#paragraphs}', '{.}', '{/paragraphs}'],
    rowOpening: '{#rows}',
    rowClosing: '{/rows}',
  });
  return ({ title, paragraphs, rows }) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render({ title, paragraphs, rows });
    return document.toBuffer();
  };
}

/** easy-template-x. */
export async function easyTemplateX(): Promise<Maker> {
  const { TemplateHandler } = await import('easy-template-x');
  const template = await wordTemplate({
    paragraphs: ['{#paragraphs}', '{text}', '{/paragraphs}'],
    rowOpening: '{#rows}',
    rowClosing: '{/rows}',
  });
  const handler = new TemplateHandler();
  return ({ title, paragraphs, rows }) =>
    handler.process(template, {
      title,
      paragraphs: paragraphs.map((text) => ({ text })),
      rows: rows.map((row) => ({ ...row })),
    });
}

/** `docx` from code. */
export const docxFromCode = async (): Promise<Maker> => writeFromCode;

/** Marks of Typst in running text. */
const escaped = (text: string): string => text.replace(/[\\#$*_`<>@[\]~="'/-]/gu, (mark) => `\\${mark}`);

/** Typst with the same faces, as PDF/A-1b; null where its compiler does not run on this machine. */
export async function typst(fontFolders: readonly string[]): Promise<Maker | null> {
  try {
    const { NodeCompiler, PdfStandard } = await import('@myriaddreamin/typst-ts-node-compiler');
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }] });
    const tracks = letterColumns.map(({ width }) => `${width}fr`).join(', ');
    return ({ title, paragraphs, rows }) => {
      const cells = rows.flatMap((row) => letterColumns.map(({ key }) => `[${escaped(row[key])}]`));
      const heads = letterColumns.map(({ head }) => `[${head}]`).join(', ');
      const mainFileContent = [
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))',
        '#set document(title: "bench", date: datetime(year: 2022, month: 5, day: 24))',
        '#set text(font: ("Tinos", "FandolFang R"), size: 16pt, lang: "zh", region: "cn")',
        '#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 13.6pt, spacing: 13.6pt)',
        `#align(center, text(font: "FandolSong", size: 22pt, weight: "bold")[${escaped(title)}])`,
        ...paragraphs.map(escaped),
        '#set text(size: 12pt)',
        '#set par(first-line-indent: 0pt, leading: 6pt)',
        `#table(columns: (${tracks}), table.header(${heads}), ${cells.join(', ')})`,
      ].join('\n\n');
      return compiler.pdf({ mainFileContent }, { pdfStandard: PdfStandard.A_1b });
    };
  } catch {
    return null;
  }
}

/** Seconds LibreOffice takes to set a batch of Word files as PDF, in one process; null where it is not installed. */
export function convertedByLibreOffice(files: readonly Uint8Array[]): number | null {
  if (spawnSync('soffice', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const start = performance.now();
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    spawnSync('soffice', [...options, ...paths], { stdio: 'ignore' });
    const seconds = (performance.now() - start) / 1000;
    const made = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length;
    if (made !== files.length) throw new Error(`LibreOffice made ${made} of ${files.length} files`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
