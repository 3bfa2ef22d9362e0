import type { FaceSet } from '../fonts/face-set.ts';
import { createPdfFonts, type PdfFonts } from '../writers/pdf/pdf-fonts.ts';

/** What files are made with in one thread; everything is opened when first needed, and once. */
export class Tools {
  /** The faces of this machine. */
  readonly faces: () => FaceSet;
  #pdfFonts: PdfFonts | null = null;

  constructor(faces: () => FaceSet) {
    this.faces = faces;
  }

  /** The faces as PDF files hold them. */
  pdfFonts(): PdfFonts {
    this.#pdfFonts ??= createPdfFonts(this.faces());
    return this.#pdfFonts;
  }
}
