import { createHash } from 'node:crypto';
import { compress } from '../../packaging/zlib-stream.ts';
import { reference } from './pdf-syntax.ts';

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

/** A file's identity, made from what it says. */
export function identityOf(said: Iterable<string>): string {
  // At once: a document says hundreds of short things.
  const all = [...said].join('\n');
  return createHash('sha256').update(all).digest('hex').slice(0, 32).toUpperCase();
}

/** Version, and four bytes by which programs know a file that is not text. */
const header = '%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n';

/** Numbers of the objects a trailer names. */
export interface Trailer {
  readonly root: number;
  readonly information: number;
  /** 32 hexadecimal digits. */
  readonly id: string;
}

/**
 * Puts objects into a file, numbered from 1 in their order, with a plain cross-reference table: PDF/A-1 allows
 * neither object streams nor cross-reference streams.
 */
export function pdfFile(objects: readonly PdfObject[], { root, information, id }: Trailer): Uint8Array {
  const parts: (string | Uint8Array)[] = [];
  let text = header;
  let length = 0;
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const [index, object] of objects.entries()) {
    table += `${String(length + text.length).padStart(10, '0')} 00000 n \n`;
    if (typeof object === 'string') text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    else {
      const { entries, content } = object;
      text += `${index + 1} 0 obj\n<<${entries}/Length ${content.length}>>\nstream\n`;
      parts.push(text, content);
      length += text.length + content.length;
      text = '\nendstream\nendobj\n';
    }
  }
  const start = length + text.length;
  text += `${table}trailer\n<</Size ${objects.length + 1}/Root ${reference(root)}/Info ${reference(information)}/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`;
  parts.push(text);
  return joined(parts, length + text.length);
}

function joined(parts: readonly (string | Uint8Array)[], length: number): Uint8Array {
  const file = Buffer.allocUnsafe(length);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += file.write(part, at, 'latin1');
    else {
      file.set(part, at);
      at += part.length;
    }
  }
  return file;
}
