import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import type { SourceEntry, SourceMap } from './source-tree.ts';

/**
 * The top-level keys of several files as one map, and into it what the tables hold: a table may stand in a map that
 * a file began. What is there twice is reported with both places.
 */
export function mergeFiles(
  files: readonly SourceMap[],
  tables: readonly SourceMap[],
  start: Place,
  findings: Findings,
): SourceMap {
  const entries = new Map<string, SourceEntry>();
  for (const [key, entry] of files.flatMap((file) => [...file.entries])) {
    const earlier = entries.get(key);
    if (earlier === undefined) entries.set(key, entry);
    else reportTwice(key, entry, earlier, findings);
  }
  const root: SourceMap = { kind: 'map', entries, place: start };
  return tables.reduce((merged, table) => mergeTable(merged, table, findings), root);
}

/** A map with what a table adds to it. */
function mergeTable(map: SourceMap, table: SourceMap, findings: Findings): SourceMap {
  const entries = new Map(map.entries);
  for (const [key, entry] of table.entries) {
    const earlier = entries.get(key);
    if (earlier === undefined) entries.set(key, entry);
    // A sheet on which nobody wrote anything says nothing.
    else if (entry.node.kind === 'list' && entry.node.items.length === 0) continue;
    else if (earlier.node.kind === 'map' && entry.node.kind === 'map') {
      const node = mergeTable(earlier.node, entry.node, findings);
      entries.set(key, { keyPlace: earlier.keyPlace, node });
    } else reportTwice(key, entry, earlier, findings);
  }
  return { ...map, entries };
}

function reportTwice(key: string, { keyPlace }: SourceEntry, earlier: SourceEntry, findings: Findings): void {
  findings.report('data/duplicate-key', `“${key}”在两处都写了`, keyPlace, {
    hint: `另一处在 ${formatPlace(earlier.keyPlace)}，只留一处`,
  });
}
