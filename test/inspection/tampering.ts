import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Faults as rule and message. */
export const messages = (faults: Iterable<{ readonly rule: string; readonly message: string }>) =>
  [...faults].map(({ rule, message }) => `${rule} ${message}`);

/** A package with one of its parts changed. */
export function changed(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}
