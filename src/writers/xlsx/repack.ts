import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first moment a zip can tell, by the clock on the wall: the same bytes in every time zone. */
const fixedTime = (): Date => new Date(1980, 0, 1);

/** The part a package must begin with. */
const contentTypes = '[Content_Types].xml';

/**
 * Packs the parts of a package anew: in a fixed order, with fixed times, so that the same parts give the same bytes.
 * `mend` has a say in the XML of the parts it names.
 */
export function repack(
  packed: Uint8Array,
  mend: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array {
  const parts = unzipSync(packed);
  const names = Object.keys(parts)
    .filter((name) => name !== contentTypes && !name.endsWith('/'))
    .sort();
  const ordered: Zippable = {};
  for (const name of [contentTypes, ...names]) {
    const part = parts[name];
    if (part === undefined) throw new Error(`package without ${name}`);
    const mended = mend[name];
    ordered[name] = mended === undefined ? part : strToU8(mended(strFromU8(part)));
  }
  return zipSync(ordered, { mtime: fixedTime(), level: 6 });
}
