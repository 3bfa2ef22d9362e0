import type { Place } from '../diagnostics/place.ts';
import type { Block } from './block.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Profile } from './profile.ts';

/**
 * An official document, words finished, looks unknown: what a writer of a flowing format writes
 * and the typesetter sets into pages.
 */
export interface OfficialDocument {
  /** Job id, stable between builds: `notice`, `attachment/2`, `task-sheet/东姚庄`. */
  readonly id: string;
  readonly metadata: Metadata;
  /** What the office varies of the standard's layout. */
  readonly profile: Profile;
  /** 版头 with red mark, number and rule; null for attachments, forms and lists that go out by themselves. */
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

/** Where the words of elements came from in data or template; none for an element that is not there. */
export type Places<Element extends string> = { readonly [E in Element]?: Place };

/** 版头 §7.2. */
export interface Header {
  /** 份号: six digits; empty where its line is left free to be stamped, null where copies are not numbered. */
  readonly copyNumber: string | null;
  /** 密级和保密期限, as `机密★1年`. */
  readonly classification: string | null;
  /** 紧急程度. */
  readonly urgency: '特急' | '加急' | null;
  /** 发文机关标志 §7.2.4: names of the issuers, the host first. */
  readonly issuerMark: readonly string[];
  /** Whether 文件 follows the mark. */
  readonly withFileWord: boolean;
  /** 发文字号 §7.2.5. */
  readonly documentNumber: string;
  /** 签发人 §7.2.6; empty for documents that do not go upward. */
  readonly signatories: readonly string[];
  readonly places: Places<
    'copyNumber' | 'classification' | 'urgency' | 'issuerMark' | 'documentNumber' | 'signatories'
  >;
}

/** 版记 §7.4. */
export interface Imprint {
  /** 抄送机关, joined and punctuated, without 抄送： and the final full stop; null where none. */
  readonly copyTo: string | null;
  readonly printedBy: string;
  /** As `2022年5月24日`; the writers add 印发. */
  readonly printedOn: string;
  readonly places: Places<'copyTo' | 'printedBy'>;
}

/** A run of pages of one orientation that begins on a new page. */
export interface Section {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}
