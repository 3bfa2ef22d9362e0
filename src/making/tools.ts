import type { OfficialDocument } from '../document/official-document.ts';
import { embedFaces } from '../fonts/embed.ts';
import type { FaceId, FaceSet } from '../fonts/face-set.ts';
import type { Subsetter } from '../fonts/harfbuzz.ts';
import type { TypesetDocument } from '../typesetting/page.ts';
import { typeset } from '../typesetting/typeset.ts';
import { type PdfFaces, preparePdfFaces } from '../writers/pdf/pdf-faces.ts';
import { type UsedCharacters, usedCharacters } from '../writers/pdf/used-characters.ts';
import type { Samples } from './task.ts';

/** What files are made with in one thread; everything is opened when first needed, and once. */
export interface Tools {
  /** The faces of this machine. */
  readonly faces: () => FaceSet;
  readonly subsetter: () => Subsetter;
}

/** Faces prepared for a kind of document, with the characters they hold. */
interface Stock {
  readonly used: UsedCharacters;
  readonly faces: PdfFaces;
}

/** The subsets that PDF files of a kind share: made from its sample, so that no file depends on another one. */
export class FaceStock {
  readonly #tools: Tools;
  readonly #samples: Samples;
  readonly #stocks = new Map<string, Stock>();

  constructor(tools: Tools, samples: Samples) {
    this.#tools = tools;
    this.#samples = samples;
  }

  /** Faces with every character a document draws; those the sample's do not cover are made for it alone. */
  facesFor(kind: string, pages: TypesetDocument): PdfFaces {
    const used = usedCharacters([pages]);
    const sample = this.#samples.get(kind);
    if (sample === undefined) return this.#prepare(used);
    const stock = this.#stockOf(kind, sample);
    const more = new Map<FaceId, ReadonlySet<number>>();
    for (const [id, characters] of used) {
      const known = stock.used.get(id);
      if (known === undefined || !isWithin(characters, known)) more.set(id, characters);
    }
    return more.size === 0 ? stock.faces : new Map([...stock.faces, ...this.#prepare(more)]);
  }

  #stockOf(kind: string, sample: OfficialDocument): Stock {
    let stock = this.#stocks.get(kind);
    if (stock === undefined) {
      const used = usedCharacters([typeset(sample, this.#tools.faces())]);
      stock = { used, faces: this.#prepare(used) };
      this.#stocks.set(kind, stock);
    }
    return stock;
  }

  #prepare(used: UsedCharacters): PdfFaces {
    return preparePdfFaces(embedFaces(this.#tools.faces(), used, this.#tools.subsetter()));
  }
}

const isWithin = (part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean => {
  for (const each of part) if (!whole.has(each)) return false;
  return true;
};
