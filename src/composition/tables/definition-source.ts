import { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
import { recallWithFindings } from '../../keeping/recall.ts';
import type { Shelf } from '../../keeping/shelf.ts';
import { type PackedTree, packTree, unpackTree } from '../../plan/loading/packed-tree.ts';
import { plainValue, type SourceMap, type SourceNode } from '../../plan/loading/source-tree.ts';
import { readYaml } from '../../plan/loading/yaml-file.ts';
import { definitionSchema, type TableDefinition } from './definition.ts';
import { faultsOf } from './definition-issue.ts';

/** A definition that can tell where each of its parts stands. */
export interface LoadedDefinition {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly definition: TableDefinition;
  /** Place of what a path of stored keys leads to; of the nearest thing above it when there is no such part. */
  placeOf(...path: readonly (string | number)[]): Place;
}

/** What is kept of a definition: all of it is plain data. */
interface Kept {
  readonly definition: TableDefinition;
  readonly tree: PackedTree;
}

/** Reads one definition; null, with all its faults reported as `template/table`, when it is not sound. */
export function loadDefinition(
  name: string,
  file: string,
  source: string,
  findings: Findings,
  shelf: Shelf,
): LoadedDefinition | null {
  const kept = recallWithFindings(shelf, `table ${file}`, source, findings, (own) =>
    readDefinition(name, file, source, own),
  );
  if (kept === null) return null;
  const { definition, tree } = kept;
  let root: SourceMap | null = null;
  const placeOf: LoadedDefinition['placeOf'] = (...path) => {
    root ??= unpackTree(tree, file);
    return placeIn(root, path, 'value');
  };
  return { name, definition, placeOf };
}

function readDefinition(name: string, file: string, source: string, findings: Findings): Kept | null {
  const reading = new Findings();
  const root = readYaml(file, source, reading);
  for (const { message, place, hint } of reading.sorted()) {
    findings.report('template/table', `表格「${name}」：${message}`, place, hint === null ? {} : { hint });
  }
  if (root === null || reading.hasErrors) return null;
  const parsed = definitionSchema.safeParse(plainValue(root), { reportInput: true });
  if (parsed.success) return { definition: parsed.data, tree: packTree(root) };
  for (const { path, at, message } of parsed.error.issues.flatMap(faultsOf)) {
    findings.report('template/table', `表格「${name}」：${message}`, placeIn(root, path, at));
  }
  return null;
}

/** Place of the value at a path, of its key where asked or the value is a collection, else of the nearest thing above. */
function placeIn(root: SourceMap, path: readonly (string | number)[], part: 'key' | 'value'): Place {
  let node: SourceNode | undefined = root;
  let place = root.place;
  for (const step of path) {
    if (node.kind === 'map') {
      const entry = node.entries.get(String(step));
      if (entry === undefined) return place;
      node = entry.node;
      place = part === 'key' || node.kind !== 'scalar' ? entry.keyPlace : node.place;
    } else {
      node = node.kind === 'list' ? node.items[Number(step)] : undefined;
      if (node === undefined) return place;
      place = node.place;
    }
  }
  return place;
}
