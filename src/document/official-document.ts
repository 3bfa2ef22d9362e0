import type { Block } from './block.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Header, Places } from './header.ts';
import type { Profile } from './profile.ts';

/**
 * An official document, words finished, looks unknown: what a writer of a flowing format writes
 * and the typesetter sets into pages.
 */
export interface OfficialDocument {
  /** Job id, stable between builds: `notice`, `attachment/2`, `task-sheet/东姚庄`. */
  readonly id: string;
  readonly metadata: Metadata;
  /** Names in its titles that are not broken at a line's end: places, offices, persons, the work itself. */
  readonly names: readonly string[];
  /** What the office varies of the standard's layout. */
  readonly profile: Profile;
  /** What stands above the text by the document's form; null for attachments, forms and lists that go out by themselves. */
  readonly header: Header | null;
  /** Each section begins on a new page. */
  readonly sections: readonly Section[];
  /** 版记 at the foot of the last page; null where there is none. */
  readonly imprint: Imprint | null;
}

/** What file properties and PDF metadata say. */
export interface Metadata {
  readonly title: string;
  readonly issuer: string;
  /** 发文字号; null where the document carries none. */
  readonly documentNumber: string | null;
  readonly date: CalendarDate;
  readonly keywords: readonly string[];
}

/** 版记: of most documents with its rules, of a letter only who gets copies. */
export type Imprint = PrintedImprint | CopiesImprint;

/** 版记 §7.4. */
export interface PrintedImprint {
  readonly kind: 'printed';
  /** 抄送机关, joined and punctuated, without 抄送： and the final full stop; null where none. */
  readonly copyTo: string | null;
  readonly printedBy: string;
  /** As `2022年5月24日`; the writers add 印发. */
  readonly printedOn: string;
  /** 印数: how many copies were printed, as `共印30份` has it; null where the line is left out. */
  readonly printRun: number | null;
  readonly places: Places<'copyTo' | 'printedBy' | 'printRun'>;
}

/** 版记 of a letter §10.1: no rules, no 印发机关 and 印发日期. */
export interface CopiesImprint {
  readonly kind: 'copies';
  /** As in `PrintedImprint`. */
  readonly copyTo: string;
  readonly places: Places<'copyTo'>;
}

/** A run of pages of one orientation that begins on a new page. */
export interface Section {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}
