import type { Findings } from '../../diagnostics/findings.ts';
import { formatPlace, type Place } from '../../diagnostics/place.ts';
import type { SourceMap } from '../loading/source-tree.ts';
import { below, itemsOf, textOf } from './reading.ts';

/** A village has one entry: a second one would give it two target years. */
export function checkVillages(root: SourceMap, findings: Findings): void {
  const seen = new Map<string, Place>();
  for (const village of itemsOf(below(root, '村居'))) {
    const name = textOf(below(village, '名称'));
    if (name === null) continue;
    const earlier = seen.get(name.value);
    if (earlier === undefined) seen.set(name.value, name.place);
    else {
      findings.report('data/duplicate-village', `“${name.value}”写了两次`, name.place, {
        actual: name.value,
        hint: `第一次在 ${formatPlace(earlier)}，删去其中一处`,
      });
    }
  }
}
