import type { Format } from '../delivery/manifest.ts';
import { sha256Of } from '../delivery/sha256.ts';
import { Findings } from '../diagnostics/findings.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import { preflight } from '../preflight/preflight.ts';
import { fitPages } from '../typesetting/fit-pages.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import { typeset } from '../typesetting/typeset.ts';
import { reportFaces } from './report-faces.ts';
import type { Made, MadeFile, Task } from './task.ts';
import type { Tools } from './tools.ts';

/** Typesets, checks and writes a composed job: the same task gives the same files in any thread, in any order. */
export async function make(task: Task, tools: Tools): Promise<Made> {
  const findings = new Findings();
  const { document, workbook, formats } = task;
  const pages = document === null ? null : checkedPages(document, task, tools, findings);
  if (findings.hasErrors) return { files: [], findings: findings.sorted() };

  const files: MadeFile[] = [];
  const add = (format: Format, content: Uint8Array, count: number | null = null) =>
    files.push({ format, content, sha256: sha256Of(content), pages: count });
  if (document !== null && formats.includes('docx')) {
    const { writeDocx } = await import('../writers/docx/write-docx.ts');
    add('docx', await writeDocx(document, fitPages(document), tools.shelf));
  }
  if (pages !== null && formats.includes('pdf')) {
    const { writePdf } = await import('../writers/pdf/write-pdf.ts');
    add('pdf', writePdf(pages, tools.pdfFonts()), pages.pages.length);
  }
  if (workbook !== null && formats.includes('xlsx')) {
    const { writeXlsx } = await import('../writers/xlsx/write-xlsx.ts');
    add('xlsx', await writeXlsx(workbook, tools.shelf));
  }
  return { files, findings: findings.sorted() };
}

/**
 * The pages of a document of which a file for paper is wanted, looked at. For a Word file alone nothing is said of this
 * machine's faces: it is drawn by those of the machine that opens it.
 */
function checkedPages(
  document: OfficialDocument,
  { title, formats }: Task,
  tools: Tools,
  findings: Findings,
): TypesetDocument | null {
  if (!formats.includes('docx') && !formats.includes('pdf')) return null;
  const found = new Findings();
  const pages = setAndCheck(document, title, tools, found);
  const isDrawnHere = formats.includes('pdf');
  findings.add(found.sorted().filter(({ rule }) => isDrawnHere || !rule.startsWith('fonts/')));
  return pages;
}

/** Sets a document into pages and looks at them as the office would before printing. */
export function setAndCheck(
  document: OfficialDocument,
  title: string,
  { faces }: Pick<Tools, 'faces'>,
  findings: Findings,
): TypesetDocument {
  const pages = typeset(document, faces());
  preflight({ document, typeset: pages, title }, findings);
  reportFaces(document, pages, faces(), findings);
  return pages;
}
