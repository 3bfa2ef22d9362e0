import type { PdfObject } from '../../writers/pdf/pdf-file.ts';
import { reference } from '../../writers/pdf/pdf-syntax.ts';
import type { PdfPart } from './pdf-part.ts';

/** The objects of a file that come from parts, numbered in the order in which they are first referred to. */
export class ObjectTable {
  readonly #first: number;
  readonly #numbers = new Map<PdfPart, number>();
  readonly #objects: PdfObject[] = [];

  /** `first` is the number of the first object. */
  constructor(first: number) {
    this.#first = first;
  }

  /** The objects so far, in the order of their numbers. */
  get objects(): readonly PdfObject[] {
    return this.#objects;
  }

  /** How objects refer to a part, which is written when first referred to. */
  reference(part: PdfPart): string {
    const known = this.#numbers.get(part);
    if (known !== undefined) return reference(known);
    const index = this.#numbers.size;
    this.#numbers.set(part, this.#first + index);
    this.#objects[index] = this.#written(part);
    return reference(this.#first + index);
  }

  #written({ source, stream }: PdfPart): PdfObject {
    const text = source.map((piece) => (typeof piece === 'string' ? piece : this.reference(piece))).join('');
    // A stream's part begins with the dictionary that its file puts around the entries.
    return stream === null ? text : { entries: text.slice(dictionaryOpening.length), content: stream };
  }
}

const dictionaryOpening = '<<';
