import type { Shelf } from '../../src/keeping/shelf.ts';

/** A shelf in memory, with what is on it. */
export function memoryShelf(): Shelf & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    read: (name) => kept.get(name) ?? null,
    write: (name, content) => void kept.set(name, content),
    append: (name, content) =>
      void kept.set(name, Buffer.concat([kept.get(name) ?? new Uint8Array(), content])),
  };
}
