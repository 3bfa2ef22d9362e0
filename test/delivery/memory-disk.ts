import { posix } from 'node:path';
import type { Disk, Standing } from '../../src/delivery/disk.ts';

/** A fault as the system answers it. */
export const systemFault = (code: string, syscall: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });

/** The process dies: nothing more is done. */
export class Death extends Error {}

/** A disk in memory. `before` is told of every action and may throw in its place. */
export class MemoryDisk {
  /** Text of files by path, null for folders. */
  readonly content = new Map<string, string | null>([['/', null]]);
  readonly changed = new Map<string, number>();
  /** Actions so far that change something. */
  actions = 0;
  before: (action: string, path: string) => void = () => undefined;

  readonly disk: Disk = {
    standing: (path) => this.#standing(path),
    read: (path) => {
      const text = this.content.get(path);
      if (text === undefined || text === null) throw systemFault('ENOENT', 'open', path);
      return Buffer.from(text);
    },
    readPart: (path, from, length) => this.disk.read(path).subarray(from, from + length),
    write: (path, content) => {
      this.#act('write', path);
      // As on a real disk a file is there before it is whole.
      this.#put(path, '');
      this.#act('write', path);
      const whole = typeof content === 'string' || content instanceof Uint8Array;
      this.#put(path, whole ? Buffer.from(content).toString() : [...content].join(''));
    },
    append: (path, content) => {
      this.#act('append', path);
      this.#put(path, (this.content.get(path) ?? '') + Buffer.from(content).toString());
    },
    create: (path, content) => {
      this.#act('create', path);
      if (this.content.has(path)) throw systemFault('EEXIST', 'open', path);
      this.#put(path, content);
    },
    touch: (path, now) => {
      this.#act('touch', path);
      this.changed.set(path, now.getTime());
    },
    rename: (from, to) => {
      this.#act('rename', to);
      const text = this.content.get(from);
      if (text === undefined) throw systemFault('ENOENT', 'rename', from);
      this.#put(to, text);
      this.content.delete(from);
      for (const [path, each] of [...this.content]) {
        if (!path.startsWith(`${from}/`)) continue;
        this.content.delete(path);
        this.content.set(to + path.slice(from.length), each);
      }
    },
    remove: (path) => {
      this.#act('remove', path);
      this.content.delete(path);
    },
    probe: (path) => {
      this.before('probe', path);
      if (!this.content.has(path)) throw systemFault('ENOENT', 'open', path);
    },
    makeFolder: (path) => {
      this.#act('makeFolder', path);
      if (this.content.has(path)) throw systemFault('EEXIST', 'mkdir', path);
      this.#put(path, null);
    },
    removeFolder: (path) => {
      this.#act('removeFolder', path);
      if (this.disk.list(path).length > 0) throw systemFault('ENOTEMPTY', 'rmdir', path);
      this.content.delete(path);
    },
    list: (path) =>
      [...this.content.keys()]
        .filter((each) => each !== path && posix.dirname(each) === path)
        .map((each) => posix.basename(each)),
  };

  /** Files below a folder with what they hold. */
  files(folder: string): Readonly<Record<string, string>> {
    const start = `${folder}/`;
    return Object.fromEntries(
      [...this.content]
        .filter((entry): entry is [string, string] => entry[0].startsWith(start) && entry[1] !== null)
        .map(([path, text]): [string, string] => [path.slice(start.length), text])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #standing(path: string): Standing | null {
    const text = this.content.get(path);
    if (text === undefined) return null;
    return {
      kind: text === null ? 'folder' : 'file',
      size: text?.length ?? 0,
      changed: this.changed.get(path) ?? new Date(2026, 10, 20).getTime(),
    };
  }

  #act(action: string, path: string): void {
    this.actions += 1;
    this.before(action, path);
  }

  #put(path: string, text: string | null): void {
    if (this.content.get(posix.dirname(path)) !== null) throw systemFault('ENOENT', 'open', path);
    this.content.set(path, text);
  }
}
