import type { Findings } from '../diagnostics/findings.ts';
import type { Place } from '../diagnostics/place.ts';

/**
 * Most items a list of the data may have, and most rows a table of it, in whatever file it is kept: a hundred times the villages of
 * the largest county, and few enough that everything made of them is made in the memory of an office's machine.
 */
export const mostItems = 20_000;

/** Rows that are read of a table: those of the longest list, and titles and heads, which may stand on every page again. */
export const mostRows = mostItems * 1.1;

/** What a list that is too long is called, and how much is known of its length. */
interface TooLong {
  /** As `“村居”`, `“村居”这张表`. */
  readonly name: string;
  /** What its items are counted by. */
  readonly unit: '条' | '行';
  /** How many there are; null where the rest was not read. */
  readonly count: number | null;
}

/** A table of which the rest is not read. */
export const endlessTable: TooLong = { name: '表里有内容的行', unit: '行', count: null };

/** Reports a list that is too long, at the first item that is too many. */
export function reportTooLong({ name, unit, count }: TooLong, place: Place, findings: Findings): void {
  const unseen = unit === '行' ? '；多半是下面的空行里留有看不见的内容，选中整行删除' : '';
  findings.report('data/too-long', `${name}超过 ${mostItems} ${unit}`, place, {
    actual: count === null ? `${mostItems + 1} ${unit}以上` : `${count} ${unit}`,
    expected: `不超过 ${mostItems} ${unit}`,
    hint: `看看是不是重复粘贴了${unseen}。确有这么多的，分成几个方案，在 data 下各放一个文件夹`,
  });
}
