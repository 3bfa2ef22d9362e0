import {
  appendFileSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/** What stands at a path. */
export interface Standing {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  /** When its content last changed, in milliseconds of the machine's clock. */
  readonly changed: number;
}

/** The disk as delivering needs it. Every action is whole or throws what the system said. */
export interface Disk {
  /** What stands at a path; null where nothing does. */
  readonly standing: (path: string) => Standing | null;
  readonly read: (path: string) => Uint8Array;
  /** Reads so many bytes from an offset on; fewer where the file ends. */
  readonly readPart: (path: string, from: number, length: number) => Uint8Array;
  /** Writes a file; text that comes bit by bit is never held whole. */
  readonly write: (path: string, content: Uint8Array | string | Iterable<string>) => void;
  /** Adds to the end of a file. */
  readonly append: (path: string, content: Uint8Array) => void;
  /** Writes a file that must not be there yet. */
  readonly create: (path: string, content: string) => void;
  /** Sets the time of change to now. */
  readonly touch: (path: string, now: Date) => void;
  /** Puts a file in the place of another, in one step. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Fails while another program holds the file so that it cannot be replaced, as Word and WPS do on Windows. */
  readonly probe: (path: string) => void;
  /** Makes one folder. */
  readonly makeFolder: (path: string) => void;
  /** Removes a folder that is empty. */
  readonly removeFolder: (path: string) => void;
  /** Names in a folder. */
  readonly list: (path: string) => readonly string[];
}

/** That nothing stands is no fault: an error made and thrown for each new file would take longer than writing it. */
const quietly = { throwIfNoEntry: false } as const;

/** Null where nothing stands, or a file further up. What a link leads to counts, if it leads anywhere. */
function factsOf(path: string): Stats | null {
  try {
    const facts = lstatSync(path, quietly);
    if (facts === undefined) return null;
    return facts.isSymbolicLink() ? (statSync(path, quietly) ?? facts) : facts;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/** So much text is written at once, in characters. */
const writtenAtOnce = 1 << 16;

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < writtenAtOnce) continue;
      writeAll(file, waiting);
      waiting = '';
    }
    writeAll(file, waiting);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function readPart(path: string, from: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let at = 0;
    for (let read = -1; read !== 0 && at < length; at += read)
      read = readSync(file, bytes, at, length - at, from + at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

/** On a full disk a file can be made that nothing can be written to: it does not stay. */
function create(path: string, content: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
  closeSync(file);
}

/** The disk of this machine. */
export const machineDisk: Disk = {
  standing: (path) => {
    const facts = factsOf(path);
    if (facts === null) return null;
    return { kind: facts.isDirectory() ? 'folder' : 'file', size: facts.size, changed: facts.mtimeMs };
  },
  read: (path) => readFileSync(path),
  readPart,
  write: (path, content) => {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
    else writePieces(path, content);
  },
  append: (path, content) => appendFileSync(path, content),
  create,
  touch: (path, now) => utimesSync(path, now, now),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
  probe: (path) => closeSync(openSync(path, 'r+')),
  makeFolder: (path) => mkdirSync(path),
  removeFolder: (path) => rmdirSync(path),
  list: (path) => readdirSync(path),
};
