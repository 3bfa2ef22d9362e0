import type { FaceSet } from '../fonts/face-set.ts';
import { noShelf, type Shelf } from '../keeping/shelf.ts';
import { createPdfFonts, type PdfFonts } from '../writers/pdf/pdf-fonts.ts';

/** What files are made with in one thread; everything is opened when first needed, and once. */
export class Tools {
  /** The faces of this machine. */
  readonly faces: () => FaceSet;
  /** What earlier runs made of faces and styles. */
  readonly shelf: Shelf;
  #pdfFonts: PdfFonts | null = null;

  constructor(faces: () => FaceSet, shelf: Shelf = noShelf) {
    this.faces = faces;
    this.shelf = shelf;
  }

  /** The faces as PDF files hold them. */
  pdfFonts(): PdfFonts {
    this.#pdfFonts ??= createPdfFonts(this.faces(), this.shelf);
    return this.#pdfFonts;
  }
}
