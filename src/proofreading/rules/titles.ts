import type { PlacedText, Slip } from '../text.ts';

/** A title quoted in a text. */
interface Quoted {
  readonly text: PlacedText;
  readonly start: number;
  readonly title: string;
}

/** Shorter titles are too like one another. */
const shortest = 8;

/** Number of single-character changes between two texts, up to `most`; more counts as `most + 1`. */
function changes(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(same, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}

/** Titles that differ only in what may differ: years and numbers, 村民 and 居民. */
const skeleton = (title: string): string =>
  title.replace(/[\d一二三四五六七八九十—～-]+/gu, '0').replace(/[村居]民/gu, '民');

/** The outermost 《…》 of a text. */
function quotedIn(text: PlacedText): readonly Quoted[] {
  if (!text.text.includes('《')) return [];
  return [...text.text.matchAll(/《([^《》]{2,80})》/gu)].map((match) => ({
    text,
    start: match.index + 1,
    title: match[1] ?? '',
  }));
}

const nearTo = (title: string, other: string, most: number): boolean =>
  title !== other &&
  Math.min(title.length, other.length) >= shortest &&
  skeleton(title) !== skeleton(other) &&
  changes(title, other, most) <= most;

/**
 * Titles in 《》 that differ by one or two characters from a title of this plan, or by one from a title quoted
 * elsewhere: the one quoted less often, or later, is reported.
 */
export function findTitleSlips(
  texts: readonly PlacedText[],
  titles: readonly string[],
): readonly { readonly text: PlacedText; readonly slip: Slip }[] {
  const quoted = texts.flatMap(quotedIn);
  const times = new Map<string, number>();
  for (const { title } of quoted) times.set(title, (times.get(title) ?? 0) + 1);
  const distinct = [...times.keys()];
  const meant = new Map<string, string>();
  for (const [position, title] of distinct.entries()) {
    if (titles.includes(title)) continue;
    const own = titles.find((other) => nearTo(title, other, 2));
    const elsewhere = distinct.find(
      (other, at) =>
        nearTo(title, other, 1) &&
        ((times.get(other) ?? 0) > (times.get(title) ?? 0) ||
          ((times.get(other) ?? 0) === (times.get(title) ?? 0) && at < position)),
    );
    const found = own ?? elsewhere;
    if (found !== undefined) meant.set(title, found);
  }
  return quoted.flatMap(({ text, start, title }) => {
    const right = meant.get(title);
    if (right === undefined) return [];
    const { from, to } = difference(title, right);
    const message = `《${title}》与《${right}》只差一两个字，是不是同一个文件？`;
    return [{ text, slip: { start: start + from, end: start + to, message, expected: right } }];
  });
}

/** The part of a title that differs from another: at least one character. */
function difference(title: string, other: string): { readonly from: number; readonly to: number } {
  let from = 0;
  while (from < title.length && title[from] === other[from]) from += 1;
  let tail = 0;
  while (tail < title.length - from && title.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const start = Math.min(from, title.length - 1);
  return { from: start, to: Math.max(start + 1, title.length - tail) };
}
