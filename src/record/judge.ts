import type { ManifestFile } from '../delivery/manifest.ts';
import type { Basis, FileRecord } from './build-record.ts';
import { type Fingerprint, markLength, type Part } from './fingerprint.ts';

/** Why a file is made, or that it need not be. */
export type Verdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'forced' | 'new' | 'program' | 'faces' | 'places' | 'gone' }
  /** Not what was made, though something stands there. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'moved'; readonly from: string }
  | { readonly kind: 'content'; readonly changed: readonly Part[]; readonly removed: number };

/** What is to be judged: a file as it would be made now. */
export interface Wanted {
  readonly path: string;
  readonly basis: Basis;
  readonly fingerprint: Fingerprint;
}

/** Looks at a file of an earlier build: as it was left, changed since, or gone. */
export type Look = (file: ManifestFile, changed: number) => 'whole' | 'edited' | 'gone';

/** Judges whether the file of an earlier build is what would be made now. Nothing known is believed unseen. */
export function judge(record: FileRecord | undefined, wanted: Wanted, look: Look): Verdict {
  if (record === undefined) return { kind: 'new' };
  const { basis, file } = record;
  if (basis.content !== wanted.basis.content) return whatChanged(record.parts, wanted.fingerprint.parts());
  if (basis.program !== wanted.basis.program) return { kind: 'program' };
  if (basis.faces !== wanted.basis.faces) return { kind: 'faces' };
  if (file.path !== wanted.path) return { kind: 'moved', from: file.path };
  // Findings name lines of the data: where these have moved they have to be found anew.
  const named = record.findings.some(({ place }) => place.kind !== 'nowhere');
  if (named && record.places !== wanted.fingerprint.places) return { kind: 'places' };
  const standing = look(file, record.changed);
  return standing === 'whole' ? { kind: 'good' } : { kind: standing };
}

/** Parts that are not what they were: between those that are the same at the beginning and at the end. */
function whatChanged(before: string, now: readonly Part[]): Verdict {
  const old = before.match(new RegExp(`.{${markLength}}`, 'gu')) ?? [];
  let start = 0;
  while (start < now.length && now[start]?.mark === old[start]) start++;
  let end = 0;
  while (end < now.length - start && end < old.length - start && now.at(-1 - end)?.mark === old.at(-1 - end))
    end++;
  const [were, are] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const known = new Set(were);
  const changed = are.filter(({ mark }) => !known.has(mark));
  return { kind: 'content', changed, removed: Math.max(0, were.length - are.length) };
}
