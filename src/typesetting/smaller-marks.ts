import type { OfficialDocument } from '../document/official-document.ts';
import { header as rules, usualMarkSize } from '../format/elements.ts';
import type { Points } from '../format/units.ts';

/**
 * Sizes a mark of several issuers may be given where its page is short of room, below the one it has (null: the usual),
 * the largest first. None for a single issuer, or on preprinted paper, whose mark has the size it has.
 */
export function smallerMarks(
  { header, profile }: OfficialDocument,
  size: Points | null = null,
): readonly Points[] {
  if (header?.form !== 'file' || header.issuerMark.length < 2 || profile.preprinted) return [];
  const most = (size ?? usualMarkSize(header)) - 1;
  const count = Math.max(0, most - rules.leastMarkSize.value + 1);
  return Array.from({ length: count }, (_, index) => most - index);
}
