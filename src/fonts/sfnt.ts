/** A font inside a TrueType, OpenType or collection (TTC) file: where its tables stand. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, Table>;
}

/** A table of a font: bytes from the file's beginning. */
export interface Table {
  readonly offset: number;
  readonly length: number;
}

/** A file that is not a font this program can use; the message is Chinese, for the clerk. */
export class UnusableFont extends Error {}

const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));

const versions = new Set(['\0\x01\0\0', 'true', 'OTTO']);

/** How much must be read to know a font's directory, or where those of a collection stand. */
export const directoryBytes = 2048;

/** Offsets of the directories of a file's fonts: one, or as many as a collection holds. */
export function directoryOffsets(view: DataView): readonly number[] {
  if (view.byteLength < 12) throw new UnusableFont('文件太短，不是字体');
  const tag = tagAt(view, 0);
  if (tag !== 'ttcf') {
    if (!versions.has(tag)) throw new UnusableFont('不是 TrueType 或 OpenType 字体');
    return [0];
  }
  const count = Math.min(view.getUint32(8), Math.floor((view.byteLength - 12) / 4));
  return Array.from({ length: count }, (_, index) => view.getUint32(12 + 4 * index));
}

/** The tables named in a directory. */
export function tablesAt(view: DataView, directory: number): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  const count = view.getUint16(directory + 4);
  for (let index = 0; index < count; index++) {
    const entry = directory + 12 + 16 * index;
    tables.set(tagAt(view, entry), { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  return tables;
}

/** Reads the directory of the font with an index in a file; throws UnusableFont. */
export function readSfnt(bytes: Uint8Array, index = 0): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOffsets(view)[index];
  if (directory === undefined) throw new UnusableFont(`字体合集里没有第 ${index + 1} 个字体`);
  return { bytes, view, tables: tablesAt(view, directory) };
}

/** A table a font must have; throws UnusableFont. */
export function requireTable({ tables, view }: Sfnt, tag: string): Table {
  const table = tables.get(tag);
  if (table === undefined) throw new UnusableFont(`字体缺少 ${tag} 表`);
  if (table.offset + table.length > view.byteLength) throw new UnusableFont('字体文件不完整');
  return table;
}
