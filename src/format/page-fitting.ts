import { derived, local } from './standard.ts';
import type { Points } from './units.ts';

/**
 * By how much things may stand closer so that signature and date are not alone on a page, in the order to try, each on
 * top of those before it (§7.3.5.5 lets 行距 and 字距 be adjusted, and gives no figures).
 */
export const signatureFitting = derived('7.3.5.5', {
  /** From line to line of running text: 29.6 pt become 28.8 at most. */
  lines: { step: 0.1 as Points, most: 0.8 as Points },
  /** From line to line of the title: 2号 type keeps a third of its size between its lines. */
  title: { step: 1 as Points, most: 4 as Points },
  /** Tracking of paragraphs that then take a line less; no line of Chinese takes a 29th character for it. */
  tracking: -0.1 as Points,
});

/** Lines of text that go over to a signature's page at least, and that are left of a paragraph that is parted for it. */
export const carriedLines = local(2);

/** The same where that cannot be had, because the first page would lose its text: better than a signature alone. */
export const leastCarriedLines = local(1);

/** Entries of 附件说明 that stay together at its beginning and at its end, on either page where it goes over. */
export const entriesTogether = local(2);

/** Whether an entry of so many stays on the page of the next one. */
export const entryWithNext = (index: number, count: number): boolean =>
  index < count - 1 && (index < entriesTogether.value - 1 || index >= count - entriesTogether.value);

/**
 * What may be done to a paragraph whose last line would be a single character, in shares of its size, in the order to
 * try. What a reader does not see comes first.
 */
export const lastLineFitting = local({
  /** Steps of tracking: a twentieth of a point, as Word counts. */
  step: 0.05 as Points,
  /** Characters may stand so much closer, so that the line before takes the character in. */
  closer: 0.02,
  /** Full lines may have so much between their characters, when one of theirs goes down: a stretched line is seen above it. */
  loosest: 0.1,
  /** Lines may be so much shorter, in such steps; never by more than a share of their measure. */
  narrower: { step: 0.25, most: 2, share: 0.35 },
  /** Characters may stand so much closer where nothing else helps: 紧缩 as clerks do by hand. */
  closest: 0.04,
  /** Room by which a fitted line may be missed and still break there: programs round. */
  certain: 0.3 as Points,
});
