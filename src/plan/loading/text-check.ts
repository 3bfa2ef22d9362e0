import type { Findings } from '../../diagnostics/findings.ts';
import type { Place } from '../../diagnostics/place.ts';

/**
 * Characters no document can carry: controls, halves of surrogate pairs, noncharacters, and the private-use
 * characters with which manuscripts mark places.
 */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uE000-\uE003\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

/** Reports the first character of a text that cannot stand on paper. */
export function checkText(text: string, place: Place, findings: Findings): void {
  const found = unprintable.exec(text)?.[0];
  if (found === undefined) return;
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  findings.report('data/value', `文字里有印不出来的字符 U+${code}`, place, { hint: '把这一处重新输入一遍' });
}
