import { crc32 } from 'node:zlib';
import { Deflating, deflate } from './deflate.ts';

/**
 * Open Packaging files (DOCX, XLSX) are zip archives. Most parts are the same in every file of a batch: they are
 * deflated once and put into each archive as they are.
 */

/** A part of a package, deflated and ready to be put into any number of archives. */
export interface PackedPart {
  /** Path in the package, with `/`. */
  readonly path: string;
  readonly deflated: Uint8Array;
  /** Length in bytes and CRC-32 of what was deflated. */
  readonly size: number;
  readonly checksum: number;
}

/** Deflates a part: the same content gives the same bytes on every machine. */
export const packPart = (path: string, content: Uint8Array): PackedPart => ({
  path,
  deflated: deflate(content),
  size: content.length,
  checksum: crc32(content),
});

const encoder = new TextEncoder();

/** So much text is deflated at once, in characters. */
const packedAtOnce = 1 << 16;

/** Deflates a part whose text comes bit by bit: as `packPart`, without ever holding all of it. */
export function packText(path: string, texts: Iterable<string>): PackedPart {
  const deflating = new Deflating();
  let [size, checksum] = [0, 0];
  let waiting = '';
  const take = (): void => {
    const content = encoder.encode(waiting);
    waiting = '';
    deflating.add(content);
    size += content.length;
    checksum = crc32(content, checksum);
  };
  for (const text of texts) {
    waiting += text;
    if (waiting.length >= packedAtOnce) take();
  }
  take();
  return { path, deflated: deflating.finish(), size, checksum };
}

/** 1980-01-01 12:00 in the archive's own reckoning, which knows no time zone: the first day it can tell. */
const packedOn = { time: 12 << 11, date: (1 << 5) | 1 } as const;

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Lengths in bytes of the headers without their paths. */
const length: Readonly<Record<keyof typeof signature, number>> = { local: 30, central: 46, end: 22 };
/** Version 2.0 of the format, paths in UTF-8, method 8 (deflate). */
const [version, utf8, deflated] = [20, 1 << 11, 8] as const;

/** What local and central headers say alike, from `at` on. */
function describe(view: DataView, at: number, part: PackedPart, pathLength: number): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint16(at + 6, packedOn.time, true);
  view.setUint16(at + 8, packedOn.date, true);
  view.setUint32(at + 10, part.checksum, true);
  view.setUint32(at + 14, part.deflated.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, pathLength, true);
}

/** Puts parts into an archive in the given order: the same parts give the same bytes. */
export function pack(parts: readonly PackedPart[]): Uint8Array {
  const paths = parts.map(({ path }) => encoder.encode(path));
  const total = parts.reduce(
    (sum, { deflated }, index) =>
      sum + length.local + length.central + 2 * (paths[index]?.length ?? 0) + deflated.length,
    length.end,
  );
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const starts = parts.map((part, index) => {
    const path = paths[index] as Uint8Array;
    const start = at;
    view.setUint32(at, signature.local, true);
    describe(view, at + 4, part, path.length);
    bytes.set(path, at + length.local);
    bytes.set(part.deflated, at + length.local + path.length);
    at += length.local + path.length + part.deflated.length;
    return start;
  });
  const directory = at;
  for (const [index, part] of parts.entries()) {
    const path = paths[index] as Uint8Array;
    view.setUint32(at, signature.central, true);
    view.setUint16(at + 4, version, true);
    describe(view, at + 6, part, path.length);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    bytes.set(path, at + length.central);
    at += length.central + path.length;
  }
  view.setUint32(at, signature.end, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
