import type { Node } from 'mdast';
import type { RuleId } from '../../diagnostics/catalogue.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { AttendanceList, Block, RosterGroup } from '../../document/block.ts';
import type { Places } from '../../document/header.ts';
import type { Section } from '../../document/official-document.ts';
import type { Table } from '../../document/table.ts';
import type { HeaderDraft, ImprintDraft } from './finish-header.ts';
import type { ReadingContext } from './inlines.ts';
import { HeadingNumbers } from './numbering.ts';
import { lineOfNode, placeOfNode } from './source-place.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A header or an imprint while it is read. */
type Underway<T extends { readonly places: Places<string> }> = Mutable<Omit<T, 'places'>> & {
  places: Mutable<T['places']>;
};

/** Composes the table of a definition; null after findings. */
export type TableOf = (name: string, place: Place) => Table | null;

/** A document while its manuscript is read from top to bottom. */
export class Draft {
  readonly context: ReadingContext;
  readonly tableOf: TableOf;
  /** Titles of the manuscript's attachments, in order. */
  readonly attachmentTitles: readonly string[];
  readonly numbers = new HeadingNumbers();
  readonly header: Underway<HeaderDraft> & { issuerMark: string[]; signatories: string[] } = {
    form: 'file',
    copyNumber: null,
    classification: null,
    urgency: null,
    issuerMark: [],
    withFileWord: false,
    documentNumber: '',
    signatories: [],
    places: {},
  };
  readonly imprint: Underway<ImprintDraft> = {
    copyTo: null,
    printedBy: '',
    printedOn: '',
    printRun: null,
    places: {},
  };
  /** 署名 and 签名章 met, waiting for their 成文日期. */
  readonly signature: { issuers: string[]; sealed: boolean; posts: string[] } = {
    issuers: [],
    sealed: false,
    posts: [],
  };
  title = '';
  attachmentsBegun = 0;
  readonly #sections: { readonly orientation: Section['orientation']; readonly blocks: Block[] }[] = [];
  #roster: { readonly groups: RosterGroup[] } | null = null;
  #attendance: AttendanceList[] | null = null;

  constructor(context: ReadingContext, tableOf: TableOf, attachmentTitles: readonly string[]) {
    this.context = context;
    this.tableOf = tableOf;
    this.attachmentTitles = attachmentTitles;
    this.beginSection('portrait');
  }

  get sections(): readonly Section[] {
    return this.#sections.filter(({ blocks }) => blocks.length > 0);
  }

  /** Whether the first page, below a red head, is being written. */
  get isBelowHeader(): boolean {
    return this.header.issuerMark.length > 0 && this.#sections.length === 1;
  }

  add(block: Block): void {
    this.#roster = null;
    this.#attendance = null;
    this.#sections.at(-1)?.blocks.push(block);
  }

  /** Groups that follow each other are one roster, its columns shared. */
  addRosterGroup(group: RosterGroup, place: Place): void {
    if (this.#roster === null) {
      const groups: RosterGroup[] = [];
      this.add({ kind: 'roster', groups, place });
      this.#roster = { groups };
    }
    this.#roster.groups.push(group);
  }

  /** Lists of those present that follow each other are one block. */
  addAttendance(list: AttendanceList, place: Place): void {
    if (this.#attendance === null) {
      const lists: AttendanceList[] = [];
      this.add({ kind: 'attendance', lists, place });
      this.#attendance = lists;
    }
    this.#attendance.push(list);
  }

  /** A new page. An empty section gives way, so that a document may begin with what begins a page. */
  beginSection(orientation: Section['orientation']): void {
    if (this.#sections.at(-1)?.blocks.length === 0) this.#sections.pop();
    this.#sections.push({ orientation, blocks: [] });
    this.numbers.restart();
    this.#roster = null;
    this.#attendance = null;
  }

  placeOf(node: Node): Place {
    return placeOfNode(node, this.context.manuscript);
  }

  /** Reports a fault of the template at its line. */
  report(rule: RuleId, message: string, node: Node, hint: string | null = null): void {
    const place = lineOfNode(node, this.context.manuscript);
    this.context.findings.report(rule, message, place, hint === null ? {} : { hint });
  }
}
