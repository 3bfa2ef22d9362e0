import type { Place } from '../diagnostics/place.ts';
import type { Inline } from './inline.ts';
import type { Table } from './table.ts';

/** Level of a heading: 1 一、 2 （一） 3 1. 4 （1）, GB/T 9704-2012 §7.3.3. */
export type HeadingLevel = 1 | 2 | 3 | 4;

/**
 * What the 主体 (main part) of an official document is made of. Closed: a writer has one entry per kind.
 * Every block knows its place in data or template, so that a finding on a finished page can name it.
 */
export type Block =
  | Title
  | Addressee
  | Heading
  | Paragraph
  | AttachmentNote
  | Signature
  | StampedSignature
  | Annotation
  | Attendance
  | AttachmentLabel
  | Roster
  | Table
  | TableNote;

interface BlockBase {
  readonly place: Place;
}

/** 标题 §7.3.1: of a document, of the plan it issues, of an attachment. Lines are made by `shapeTitle`. */
export interface Title extends BlockBase {
  readonly kind: 'title';
  readonly text: string;
  /** `document` after a red head, `part` at the top of a page of its own, `attachment` below an 附件 label. */
  readonly role: 'document' | 'part' | 'attachment';
}

/** 主送机关 §7.3.2, with its colon: `各行政村：`. */
export interface Addressee extends BlockBase {
  readonly kind: 'addressee';
  readonly inlines: readonly Inline[];
}

/** A heading that stands as a paragraph of its own; no full stop at its end. */
export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  /** The counted number with its mark: `一、`, `（一）`, `1.`, `（1）`. */
  readonly number: string;
  readonly inlines: readonly Inline[];
}

/** The sentence that opens a paragraph as its heading (段首主题句), in the face of its level, with its full stop. */
export interface Lead {
  readonly level: HeadingLevel;
  readonly number: string;
  readonly inlines: readonly Inline[];
}

/** A paragraph of 正文 §7.3.3. */
export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  /** Run-in heading; null for plain text. */
  readonly lead: Lead | null;
  readonly inlines: readonly Inline[];
  /** `first-line`: two characters in, as all running text; `none`: flush left. */
  readonly indent: 'first-line' | 'none';
}

/** 附件说明 §7.3.4: names in order; numbered when there are several. */
export interface AttachmentNote extends BlockBase {
  readonly kind: 'attachment-note';
  /** Titles of the attachments, without number or punctuation. */
  readonly titles: readonly string[];
}

/** 发文机关署名、成文日期 §7.3.5. */
export interface Signature extends BlockBase {
  readonly kind: 'signature';
  /** Issuers, the host first. */
  readonly issuers: readonly string[];
  /** 成文日期, as `2022年5月24日`. */
  readonly date: string;
  /** With a seal to come (§7.3.5.1: date four characters in) or without (§7.3.5.2). */
  readonly sealed: boolean;
}

/** 加盖签发人签名章 §7.3.5.3: posts with room for the stamps, and the date; of orders. */
export interface StampedSignature extends BlockBase {
  readonly kind: 'stamped-signature';
  /** Full posts of those whose stamps are set, the host's first, as `三管镇人民政府镇长`. */
  readonly posts: readonly string[];
  /** 成文日期, as `2022年5月24日`. */
  readonly date: string;
}

/** 附注 §7.3.6, with its brackets. */
export interface Annotation extends BlockBase {
  readonly kind: 'annotation';
  readonly inlines: readonly Inline[];
}

/** 出席、请假、列席名单 of minutes §10.3. */
export interface Attendance extends BlockBase {
  readonly kind: 'attendance';
  readonly lists: readonly AttendanceList[];
}

/** Who attended, asked for leave or sat in: units and names as written, without final punctuation. */
export interface AttendanceList {
  readonly label: AttendanceLabel;
  readonly persons: readonly Inline[];
}

/** The lists minutes know, in their order. */
export type AttendanceLabel = '出席' | '请假' | '列席';

/** `附件`, `附件1` at the top left of an attachment §7.3.7. */
export interface AttachmentLabel extends BlockBase {
  readonly kind: 'attachment-label';
  readonly text: string;
}

/** 名单: persons under their roles, names and posts aligned in columns. */
export interface Roster extends BlockBase {
  readonly kind: 'roster';
  readonly groups: readonly RosterGroup[];
}

/** One role with those who hold it. */
export interface RosterGroup {
  /** As `组长`, without colon; set three characters wide. */
  readonly label: string;
  readonly entries: readonly RosterEntry[];
}

/** A person with a post, or a line that names a group of people (post null). */
export interface RosterEntry {
  readonly name: string;
  readonly post: string | null;
  readonly place: Place;
}

/** 注: a line below a table, in the table's size. */
export interface TableNote extends BlockBase {
  readonly kind: 'table-note';
  readonly inlines: readonly Inline[];
}
