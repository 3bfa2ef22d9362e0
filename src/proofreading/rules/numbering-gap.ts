import { runningRoles, type Slip, type TextRule } from '../text.ts';

const numerals = '一二三四五六七八九十';
const numberOf = (written: string): number =>
  /^\d+$/.test(written) ? Number(written) : numerals.indexOf(written) + 1;

/** Series that count inside a paragraph; the first group is the number. */
const series: readonly RegExp[] = [
  /(?<=^|[。；：，\n])([一二三四五六七八九十])是/gu,
  /(?<=^|[。；：，\n])([一二三四五六七八九十])要/gu,
  /(?<=^|[。；：，\n])第([一二三四五六七八九十])，/gu,
  /第([一二三四五六七八九十])(?:个)?阶段/gu,
  /(?<=^|[。；：，、\n])（([一二三四五六七八九十])）/gu,
  /(?<=^|[。；：，、\n])（(\d{1,2})）/gu,
  /(?<=^|[。；：\n])(\d{1,2})\.(?!\d)/gu,
  /(?<=^|[。；：\n])([一二三四五六七八九十])、/gu,
];

/** Series that say each number once: a number said again is wrong, too. */
const once = /^(?:\d{1,2}\.|[（(].*|[一二三四五六七八九十]、)$/u;

/** The places where a series that began with one leaves a number out or says it twice. */
function gapsOf(text: string, pattern: RegExp): readonly Slip[] {
  if (text.search(pattern) === -1) return [];
  const slips: Slip[] = [];
  let previous: { readonly value: number; readonly words: string } | null = null;
  for (const match of text.matchAll(pattern)) {
    const value = numberOf(match[1] ?? '');
    if (previous === null && value !== 1) return slips;
    const inOrder = previous === null || value === previous.value + 1 || value === 1;
    // A stage may be spoken of again: there only a number left out is sure to be wrong.
    const again = previous !== null && value === previous.value && once.test(match[0]);
    if (!inOrder && previous !== null && (value > previous.value || again)) {
      slips.push({
        start: match.index,
        end: match.index + match[0].length,
        message: again ? `序号“${match[0]}”重复` : `序号不连续：“${previous.words}”后面是“${match[0]}”`,
        expected: null,
      });
    }
    previous = { value, words: match[0] };
  }
  return slips;
}

/** Numbers inside a paragraph follow one another. */
export const numberingGap: TextRule = {
  id: 'text/numbering-gap',
  roles: runningRoles,
  find: (text) => series.flatMap((pattern) => gapsOf(text, pattern)),
};
