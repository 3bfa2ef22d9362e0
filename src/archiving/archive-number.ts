import { type Retention, retentions } from '../plan/archive-codes.ts';
import type { Plan } from '../plan/schema.ts';

/** What an archive number is made of. */
export interface ArchiveCodes {
  readonly fonds: string;
  readonly category: string;
  readonly year: number;
  readonly retention: Retention;
  readonly organ: string | null;
  readonly item: number;
}

/** The codes of a plan's record; null where the plan has none. */
export function archiveCodesOf({ archive, notice }: Plan): ArchiveCodes | null {
  if (archive === null) return null;
  const { fonds, category, retention, organ, item } = archive;
  return { fonds, category, year: archive.year ?? notice.dateOfIssue.year, retention, organ, item };
}

/** Figures of the item's number: padded with zeros. */
const itemFigures = 4;

/** 件号 as it stands in the archive number: `0006`. */
export const itemNumber = (item: number): string => String(item).padStart(itemFigures, '0');

/**
 * 档号 by DA/T 22-2015: `0001-WS·2022-D30-DZB-0006`, 全宗号-门类代码·年度-保管期限代码-机构（问题）代码-件号; the organ is
 * left out where there is none.
 */
export function archiveNumber({ fonds, category, year, retention, organ, item }: ArchiveCodes): string {
  const parts = [retentions[retention], ...(organ === null ? [] : [organ]), itemNumber(item)];
  return `${fonds}-${category}·${year}-${parts.join('-')}`;
}
