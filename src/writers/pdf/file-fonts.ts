import type { FaceId } from '../../fonts/face-set.ts';
import type { Points } from '../../format/units.ts';
import { type OperatorPhrase, operatorPhrase } from './operator-writer.ts';
import type { PdfObject } from './pdf-file.ts';
import { fontObjects, type PdfFont, type PdfFonts } from './pdf-fonts.ts';
import { decimal } from './pdf-syntax.ts';

/**
 * The fonts of one file: exactly the characters it draws, numbered in the order of their first use. So a file depends
 * on nothing but its own pages, and a character is taken out of the file as it was put in, even where two share a glyph.
 */
export class FileFonts {
  readonly #fonts: PdfFonts;
  readonly #byFace = new Map<FaceId, FileFont>();
  readonly #byFont = new Map<PdfFont, FileFont>();

  constructor(fonts: PdfFonts) {
    this.#fonts = fonts;
  }

  /** The font of a face in this file. */
  font(face: FaceId): FileFont {
    let font = this.#byFace.get(face);
    if (font === undefined) {
      const shared = this.#fonts.font(face);
      font = this.#byFont.get(shared) ?? new FileFont(shared, `F${this.#byFont.size + 1}`);
      this.#byFont.set(shared, font);
      this.#byFace.set(face, font);
    }
    return font;
  }

  /** Fonts in the order in which pages first named them. */
  get used(): readonly FileFont[] {
    return [...this.#byFont.values()];
  }
}

/** What is left of the codes of a font that was written. */
const noCodes = new Uint16Array();

/** A font of one file under way. */
export class FileFont {
  /** Name by which the file's pages call it. */
  readonly name: string;
  readonly #font: PdfFont;
  /** Codes by code point; given back when the font is written. */
  #codes: Uint16Array;
  readonly #selectors = new Map<Points, OperatorPhrase>();
  /** The one used last: most fonts of a page stand in one size. */
  #selector: { readonly size: Points; readonly phrase: OperatorPhrase } | null = null;
  readonly #characters: number[] = [];
  readonly #glyphs: number[] = [];
  /** So many of the characters as a text. */
  #joined = { count: 0, text: '' };

  constructor(font: PdfFont, name: string) {
    this.#font = font;
    this.name = name;
    this.#codes = font.spareCodes.pop() ?? new Uint16Array(font.stock.face.font.characters.length);
  }

  /** The operator that chooses the font in a size. */
  selector(size: Points): OperatorPhrase {
    if (this.#selector?.size === size) return this.#selector.phrase;
    const phrase = this.#selectors.get(size) ?? operatorPhrase(`/${this.name} ${decimal(size)} Tf\n`);
    this.#selectors.set(size, phrase);
    this.#selector = { size, phrase };
    return phrase;
  }

  /** The code of a character, which becomes part of the font. Throws for one the face lacks. */
  code(codePoint: number): number {
    const code = this.#codes[codePoint] ?? 0;
    return code === 0 ? this.#add(codePoint) : code;
  }

  #add(codePoint: number): number {
    if (this.#codes === noCodes) throw new Error(`font ${this.name} was written before`);
    const { face } = this.#font.stock;
    const glyph = face.font.characters[codePoint] ?? 0;
    if (glyph === 0) throw new Error(`${face.name} lacks U+${codePoint.toString(16).toUpperCase()}`);
    this.#characters.push(codePoint);
    const code = this.#glyphs.push(glyph);
    this.#codes[codePoint] = code;
    return code;
  }

  /** Writes the font's objects, numbered from `first`; nothing can be shown with it any more. */
  objects(first: number): readonly PdfObject[] {
    const font = this.#font;
    for (const codePoint of this.#characters) this.#codes[codePoint] = 0;
    font.spareCodes.push(this.#codes);
    this.#codes = noCodes;
    const { characters } = this;
    if (font.last?.characters !== characters) {
      const subset = font.stock.subset(this.#glyphs);
      font.last = { characters, make: fontObjects(subset, font.stock.face, this.#characters) };
    }
    return font.last.make(first);
  }

  /** What the font draws: two fonts of a name that draw the same are the same. */
  get characters(): string {
    if (this.#joined.count < this.#characters.length) {
      this.#joined = { count: this.#characters.length, text: String.fromCodePoint(...this.#characters) };
    }
    return this.#joined.text;
  }
}
