import type { Annotation, Block } from '../document/block.ts';
import { type Inline, text } from '../document/inline.ts';
import { main } from './elements.ts';
import { characterWidth } from './page.ts';
import { roomBesideSeal } from './signature.ts';
import { setWidthInCharacters } from './spacing.ts';
import type { Points } from './units.ts';

/** Marks after which 附注 may be turned: what a reader takes in goes no further. */
const turns = /(?<=[，；。])/u;

/** The words of 附注 as they are set. */
export interface TurnedAnnotation {
  readonly inlines: readonly Inline[];
  /** Its first line ends before its measure does: the lines are not stretched. */
  readonly turned: boolean;
}

/**
 * 附注 on the line below the date, two characters in (§7.3.6). Where it would run under the seal, its first line ends at
 * the last mark before it; the second stands below the seal. One without a mark there stays as it is.
 */
export function turnAnnotation(
  { inlines }: Annotation,
  above: Block | undefined,
  linePitch: Points,
): TurnedAnnotation {
  const asItIs = { inlines, turned: false };
  const room = above?.kind === 'signature' ? roomBesideSeal(above, linePitch) : null;
  const [only, ...more] = inlines;
  if (room === null || only?.kind !== 'text' || more.length > 0) return asItIs;
  const most = (room - main.annotationIndent.value) / characterWidth;
  if (setWidthInCharacters(only.text) <= most) return asItIs;
  let first = '';
  for (const piece of only.text.split(turns)) {
    if (setWidthInCharacters(first + piece) > most) break;
    first += piece;
  }
  if (first === '') return asItIs;
  return {
    inlines: [text(first), { kind: 'line-break' }, text(only.text.slice(first.length))],
    turned: true,
  };
}
