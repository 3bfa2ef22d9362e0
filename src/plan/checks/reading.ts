import type { Place } from '../../diagnostics/place.ts';
import { childOf, type SourceNode } from '../loading/source-tree.ts';

/**
 * Cross-checks read the stored values, not the plan: they run on what is there even when the schema found faults
 * elsewhere, so that all faults are shown at once. What is missing or of a wrong type is the schema's to report.
 */
export type Maybe = SourceNode | null;

/** A value with the place to report at. */
export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

/** The value below some keys; null where there is none. */
export function below(node: Maybe, ...keys: readonly string[]): Maybe {
  return keys.reduce<Maybe>((found, key) => (found === null ? null : childOf(found, key)), node);
}

/** The items of a list; empty for anything else. */
export const itemsOf = (node: Maybe): readonly SourceNode[] => (node?.kind === 'list' ? node.items : []);

/** A text, trimmed; null for anything else. */
export function textOf(node: Maybe): Placed<string> | null {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return null;
  return { value: node.value.trim(), place: node.place };
}

/** A number; null for anything else. */
export function numberOf(node: Maybe): Placed<number> | null {
  if (node?.kind !== 'scalar' || typeof node.value !== 'number') return null;
  return { value: node.value, place: node.place };
}

/** The texts of a list. */
export const textsOf = (node: Maybe): readonly Placed<string>[] =>
  itemsOf(node).flatMap((item) => textOf(item) ?? []);
