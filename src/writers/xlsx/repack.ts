import { strFromU8, unzipSync } from 'fflate';
import { type PackedPart, pack, packPart } from '../../packaging/pack.ts';

/** The part a package must begin with. */
const contentTypes = '[Content_Types].xml';

/** Makes parts that take the place of those in a package; `read` gives the XML of a part that is there. */
export type MakeParts = (read: (path: string) => string) => readonly PackedPart[];

/**
 * Packs the parts of a package anew: in a fixed order, with fixed times, so that the same parts give the same bytes.
 */
export function repack(packed: Uint8Array, make: MakeParts): Uint8Array {
  const parts = unzipSync(packed);
  const partAt = (path: string): Uint8Array => {
    const part = parts[path];
    if (part === undefined) throw new Error(`package without ${path}`);
    return part;
  };
  const made = new Map(make((path) => strFromU8(partAt(path))).map((part) => [part.path, part]));
  const names = Object.keys(parts)
    .filter((name) => name !== contentTypes && !name.endsWith('/'))
    .sort();
  return pack([contentTypes, ...names].map((name) => made.get(name) ?? packPart(name, partAt(name))));
}
