import { derived, local } from './standard.ts';
import type { Points } from './units.ts';

/**
 * By how much lines may stand closer so that signature and date are not alone on a page, in steps (§7.3.5.5 lets
 * 行距 and 字距 be adjusted, and gives no figures).
 */
export const signatureFitting = derived('7.3.5.5', { step: 0.1 as Points, most: 0.8 as Points });

/** Lines of text that go over to a signature's page at least, and that are left of a paragraph that is parted for it. */
export const carriedLines = local(2);

/**
 * What may be added after every character of a paragraph so that its last line is not a single character, in the
 * order to try: tighter first. Twentieths of a point, as Word counts.
 */
export const lastLineFitting = local<readonly Points[]>([-0.05, -0.1, 0.05, 0.1, 0.15]);
