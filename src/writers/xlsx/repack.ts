import { strFromU8, strToU8, unzipSync } from 'fflate';
import { pack, packPart } from '../../packaging/pack.ts';

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
  return pack(
    [contentTypes, ...names].map((name) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`package without ${name}`);
      const mended = mend[name];
      return packPart(name, mended === undefined ? part : strToU8(mended(strFromU8(part))));
    }),
  );
}
