import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { compress } from '../../packaging/zlib-stream.ts';

/**
 * An object of a PDF without its number: its source, with the objects it refers to in their places. Parts that say the
 * same are one, whatever file they came from: fonts that many files share stand once in a joined one.
 */
export interface PdfPart {
  /** Digest of everything below it: equal parts have equal keys. */
  readonly key: string;
  readonly source: readonly (string | PdfPart)[];
  /** What stands between `stream` and `endstream`, as stored; null for what is no stream. */
  readonly stream: Uint8Array | null;
}

/** All parts of a run, each once. */
export class PartStore {
  readonly #parts = new Map<string, PdfPart>();
  readonly #ofObjects = new WeakMap<PDFObject, PdfPart>();

  /** A part from its source; `stream` without its Length. */
  make(source: readonly (string | PdfPart)[], stream: Uint8Array | null = null): PdfPart {
    const hash = createHash('sha256');
    for (const piece of source) hash.update(typeof piece === 'string' ? piece : `<${piece.key}>`);
    hash.update(stream === null ? '0' : '1');
    if (stream !== null) hash.update(stream);
    const key = hash.digest('hex');
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    // A copy of its own: a view would keep the whole file it was read from.
    const part = { key, source, stream: stream === null ? null : stream.slice() };
    this.#parts.set(key, part);
    return part;
  }

  /** A compressed stream of ASCII; `entries` are further entries of its dictionary. */
  content(operators: string, entries: readonly (string | PdfPart)[] = []): PdfPart {
    return this.make(['<</Filter/FlateDecode', ...entries], compress(Buffer.from(operators, 'latin1')));
  }

  /** An object of a read file with everything it refers to. What refers to itself is a fault of the file. */
  take(object: PDFObject, context: PDFContext): PdfPart {
    const known = this.#ofObjects.get(object);
    if (known !== undefined) return known;
    const target = object instanceof PDFRef ? lookUp(object, context) : object;
    const earlier = this.#ofObjects.get(target);
    if (earlier !== undefined) return earlier;
    const stream = target instanceof PDFRawStream ? target.contents : null;
    const written: (string | PdfPart)[] = [];
    this.#write(target instanceof PDFRawStream ? target.dict : target, context, written, stream !== null);
    const part = this.make(written, stream);
    this.#ofObjects.set(target, part);
    return part;
  }

  /** Writes an object's source; a stream's dictionary stays open for its Length. */
  #write(object: PDFObject, context: PDFContext, out: (string | PdfPart)[], ofStream = false): void {
    if (object instanceof PDFRef) out.push(this.take(object, context));
    else if (object instanceof PDFArray) {
      out.push('[');
      for (const item of object.asArray()) {
        this.#write(item, context, out);
        out.push(' ');
      }
      out.push(']');
    } else if (object instanceof PDFDict) {
      out.push('<<');
      for (const [name, value] of object.entries()) {
        if (ofStream && name === PDFName.of('Length')) continue;
        out.push(`${name.toString()} `);
        this.#write(value, context, out);
      }
      if (!ofStream) out.push('>>');
    } else out.push(object.toString());
  }
}

/** What a reference points to; files of ours have no dangling ones. */
export function lookUp(reference: PDFRef, context: PDFContext): PDFObject {
  const object = context.lookup(reference);
  if (object === undefined) throw new Error(`no object ${reference.toString()}`);
  return object;
}

/** A number, or what it stands for where there is none. */
export const numberIn = (object: PDFObject | undefined, otherwise: number): number =>
  object instanceof PDFNumber ? object.asNumber() : otherwise;
