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

/** A part that may be long, in pieces: together with the archive it is put into, it would be in memory twice more. */
export interface LongPart extends Omit<PackedPart, 'deflated'> {
  readonly pieces: readonly Uint8Array[];
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
/** Room for that text in bytes, of which a character has three at most. */
const encoded = new Uint8Array(3 * packedAtOnce);

/** Deflates a part whose text comes bit by bit: as `packPart`, without ever holding all of it. */
export function packText(path: string, texts: Iterable<string>): LongPart {
  const deflating = new Deflating();
  let [size, checksum] = [0, 0];
  let waiting = '';
  const take = (): void => {
    while (waiting !== '') {
      const { read, written } = encoder.encodeInto(waiting, encoded);
      const content = encoded.subarray(0, written);
      waiting = waiting.slice(read);
      deflating.add(content);
      size += written;
      checksum = crc32(content, checksum);
    }
  };
  for (const text of texts) {
    waiting += text;
    if (waiting.length >= packedAtOnce) take();
  }
  take();
  return { path, pieces: deflating.finishParts(), size, checksum };
}

/** 1980-01-01 12:00 in the archive's own reckoning, which knows no time zone: the first day it can tell. */
const packedOn = { time: 12 << 11, date: (1 << 5) | 1 } as const;

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Lengths in bytes of the headers without their paths. */
const length: Readonly<Record<keyof typeof signature, number>> = { local: 30, central: 46, end: 22 };
/** Version 2.0 of the format, paths in UTF-8, method 8 (deflate). */
const [version, utf8, deflated] = [20, 1 << 11, 8] as const;

/** What local and central headers say alike, from `at` on. */
function describe(view: DataView, at: number, { part, path, bytes }: Entry): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint16(at + 6, packedOn.time, true);
  view.setUint16(at + 8, packedOn.date, true);
  view.setUint32(at + 10, part.checksum, true);
  view.setUint32(at + 14, bytes, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, path.length, true);
}

/** A part with its path in bytes, and what it is deflated to. */
interface Entry {
  readonly part: Pick<PackedPart, 'size' | 'checksum'>;
  readonly path: Uint8Array;
  readonly pieces: readonly Uint8Array[];
  /** Bytes of all pieces. */
  readonly bytes: number;
}

function entryOf(part: PackedPart | LongPart): Entry {
  const pieces = 'pieces' in part ? part.pieces : [part.deflated];
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { part, path: encoder.encode(part.path), pieces, bytes };
}

const localSize = (entry: Entry): number => length.local + entry.path.length + entry.bytes;
const centralSize = ({ path }: Entry): number => length.central + path.length;
const sizeOf = (entries: readonly Entry[], size: (entry: Entry) => number): number =>
  entries.reduce((sum, entry) => sum + size(entry), 0);

/** Bytes of an archive under way. */
class ArchiveBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  /** Where the next bytes go. */
  at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** A part behind its own header. */
  putLocal(entry: Entry): void {
    this.#view.setUint32(this.at, signature.local, true);
    describe(this.#view, this.at + 4, entry);
    this.at += length.local;
    this.put(entry.path);
    for (const piece of entry.pieces) this.put(piece);
  }

  /** The entry in the directory of a part that begins at `start`. */
  putCentral(entry: Entry, start: number): void {
    this.#view.setUint32(this.at, signature.central, true);
    this.#view.setUint16(this.at + 4, version, true);
    describe(this.#view, this.at + 6, entry);
    this.#view.setUint32(this.at + 42, start, true);
    this.at += length.central;
    this.put(entry.path);
  }

  /** What ends an archive of so many parts, whose directory begins at `directory`. */
  putEnd(count: number, directory: number): void {
    this.#view.setUint32(this.at, signature.end, true);
    this.#view.setUint16(this.at + 8, count, true);
    this.#view.setUint16(this.at + 10, count, true);
    this.#view.setUint32(this.at + 12, this.at - directory, true);
    this.#view.setUint32(this.at + 16, directory, true);
  }
}

/** Puts parts one after another; tells where each begins. */
function putParts(entries: readonly Entry[], local: ArchiveBytes): readonly number[] {
  return entries.map((entry) => {
    const start = local.at;
    local.putLocal(entry);
    return start;
  });
}

/** Archives that begin with the same parts, which are put together once. */
export class ArchiveSeries {
  readonly #local: Uint8Array;
  readonly #central: Uint8Array;
  readonly #count: number;

  constructor(parts: readonly PackedPart[]) {
    const entries = parts.map(entryOf);
    const local = new ArchiveBytes(sizeOf(entries, localSize));
    const starts = putParts(entries, local);
    const central = new ArchiveBytes(sizeOf(entries, centralSize));
    entries.forEach((entry, index) => void central.putCentral(entry, starts[index] ?? 0));
    this.#local = local.bytes;
    this.#central = central.bytes;
    this.#count = parts.length;
  }

  /** The archive with these parts behind the common ones: the same parts give the same bytes. */
  archive(parts: readonly (PackedPart | LongPart)[]): Uint8Array {
    const entries = parts.map(entryOf);
    const own = sizeOf(entries, localSize) + sizeOf(entries, centralSize);
    const archive = new ArchiveBytes(this.#local.length + this.#central.length + own + length.end);
    archive.put(this.#local);
    const starts = putParts(entries, archive);
    const directory = archive.at;
    archive.put(this.#central);
    entries.forEach((entry, index) => void archive.putCentral(entry, starts[index] ?? 0));
    archive.putEnd(this.#count + parts.length, directory);
    return archive.bytes;
  }
}

/** Puts parts into an archive in the given order: the same parts give the same bytes. */
export const pack = (parts: readonly (PackedPart | LongPart)[]): Uint8Array =>
  new ArchiveSeries([]).archive(parts);
