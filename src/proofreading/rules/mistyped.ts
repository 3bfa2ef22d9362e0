import { wordStarts } from '../segments.ts';
import { mayStandFor } from '../syllables.ts';
import { better, type Lexicon, type Slip, type TextRole, type TextRule } from '../text.ts';

/** Characters that stand by themselves in any sentence: two of them side by side are most likely meant. */
const free = new Set(
  '的了在是和与及对由向从把被要应可不未已各每该本此其将为并或等中上下内外前后时村镇乡县市户人事实办发看会以到有无个名大小多少新老好进出来去也都还就再又需须能使让用按经因且而之所于至自同共全元条件次处改点做作查抓建管设调收选请定强优保送拿交付印写开关停读讲走跑带领派真记随',
);
/** The commonest of them: hardly ever typed for another. */
const commonest = new Set(
  '的了在是和与及对由向从把被要应可不未已各每该本此其将为并或等中上下里内外到会也都就再又能使用只几些看来去给让说照哪',
);
/** Those that words begin and end with in passing. */
const linking = new Set('的了在是由向从把被要可会到里只');
/** Numbers and dates stand beside anything. */
const counted = new Set('〇一二三四五六七八九十百千万两年月日');

/** Not names and posts, which are spelled as they are. */
const roles: readonly TextRole[] = ['prose', 'title', 'name', 'clause', 'deadline', 'wording'];

/** What places are called after: before them stands a name. */
const places = new Set('镇乡村县市省区庄街组');

/** Whether a character is of those that are typed for another where it stands beside `kept`. */
const maySlip = (typed: string, kept: string): boolean =>
  !places.has(kept) &&
  !counted.has(typed) &&
  !commonest.has(typed) &&
  !linking.has(kept) &&
  !(free.has(typed) && free.has(kept));

/** The common word that two characters are meant for, one of them typed wrong; null where there is none. */
function meantBy(first: string, second: string, { common }: Lexicon): string | null {
  if (maySlip(second, first)) {
    for (const word of common.byHead.get(first) ?? []) if (mayStandFor(second, word[1] ?? '')) return word;
  }
  if (maySlip(first, second)) {
    for (const word of common.byTail.get(second) ?? []) if (mayStandFor(first, word[0] ?? '')) return word;
  }
  return null;
}

const isHan = (character: string): boolean => character >= '一' && character <= '鿿';

/** Whether a name the plan knows covers one of the two characters. */
const isNamed = (text: string, index: number, { names }: Lexicon): boolean =>
  names.some((name) => {
    const at = text.indexOf(name, Math.max(0, index - name.length + 1));
    return at !== -1 && at < index + 2;
  });

/** Whether a general dictionary leaves two characters as they are, each by itself. */
function standAlone(text: string, index: number): boolean {
  let from = index;
  while (isHan(text[from - 1] ?? '')) from -= 1;
  let to = index + 2;
  while (isHan(text[to] ?? '')) to += 1;
  const starts = wordStarts(text.slice(from, to));
  return [0, 1, 2].every((step) => starts.includes(index - from + step));
}

/**
 * Words typed by sound or read by shape with one character wrong: 灌彻 for 贯彻. Two characters are taken for a slip only
 * where a general dictionary makes a word neither of both nor of one of them with its neighbours.
 */
export const mistyped: TextRule = {
  id: 'text/mistyped',
  roles,
  find: (text, lexicon) => {
    const { known } = lexicon.common;
    const slips: Slip[] = [];
    for (let index = 0; index + 2 <= text.length; index += 1) {
      const pair = text.slice(index, index + 2);
      const [first = '', second = ''] = pair;
      if (!isHan(first) || !isHan(second) || known.has(pair)) continue;
      // A word that is known may take one of the two: 检 of 纪检 in 纪检查.
      if (known.has(text.slice(index - 1, index + 1)) || known.has(text.slice(index + 1, index + 3)))
        continue;
      const meant = meantBy(first, second, lexicon);
      if (meant === null || isNamed(text, index, lexicon) || !standAlone(text, index)) continue;
      // The code of an office, as 临政办发〔2022〕8号.
      if (/^[一-鿿]{0,6}〔/u.test(text.slice(index))) continue;
      slips.push({ start: index, end: index + 2, message: better(pair, meant), expected: meant });
    }
    return slips;
  },
};
