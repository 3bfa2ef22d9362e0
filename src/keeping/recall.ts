import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics/finding.ts';
import { Findings } from '../diagnostics/findings.ts';
import { noShelf, type Shelf } from './shelf.ts';

/**
 * What `make` gives, from a shelf where an earlier run has left it. `name` says which of its values it is: one of each name
 * is kept, the latest. `basis` is everything it is made from besides the program, which the shelf belongs to. The value is plain
 * data that JSON gives back as it was. What is damaged, or was made from anything else, is made anew.
 */
export function recall<T>(shelf: Shelf, name: string, basis: string, make: () => T): T {
  const kept = remembered<T>(shelf, name, basis);
  if (kept !== null) return kept.value;
  const value = make();
  remember(shelf, name, basis, value);
  return value;
}

/** What `remember` has put on a shelf for the same name and basis; null where that is not there. */
export function remembered<T>(shelf: Shelf, name: string, basis: string): { readonly value: T } | null {
  const kept = shelf.read(fileOf(name));
  if (kept === null) return null;
  const body = kept.subarray(headLength);
  if (sealOf(name, basis, body) !== decoder.decode(kept.subarray(0, headLength))) return null;
  return { value: JSON.parse(decoder.decode(body)) as T };
}

/** Leaves a value on a shelf, in the place of what has its name. */
export function remember(shelf: Shelf, name: string, basis: string, value: unknown): void {
  if (shelf === noShelf) return;
  const body = Buffer.from(JSON.stringify(value));
  shelf.write(fileOf(name), Buffer.concat([Buffer.from(sealOf(name, basis, body)), body]));
}

/** The same for what reports findings: they are kept with the value, and told again. */
export function recallWithFindings<T>(
  shelf: Shelf,
  name: string,
  basis: string,
  findings: Findings,
  make: (findings: Findings) => T,
): T {
  const { value, found } = recall(shelf, name, basis, (): { value: T; found: readonly Finding[] } => {
    const own = new Findings();
    return { value: make(own), found: own.sorted() };
  });
  findings.add(found);
  return value;
}

const fileOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

const decoder = new TextDecoder();
const headLength = 64;

/** Ties a value to its name and to what it was made from. */
const sealOf = (name: string, basis: string, body: Uint8Array): string =>
  createHash('sha256').update(`${name.length} ${basis.length} ${name}${basis}`).update(body).digest('hex');
