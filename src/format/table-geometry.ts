import type { Points } from './units.ts';
import { toTwips } from './units.ts';

/**
 * Edges of a table's columns from its left edge: the shares stretched to the width, rounded to twips, so that
 * Word and PDF rule the same lines. One more than there are columns.
 */
export function columnEdges(shares: readonly number[], width: Points): readonly Points[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const edges = [0];
  let taken = 0;
  for (const share of shares) {
    taken += share;
    edges.push(toTwips((width * taken) / total) / 20);
  }
  return edges;
}
