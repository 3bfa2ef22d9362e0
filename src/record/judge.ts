import type { ManifestFile } from '../delivery/manifest.ts';
import type { Basis, FileRecord } from './build-record.ts';
import { markLength } from './digest.ts';
import type { Fingerprint, Part } from './fingerprint.ts';

/** Why a file is made, or that it need not be. */
export type Verdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'forced' | 'new' | 'program' | 'faces' | 'places' | 'gone' }
  /** Not what was made, though something stands there. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'moved'; readonly from: string }
  /** `changed` are the first of `count` parts. */
  | {
      readonly kind: 'content';
      readonly changed: readonly Part[];
      readonly count: number;
      readonly removed: number;
    };

/** What is to be judged: a file as it would be made now. */
export interface Wanted {
  readonly path: string;
  readonly basis: Basis;
  readonly fingerprint: Fingerprint;
}

/** How a file of an earlier build stands: as it was left, changed since, or not there. */
export type Standing = 'whole' | 'edited' | 'gone';

/** Looks at a file of an earlier build. */
export type Look = (file: ManifestFile, changed: number) => Standing;

/** Whether something was found when a file was made that names a line of the data. */
export const namesPlaces = ({ findings }: FileRecord): boolean =>
  findings.some(({ place }) => place.kind !== 'nowhere');

/** Judges whether the file of an earlier build is what would be made now. Nothing known is believed unseen. */
export function judge(record: FileRecord | undefined, wanted: Wanted, standing: Standing): Verdict {
  if (record === undefined) return { kind: 'new' };
  const { basis, file } = record;
  if (basis.content !== wanted.basis.content) return whatChanged(record.parts, wanted.fingerprint);
  if (basis.program !== wanted.basis.program) return { kind: 'program' };
  if (basis.faces !== wanted.basis.faces) return { kind: 'faces' };
  if (file.path !== wanted.path) return { kind: 'moved', from: file.path };
  // Where lines of the data have moved that findings name, they have to be found anew.
  if (namesPlaces(record) && record.places !== wanted.fingerprint.places) return { kind: 'places' };
  return standing === 'whole' ? { kind: 'good' } : { kind: standing };
}

/** Changed parts told of one file; further ones are counted. */
const told = 5;

/** Parts that are not what they were: between those that are the same at the beginning and at the end. */
function whatChanged(before: string, fingerprint: Fingerprint): Verdict {
  const now = fingerprint.marks();
  const [old, are] = [before, now].map((marks) => Math.floor(marks.length / markLength)) as [number, number];
  let start = 0;
  while (start < Math.min(old, are) && markAt(before, start) === markAt(now, start)) start++;
  let end = 0;
  const most = Math.min(old, are) - start;
  while (end < most && markAt(before, old - 1 - end) === markAt(now, are - 1 - end)) end++;
  const known = new Set<string>();
  for (let index = start; index < old - end; index++) known.add(markAt(before, index));
  let count = 0;
  for (let index = start; index < are - end; index++) if (!known.has(markAt(now, index))) count++;
  const changed: Part[] = [];
  let index = 0;
  for (const part of fingerprint.parts()) {
    if (index >= are - end || changed.length === Math.min(told, count)) break;
    if (index >= start && !known.has(part.mark)) changed.push(part);
    index++;
  }
  return { kind: 'content', changed, count, removed: Math.max(0, old - are) };
}

const markAt = (marks: string, index: number): string =>
  marks.slice(index * markLength, (index + 1) * markLength);
