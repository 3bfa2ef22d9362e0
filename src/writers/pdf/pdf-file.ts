import { createHash } from 'node:crypto';
import { compress } from '../../packaging/zlib-stream.ts';
import { ByteWriter, phrase } from './byte-writer.ts';

/** An object of a file: its source, which is ASCII, or a stream. */
export type PdfObject = string | PdfStream;

/** A stream: entries of its dictionary besides the length, and its bytes as they stand in the file. */
export interface PdfStream {
  readonly entries: string;
  readonly content: Uint8Array;
}

/** A stream as it is. */
export const stream = (content: Uint8Array, entries = ''): PdfStream => ({ entries, content });

/** A stream of content that was compressed before. */
export const flateStream = (content: Uint8Array, entries = ''): PdfStream => ({
  entries: `/Filter/FlateDecode${entries}`,
  content,
});

/** A compressed stream. The same content gives the same bytes on every machine. */
export const compressedStream = (content: Uint8Array, entries = ''): PdfStream =>
  flateStream(compress(content), entries);

/** Version, and four bytes by which programs know a file that is not text. */
const header = '%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n';

const words = {
  object: phrase(' 0 obj\n'),
  end: phrase('\nendobj\n'),
  inUse: phrase(' 00000 n \n'),
} as const;

/** Numbers of the objects a trailer names. */
export interface Trailer {
  readonly root: number;
  readonly information: number;
  /** 32 hexadecimal digits. */
  readonly id: string;
}

/** Room of a file to begin with, and the most that is kept for the next one, in bytes. */
const room = { first: 1 << 18, kept: 1 << 22 } as const;
/** Where files are written, one after another. */
let spare: ByteWriter | null = null;

/**
 * A file under way: its objects, numbered from 1 in their order, then a plain cross-reference table: PDF/A-1 allows
 * neither object streams nor cross-reference streams.
 */
export class PdfFile {
  readonly #bytes: ByteWriter;
  readonly #starts: number[] = [];

  constructor() {
    this.#bytes = spare ?? new ByteWriter(room.first);
    spare = null;
    this.#bytes.clear();
    this.#bytes.text(header);
  }

  /** Begins the next object, whose source is to be written; `end` ends it. */
  begin(): ByteWriter {
    this.#starts.push(this.#bytes.length);
    return this.#bytes.whole(this.#starts.length).phrase(words.object);
  }

  end(): void {
    this.#bytes.phrase(words.end);
  }

  add(object: PdfObject): void {
    const bytes = this.begin();
    if (typeof object === 'string') bytes.text(object);
    else {
      const { entries, content } = object;
      bytes.text('<<').text(entries).text('/Length ').whole(content.length).text('>>\nstream\n');
      bytes.raw(content).text('\nendstream');
    }
    this.end();
  }

  /** A file's identity, made from what its objects so far say and from what else is said. */
  identity(said = ''): string {
    const hash = createHash('sha256').update(this.#bytes.written).update(said);
    return hash.digest('hex').slice(0, 32).toUpperCase();
  }

  /** The whole file. */
  finish({ root, information, id }: Trailer): Uint8Array {
    const bytes = this.#bytes;
    const size = this.#starts.length + 1;
    const table = bytes.length;
    bytes.text('xref\n0 ').whole(size).text('\n0000000000 65535 f \n');
    for (const start of this.#starts) bytes.padded(start, 10).phrase(words.inUse);
    bytes.text('trailer\n<</Size ').whole(size).text('/Root ').reference(root);
    bytes.text('/Info ').reference(information).text(`/ID[<${id}><${id}>]>>\nstartxref\n`);
    bytes.whole(table).text('\n%%EOF\n');
    const file = bytes.written.slice();
    if (bytes.room <= room.kept) spare = bytes;
    return file;
  }
}
