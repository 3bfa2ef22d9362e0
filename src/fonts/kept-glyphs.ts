import { createHash } from 'node:crypto';
import type { Shelf } from '../keeping/shelf.ts';
import { type Checksum, checksumOf } from '../packaging/zlib-stream.ts';
import type { Face } from './face-set.ts';

/**
 * Charstrings that earlier runs and other threads made of a font. They stand in a file of batches, each with a head: what
 * it is, its length, its checksum; in a batch each charstring follows its glyph's id and its length.
 */
const mark = 0x676c_7966;
const headBytes = 12;
const entryBytes = 6;

const checksumNumber = ({ bytes, sums }: Checksum): number => sums * 65_536 + bytes;

export class KeptGlyphs {
  readonly #shelf: Shelf;
  readonly #name: string;
  readonly #kept = new Map<number, Uint8Array>();
  #added: (readonly [glyph: number, charstring: Uint8Array])[] = [];

  /** Glyphs of a font, which is known by what is in its file, simplified so far (in thousandths of an em). */
  constructor({ bytes, index }: Pick<Face, 'bytes' | 'index'>, tolerance: number, shelf: Shelf) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    this.#name = `${hash}-${index}-${tolerance}.glyphs`;
    this.#shelf = shelf;
    const content = shelf.read(this.#name);
    if (content !== null) this.#read(content);
  }

  get(glyph: number): Uint8Array | undefined {
    return this.#kept.get(glyph);
  }

  /** Remembers a glyph that was made, to be saved with others. */
  add(glyph: number, charstring: Uint8Array): void {
    this.#added.push([glyph, charstring]);
  }

  /** Saves what was added since the last time. */
  save(): void {
    if (this.#added.length === 0) return;
    this.#shelf.append(this.#name, batchOf(this.#added));
    this.#added = [];
  }

  /** Reads whole batches; what comes after the last whole one, as an interruption leaves it, is cut off. */
  #read(content: Uint8Array): void {
    let at = 0;
    for (let batch = batchAt(content, at); batch !== null; batch = batchAt(content, at)) {
      const view = new DataView(batch.buffer, batch.byteOffset, batch.length);
      for (let entry = 0; entry < batch.length; ) {
        const [glyph, length] = [view.getUint16(entry), view.getUint32(entry + 2)];
        const start = entry + entryBytes;
        this.#kept.set(glyph, batch.subarray(start, start + length));
        entry = start + length;
      }
      at += headBytes + batch.length;
    }
    if (at < content.length) this.#shelf.write(this.#name, content.subarray(0, at));
  }
}

function batchOf(glyphs: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const size = glyphs.reduce((sum, [, { length }]) => sum + entryBytes + length, headBytes);
  const batch = new Uint8Array(size);
  const view = new DataView(batch.buffer);
  let at = headBytes;
  for (const [glyph, charstring] of glyphs) {
    view.setUint16(at, glyph);
    view.setUint32(at + 2, charstring.length);
    batch.set(charstring, at + entryBytes);
    at += entryBytes + charstring.length;
  }
  view.setUint32(0, mark);
  view.setUint32(4, size - headBytes);
  view.setUint32(8, checksumNumber(checksumOf(batch.subarray(headBytes))));
  return batch;
}

/** The batch that begins at a place; null where there is no whole one. */
function batchAt(content: Uint8Array, at: number): Uint8Array | null {
  if (at + headBytes > content.length) return null;
  const head = new DataView(content.buffer, content.byteOffset + at, headBytes);
  const end = at + headBytes + head.getUint32(4);
  if (head.getUint32(0) !== mark || end > content.length) return null;
  const batch = content.subarray(at + headBytes, end);
  return head.getUint32(8) === checksumNumber(checksumOf(batch)) ? batch : null;
}
