/** SHA-256 values of files by path, in the order of the list. */
export type Checksums = ReadonlyMap<string, string>;

const line = /^([0-9a-f]{64}) [ *](.+)$/;

/** A list as `sha256sum -c` reads it: a value, two blanks, the path from the list's folder; sorted by path. */
export const checksumList = (checksums: Checksums): string =>
  [...checksums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join('');

/** Reads a list; null where a line is none or a path stands twice. */
export function readChecksumList(text: string): Checksums | null {
  const checksums = new Map<string, string>();
  for (const each of text.split(/\r?\n/)) {
    if (each === '') continue;
    const [, sha256, path] = line.exec(each) ?? [];
    if (sha256 === undefined || path === undefined || checksums.has(path)) return null;
    checksums.set(path, sha256);
  }
  return checksums;
}
