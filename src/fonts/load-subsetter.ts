import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createSubsetter, type Subsetter } from './harfbuzz.ts';

let loaded: Subsetter | undefined;

/** Loads harfbuzz from its package, once; the machine's edge calls this. */
export function loadSubsetter(): Subsetter {
  loaded ??= createSubsetter(
    readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  );
  return loaded;
}
