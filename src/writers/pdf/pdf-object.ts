import { deflateSync } from 'node:zlib';
import { PDFObject } from 'pdf-lib';

/** An object of a PDF that is already written: its bytes are copied, nothing is computed again. */
export class WrittenObject extends PDFObject {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = bytes;
  }

  override sizeInBytes(): number {
    return this.#bytes.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(this.#bytes, offset);
    return this.#bytes.length;
  }
}

/** An object from its source, which is ASCII. */
export const written = (source: string): WrittenObject => new WrittenObject(Buffer.from(source, 'latin1'));

/** Fixed, so that the same content gives the same bytes. */
export const deflateLevel = 6;

/** A compressed stream; `entries` are further entries of its dictionary. */
export function compressedStream(content: Uint8Array, entries = '', level = deflateLevel): WrittenObject {
  return stream(deflateSync(content, { level }), `/Filter/FlateDecode${entries}`);
}

const streamEnd = '\nendstream';

/** A stream as it is. */
export function stream(content: Uint8Array, entries = ''): WrittenObject {
  return new WrittenObject(
    Buffer.concat([
      Buffer.from(`<<${entries}/Length ${content.length}>>\nstream\n`, 'latin1'),
      content,
      Buffer.from(streamEnd, 'latin1'),
    ]),
  );
}
