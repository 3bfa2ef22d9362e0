import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import type { SourceEntry, SourceMap } from './source-tree.ts';

/** The top-level keys of several files as one map; a key in two files is reported with both places. */
export function mergeFiles(files: readonly SourceMap[], start: Place, findings: Findings): SourceMap {
  const entries = new Map<string, SourceEntry>();
  for (const [key, entry] of files.flatMap((file) => [...file.entries])) {
    const earlier = entries.get(key);
    if (earlier === undefined) entries.set(key, entry);
    else {
      findings.report('data/duplicate-key', `“${key}”在两个文件里都写了`, entry.keyPlace, {
        hint: `另一处在 ${formatPlace(earlier.keyPlace)}，只留一处`,
      });
    }
  }
  return { kind: 'map', entries, place: start };
}
