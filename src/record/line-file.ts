import { dirname } from 'node:path';
import type { Disk } from '../delivery/disk.ts';
import { makeFolders } from '../delivery/folders.ts';

/** So much is read at once, in bytes. */
const readAtOnce = 1 << 18;
/** So much is written at once, in characters. */
const writtenAtOnce = 1 << 16;
const [newLine, tab] = [10, 9] as const;

/** What is at hand of a file, from an offset on. */
interface Window {
  readonly from: number;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Lines of text by key, in a file. Of each only its place is held, so that many thousand of them take little room; those
 * asked for in the order of the file are read many at a time.
 */
export class LineFile {
  readonly #disk: Disk;
  readonly #file: string;
  /** Where lines begin, in bytes. */
  readonly #starts = new Map<string, number>();
  /** Bytes of the file at hand. */
  #window: Window = { from: 0, bytes: new Uint8Array() };
  /** Lines not written yet. */
  #waiting: string[] = [];
  #waitingLength = 0;
  #length = 0;

  constructor(disk: Disk, file: string) {
    this.#disk = disk;
    this.#file = file;
  }

  /** A file that is there; without lines where there is none. Throws what the disk says. */
  static read(disk: Disk, file: string): LineFile {
    const lines = new LineFile(disk, file);
    if (disk.standing(file)?.kind !== 'file') return lines;
    let from = 0;
    for (let line = lines.#lineAt(from); line !== null; line = lines.#lineAt(from)) {
      const end = line.indexOf(tab);
      if (end >= 0) lines.#starts.set(decoder.decode(line.subarray(0, end)), from);
      from += line.length + 1;
    }
    lines.#length = from;
    return lines;
  }

  /** The line of a key; undefined where there is none. */
  line(key: string): string | undefined {
    const from = this.#starts.get(key);
    if (from === undefined) return undefined;
    this.flush();
    const line = this.#lineAt(from);
    return line === null ? undefined : decoder.decode(line.subarray(line.indexOf(tab) + 1));
  }

  has(key: string): boolean {
    return this.#starts.has(key);
  }

  /** Adds a line; a later one of the same key counts. The first one makes the file anew. */
  add(key: string, line: string): void {
    const text = `${key}\t${line}\n`;
    this.#starts.set(key, this.#length + this.#waitingLength);
    this.#waiting.push(text);
    this.#waitingLength += Buffer.byteLength(text);
    if (this.#waitingLength >= writtenAtOnce) this.flush();
  }

  /** Writes what was added. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const bytes = encoder.encode(this.#waiting.join(''));
    if (this.#length === 0) {
      makeFolders(this.#disk, dirname(this.#file));
      this.#disk.write(this.#file, bytes);
    } else this.#disk.append(this.#file, bytes);
    this.#length += bytes.length;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#window = { from: 0, bytes: new Uint8Array() };
  }

  /** The line that begins at an offset, without its end; null where none does. */
  #lineAt(from: number): Uint8Array | null {
    for (let length = readAtOnce; ; length *= 2) {
      const { bytes, from: start } = this.#window;
      const at = from - start;
      const end = at < 0 || at >= bytes.length ? -1 : bytes.indexOf(newLine, at);
      if (end >= 0) return bytes.subarray(at, end);
      this.#window = { from, bytes: this.#disk.readPart(this.#file, from, length) };
      // Without an end of line it is none: the file was cut off.
      if (this.#window.bytes.length < length && this.#window.bytes.indexOf(newLine) < 0) return null;
    }
  }
}
