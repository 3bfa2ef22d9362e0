import { onlyDifference, type Phrases } from '../phrases.ts';
import { allRoles, better, type Slip, type TextRule } from '../text.ts';

/** Set phrases with one character wrong: 因地治宜 for 因地制宜. */
export const setPhrases: TextRule = {
  id: 'text/set-phrases',
  roles: allRoles,
  find: (text, { phrases }) => {
    const slips: Slip[] = [];
    const check = (start: number, meant: string): void => {
      if (start < 0 || start + meant.length > text.length) return;
      const position = onlyDifference(text, start, meant);
      if (position === null) return;
      const at = start + position;
      const found = text.slice(start, start + meant.length);
      if (!/[一-鿿]/u.test(text[at] ?? '') || phrases.known.has(found) || isCovered(text, at, phrases))
        return;
      if (slips.some((slip) => slip.start === start)) return;
      slips.push({ start, end: start + meant.length, message: better(found, meant), expected: meant });
    };
    for (let index = 0; index + 2 <= text.length; index += 1) {
      const pair = text.slice(index, index + 2);
      for (const phrase of phrases.byHead.get(pair) ?? []) check(index, phrase);
      for (const phrase of phrases.byTail.get(pair) ?? []) check(index + 2 - phrase.length, phrase);
    }
    return slips;
  },
};

/** Whether a character belongs to a phrase that is right, as 到 in 落到实处. */
function isCovered(text: string, at: number, { known }: Phrases): boolean {
  for (const phrase of known) {
    const from = Math.max(0, at - phrase.length + 1);
    const index = text.indexOf(phrase, from);
    if (index !== -1 && index <= at) return true;
  }
  return false;
}
