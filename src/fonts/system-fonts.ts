import { basename, extname, join } from 'node:path';
import { readNames } from './font-names.ts';
import type { KnownFace } from './known-faces.ts';
import type { LocatedFace } from './located-face.ts';
import { directoryBytes, directoryOffsets, tablesAt } from './sfnt.ts';

/** What finding faces needs to know of the machine: main takes it from the process. */
export interface Machine {
  /** As `process.platform`. */
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The project's folder. */
  readonly root: string;
}

/** What is read of the disk; nothing throws. */
export interface Disk {
  /** Whether there is a file of this name. */
  readonly isFile: (file: string) => boolean;
  /** Names of all files in a folder and below, relative to it; none where it cannot be read. */
  readonly filesBelow: (folder: string) => readonly string[];
  /** Lets parts of a file be read; null where it cannot be read or `use` throws. */
  readonly open: <T>(file: string, use: (read: ReadPart) => T) => T | null;
}

/** Reads bytes from an offset; fewer at the end of the file. */
export type ReadPart = (offset: number, length: number) => Uint8Array;

/** Folders in which a system keeps fonts. */
function fontFolders({ platform, environment, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return [join(environment.WINDIR ?? 'C:\\Windows', 'Fonts'), join(local, 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin') {
    return [
      join(home, 'Library/Fonts'),
      '/Library/Fonts',
      '/System/Library/Fonts',
      '/System/Library/AssetsV2',
      '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
      '/Applications/wpsoffice.app/Contents/Resources/office6/fonts',
    ];
  }
  return [
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/opt/kingsoft/wps-office/office6/fonts',
    '/usr/share/texmf/fonts/opentype',
  ];
}

const extensions = new Set(['.ttf', '.otf', '.ttc']);
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Font files of the system, by name of the file and, where that is not enough, by the names inside. */
export class SystemFonts {
  readonly #disk: Disk;
  readonly #files: readonly string[];
  readonly #byFile = new Map<string, string>();
  #byName: Map<string, { file: string; index: number }> | null = null;

  constructor(machine: Machine, disk: Disk) {
    this.#disk = disk;
    this.#files = fontFolders(machine).flatMap((folder) => fontFiles(disk, folder));
    for (const file of this.#files) {
      const name = plain(basename(file, extname(file)));
      if (!this.#byFile.has(name)) this.#byFile.set(name, file);
    }
  }

  /** Known faces that are here, in their order; all files are opened only when none is found by its file's name. */
  find(faces: readonly KnownFace[], openAll = true): readonly LocatedFace[] {
    const byFile = faces.flatMap((face) => this.#findFile(face));
    if (byFile.length > 0 || !openAll) return byFile;
    return faces.flatMap((face) => {
      const names = this.#names();
      const found = face.names.map((name) => names.get(plain(name))).find((font) => font !== undefined);
      return found === undefined ? [] : [located(face, found.file, found.index)];
    });
  }

  #findFile(face: KnownFace): readonly LocatedFace[] {
    for (const name of face.files) {
      const file = this.#byFile.get(plain(name));
      if (file === undefined) continue;
      if (extname(file).toLowerCase() !== '.ttc') return [located(face, file, 0)];
      const wanted = new Set(face.names.map(plain));
      const index = namesOf(this.#disk, file).findIndex((names) =>
        names.some((inside) => wanted.has(plain(inside))),
      );
      if (index >= 0) return [located(face, file, index)];
    }
    return [];
  }

  #names(): ReadonlyMap<string, { file: string; index: number }> {
    if (this.#byName !== null) return this.#byName;
    this.#byName = new Map();
    for (const file of this.#files) {
      for (const [index, names] of namesOf(this.#disk, file).entries()) {
        // A bold or slanted font shares its family's name with the upright one: only its full names count.
        const styled = names.filter((name) => /bold|italic|oblique/i.test(name));
        for (const name of styled.length > 0 ? styled : names) {
          if (!this.#byName.has(plain(name))) this.#byName.set(plain(name), { file, index });
        }
      }
    }
    return this.#byName;
  }
}

function located({ name, standing }: KnownFace, file: string, index: number): LocatedFace {
  return { name, file, index, source: 'system', standing };
}

/** Font files in a folder and below, in the order of their names, so that a machine always finds the same. */
function fontFiles(disk: Disk, folder: string): readonly string[] {
  return disk
    .filesBelow(folder)
    .filter((name) => extensions.has(extname(name).toLowerCase()))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Names of each font in a file, read from its directories and name tables alone; none where it cannot be read. */
function namesOf(disk: Disk, file: string): readonly (readonly string[])[] {
  const names = disk.open(file, (read) => {
    const viewAt = (offset: number): DataView => {
      const bytes = read(offset, directoryBytes);
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
    return directoryOffsets(viewAt(0)).map((offset) => {
      const name = tablesAt(viewAt(offset), 0).get('name');
      if (name === undefined) return [];
      const { families, postScript } = readNames(read(name.offset, name.length));
      return postScript === null ? families : [...families, postScript];
    });
  });
  return names ?? [];
}
