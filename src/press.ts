import type { Findings } from './diagnostics/findings.ts';
import type { OfficialDocument } from './document/official-document.ts';
import { type FaceRole, roleNames } from './format/faces.ts';
import type { Tools } from './making/tools.ts';
import { preflight } from './preflight/preflight.ts';
import { typeset } from './typesetting/typeset.ts';
import type { PdfFont } from './writers/pdf/pdf-fonts.ts';
import { writePdf } from './writers/pdf/write-pdf.ts';

/** What documents are set with. */
export interface Press {
  readonly tools: Tools;
  readonly findings: Findings;
}

/** A document set and written. */
export interface SetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Sets documents into PDFs; null, with what is wrong reported, when one of them cannot be set. */
export function setIntoPdf(
  documents: readonly OfficialDocument[],
  { tools, findings }: Press,
): readonly SetPdf[] | null {
  const set = documents.map((document) => {
    const pages = typeset(document, tools.faces());
    preflight({ document, typeset: pages, title: document.metadata.title }, findings);
    return pages;
  });
  if (findings.hasErrors) return null;
  return set.map((document) => ({
    bytes: writePdf(document, tools.pdfFonts()),
    pages: document.pages.length,
  }));
}

/** The font of this machine with a PostScript name that draws a character in one of the roles; null where it has none. */
export function findFont({ tools }: Press, postScriptName: string, character: string): PdfFont | null {
  const faces = tools.faces();
  for (const role of Object.keys(roleNames) as FaceRole[]) {
    const face = faces.drawnBy(role, character.codePointAt(0) ?? 0)?.face ?? null;
    if (face !== null && faces.face(face).font.postScriptName === postScriptName) {
      return tools.pdfFonts().font(face);
    }
  }
  return null;
}
