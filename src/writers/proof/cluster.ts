import type { PlacedText } from '../../typesetting/page.ts';

/** Base lines closer than this are one line. */
const sameLine = 0.5;
/** White wider than this many characters parts what stands on a line: columns of a list. */
const apart = 1;

/** Texts by what stands together: of one element on one base line, of one size and colour, with no wide white between. */
export function clustersOf(texts: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const clusters: PlacedText[][] = [];
  for (const text of texts.toSorted((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    const joins =
      before !== undefined &&
      Math.abs(before.y - text.y) < sameLine &&
      before.element === text.element &&
      before.size === text.size &&
      before.colour === text.colour &&
      text.x - before.x - before.width < apart * text.size;
    if (joins) cluster?.push(text);
    else clusters.push([text]);
  }
  return clusters;
}
