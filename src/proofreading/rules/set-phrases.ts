import { restOf } from '../phrases.ts';
import { allRoles, better, type Slip, type TextRule } from '../text.ts';

/** Set phrases with one character wrong: 因地治宜 for 因地制宜. */
export const setPhrases: TextRule = {
  id: 'text/set-phrases',
  roles: allRoles,
  find: (text, { phrases }) => {
    const { known, lengths, byRest } = phrases;
    const slips: Slip[] = [];
    for (const length of lengths) {
      for (let start = 0; start + length <= text.length; start += 1) {
        const found = text.slice(start, start + length);
        if (known.has(found)) continue;
        for (let position = 0; position < length; position += 1) {
          const meant = byRest.get(restOf(found, position));
          if (meant === undefined || !/\p{sc=Han}/u.test(found[position] ?? '')) continue;
          const at = start + position;
          if (isCovered(text, at, phrases)) continue;
          slips.push({ start, end: start + length, message: better(found, meant), expected: meant });
          break;
        }
      }
    }
    return slips;
  },
};

/** Whether the character that differs belongs to a phrase that is right, as in 贯彻落实到位. */
function isCovered(
  text: string,
  at: number,
  { known, lengths }: Parameters<TextRule['find']>[1]['phrases'],
): boolean {
  return lengths.some((length) => {
    for (let start = Math.max(0, at - length + 1); start <= at; start += 1) {
      if (known.has(text.slice(start, start + length))) return true;
    }
    return false;
  });
}
