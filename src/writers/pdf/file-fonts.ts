import type { FaceId } from '../../fonts/face-set.ts';
import type { PdfObject } from './pdf-file.ts';
import { fontObjects, type PdfFont, type PdfFonts } from './pdf-fonts.ts';
import { hex4 } from './pdf-syntax.ts';

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

/** A font of one file under way. */
export class FileFont {
  /** Name by which the file's pages call it. */
  readonly name: string;
  readonly #font: PdfFont;
  readonly #codes = new Map<number, string>();
  readonly #glyphs: number[] = [];
  #characters = '';

  constructor(font: PdfFont, name: string) {
    this.#font = font;
    this.name = name;
  }

  /** Hexadecimal digits that show a text; its characters become part of the font. Throws for one the face lacks. */
  show(text: string): string {
    let shown = '';
    for (let index = 0; index < text.length; index++) {
      const codePoint = text.codePointAt(index) ?? 0;
      shown += this.#codes.get(codePoint) ?? this.#add(codePoint);
      if (codePoint > 0xffff) index++;
    }
    return shown;
  }

  #add(codePoint: number): string {
    const { face } = this.#font.stock;
    const glyph = face.font.characters[codePoint] ?? 0;
    if (glyph === 0) throw new Error(`${face.name} lacks U+${codePoint.toString(16).toUpperCase()}`);
    this.#glyphs.push(glyph);
    this.#characters += String.fromCodePoint(codePoint);
    const code = hex4(this.#glyphs.length);
    this.#codes.set(codePoint, code);
    return code;
  }

  /** Writes the font's objects, numbered from `first`. */
  objects(first: number): readonly PdfObject[] {
    const font = this.#font;
    if (font.last?.characters !== this.#characters) {
      const subset = font.stock.subset(this.#glyphs);
      font.last = {
        characters: this.#characters,
        make: fontObjects(subset, font.stock.face, [...this.#characters]),
      };
    }
    return font.last.make(first);
  }

  /** What the font draws: two fonts of a name that draw the same are the same. */
  get characters(): string {
    return this.#characters;
  }
}
