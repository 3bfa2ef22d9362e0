import { allRoles, better, matchAll, type Pattern, type Slip, type TextRule } from '../text.ts';

/** Words of the office's list, unless they stand in a longer word that is right. */
function listed(text: string, words: Parameters<TextRule['find']>[1]['words']): readonly Slip[] {
  const slips: Slip[] = [];
  for (let index = 0; index < text.length; index += 1) {
    for (const { wrong, right, except } of words.get(text[index] ?? '') ?? []) {
      if (!text.startsWith(wrong, index)) continue;
      const isRight = except.some((word) => {
        const from = index - word.indexOf(wrong);
        return from >= 0 && text.startsWith(word, from);
      });
      if (isRight) continue;
      slips.push({ start: index, end: index + wrong.length, message: better(wrong, right), expected: right });
    }
  }
  return slips;
}

const beforeDates: readonly Pattern[] = [
  {
    pattern:
      /(?<![一-鿿]{0,2}(?:报名|申报|报送|活动|公示))截止(?:到|至|于)?(?=\d|目前|今年|去年|本月|当前|年底|月底)/gu,
    message: (match) => better(match[0], '截至'),
    expected: '截至',
  },
  {
    pattern: /截止(?=(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?，)/gu,
    message: (match) => better(match[0], '截至'),
    expected: '截至',
  },
  {
    pattern: /截[至止](?:于)?(?:\d{4}年)?(?:\d{1,2}月)(?:\d{1,2}日|底)?(?:以|之)?前/gu,
    message: (match) => `“截至”“截止”与“前”重复：“${match[0]}”`,
  },
  {
    pattern: /截止[到至](?=\d)/gu,
    message: (match) => better(match[0], '截至'),
    expected: '截至',
  },
];

/** Confusable words: those of the word list, and 截止 before a date. */
export const words: TextRule = {
  id: 'text/words',
  roles: allRoles,
  find: (text, lexicon) => [...listed(text, lexicon.words), ...matchAll(text, beforeDates)],
};
