import type { RuleId } from '../diagnostics/catalogue.ts';

/** What is wrong with a written file. */
export interface WrittenFault {
  readonly rule: Extract<RuleId, `written/${string}`>;
  readonly message: string;
  /** Page it was seen on, from 0; null where it concerns the whole file. */
  readonly page: number | null;
  readonly actual?: string;
  readonly expected?: string;
}

/** Characters shown around the place where two texts part. */
const shown = 8;

/** The first place where two texts part, as a clerk finds it; null where they are the same. */
export function firstDifference(
  actual: string,
  expected: string,
): { readonly actual: string; readonly expected: string } | null {
  if (actual === expected) return null;
  const [is, should] = [[...actual], [...expected]];
  let at = 0;
  while (at < is.length && is[at] === should[at]) at++;
  const around = (characters: readonly string[]): string =>
    characters.slice(Math.max(0, at - shown), at + shown).join('');
  return { actual: around(is), expected: around(should) };
}

/** Words without white space: how programs space and break them does not count. */
export const bare = (text: string): string => text.replace(/[\s\u00A0]+/gu, '');
