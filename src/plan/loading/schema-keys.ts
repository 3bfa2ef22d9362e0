import * as z from 'zod';
import { planSchema } from '../schema.ts';
import type { DataPath } from './source-tree.ts';

/** The part of a JSON Schema that says which keys there are. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

let whole: Shape | null = null;

/** The schema of the stored data; made when a fault first asks for it. */
function storedShape(): Shape {
  whole ??= z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return whole;
}

function stepInto(shape: Shape, step: PropertyKey): Shape | null {
  for (const choice of [shape, ...(shape.anyOf ?? [])]) {
    const next = typeof step === 'number' ? choice.items : choice.properties?.[String(step)];
    if (next !== undefined) return next;
  }
  return null;
}

/** The keys that may stand in the object at a path. */
export function keysAt(path: DataPath): readonly string[] {
  let shape: Shape | null = storedShape();
  for (const step of path) {
    if (shape === null) return [];
    shape = stepInto(shape, step);
  }
  return Object.keys(shape?.properties ?? {});
}
