import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';
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

/** Aliases a definition may unfold: nobody needs one, and a bomb needs many. */
const mostAliases = 20;

/** Reads one definition; null, with all its faults reported as `template/table`, when it is not sound. */
export function loadDefinition(
  name: string,
  file: string,
  source: string,
  findings: Findings,
): LoadedDefinition | null {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const start = offset - (col - 1);
    return { kind: 'file', file, line, column: [...source.slice(start, offset)].length + 1 };
  };
  for (const error of document.errors) {
    findings.report('template/table', `表格「${name}」的 YAML 写法有误`, placeAt(error.pos[0]), {
      actual: error.message,
      hint: '检查这一行的缩进、冒号后的空格和引号',
    });
  }
  if (document.errors.length > 0) return null;

  const places = new Map<string, Place>();
  const placeOf = (...path: readonly (string | number)[]): Place => {
    const key = path.join('/');
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = placeAt(offsetOf(document.contents, path, 'value'));
    places.set(key, place);
    return place;
  };
  let stored: unknown;
  try {
    stored = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    findings.report('template/table', `表格「${name}」里的引用（*）太多`, placeOf());
    return null;
  }
  const parsed = definitionSchema.safeParse(stored, { reportInput: true });
  if (!parsed.success) {
    for (const { path, at, message } of parsed.error.issues.flatMap(faultsOf)) {
      const place = placeAt(offsetOf(document.contents, path, at));
      findings.report('template/table', `表格「${name}」：${message}`, place);
    }
    return null;
  }
  return { name, definition: parsed.data, placeOf };
}

/** Offset of the value at a path, of its key where asked or the value is a collection, else of the nearest node above. */
function offsetOf(root: Node | null, path: readonly (string | number)[], part: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      const { key, value } = pair;
      const at = part === 'key' || isMap(value) || isSeq(value) || !isNode(value) ? key : value;
      offset = (isNode(at) ? at.range?.[0] : undefined) ?? offset;
      node = value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (!isNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
