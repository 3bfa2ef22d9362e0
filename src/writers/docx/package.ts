import { zipSync } from 'fflate';

/** Parts of an Open Packaging file: UTF-8 text by path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * The earliest day a zip archive can hold, at noon: every entry has it. In local time, because the archive's
 * times have no zone and are read from the local fields.
 */
const packed = new Date(1980, 0, 1, 12);

/** Zips parts in the order of their paths: the same parts give the same bytes. */
export function pack(parts: Parts): Uint8Array {
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: packed, level: 6 });
}
