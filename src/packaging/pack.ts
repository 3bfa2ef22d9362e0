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

/** A part as it stands in an archive: with its own header, and its entry in the directory but for where it begins. */
interface Entry {
  readonly local: Uint8Array;
  readonly central: Uint8Array;
}

function entryOf(part: PackedPart): Entry {
  const path = encoder.encode(part.path);
  const local = new Uint8Array(length.local + path.length + part.deflated.length);
  const localView = new DataView(local.buffer);
  localView.setUint32(0, signature.local, true);
  describe(localView, 4, part, path.length);
  local.set(path, length.local);
  local.set(part.deflated, length.local + path.length);
  const central = new Uint8Array(length.central + path.length);
  const centralView = new DataView(central.buffer);
  centralView.setUint32(0, signature.central, true);
  centralView.setUint16(4, version, true);
  describe(centralView, 6, part, path.length);
  central.set(path, length.central);
  return { local, central };
}

/** Where in its entry in the directory it is told where a part begins. */
const placeTold = 42;

/** Archives that begin with the same parts, which are put together once. */
export class ArchiveSeries {
  readonly #local: Uint8Array;
  readonly #central: Uint8Array;
  readonly #count: number;

  constructor(parts: readonly PackedPart[]) {
    const entries = parts.map(entryOf);
    let at = 0;
    for (const { local, central } of entries) {
      new DataView(central.buffer).setUint32(placeTold, at, true);
      at += local.length;
    }
    this.#local = Buffer.concat(entries.map(({ local }) => local));
    this.#central = Buffer.concat(entries.map(({ central }) => central));
    this.#count = parts.length;
  }

  /** The archive with these parts behind the common ones: the same parts give the same bytes. */
  archive(parts: readonly PackedPart[]): Uint8Array {
    const entries = parts.map(entryOf);
    const own = entries.reduce((sum, { local, central }) => sum + local.length + central.length, 0);
    const bytes = new Uint8Array(this.#local.length + this.#central.length + own + length.end);
    const view = new DataView(bytes.buffer);
    bytes.set(this.#local);
    let at = this.#local.length;
    const starts = entries.map(({ local }) => {
      bytes.set(local, at);
      at += local.length;
      return at - local.length;
    });
    const directory = at;
    bytes.set(this.#central, at);
    at += this.#central.length;
    for (const [index, { central }] of entries.entries()) {
      bytes.set(central, at);
      view.setUint32(at + placeTold, starts[index] ?? 0, true);
      at += central.length;
    }
    const count = this.#count + entries.length;
    view.setUint32(at, signature.end, true);
    view.setUint16(at + 8, count, true);
    view.setUint16(at + 10, count, true);
    view.setUint32(at + 12, at - directory, true);
    view.setUint32(at + 16, directory, true);
    return bytes;
  }
}

/** Puts parts into an archive in the given order: the same parts give the same bytes. */
export const pack = (parts: readonly PackedPart[]): Uint8Array => new ArchiveSeries([]).archive(parts);
