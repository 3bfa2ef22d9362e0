import { nowhere } from '../../src/diagnostics/place.ts';
import type { Block, Title } from '../../src/document/block.ts';
import { unfitted } from '../../src/document/fitting.ts';
import type { FileHeader } from '../../src/document/header.ts';
import { text } from '../../src/document/inline.ts';
import type { OfficialDocument, PrintedImprint } from '../../src/document/official-document.ts';
import type { PreflightRule } from '../../src/preflight/rule.ts';
import { type Subject, subjectOf } from '../../src/preflight/subject.ts';
import type {
  Page,
  PlacedItem,
  PlacedRule,
  PlacedText,
  TypesetDocument,
} from '../../src/typesetting/page.ts';
import { documentOf, heading, paragraph, set } from '../typesetting/example.ts';
import { header } from '../writers/docx/blocks.ts';

/** What makes a document break a rule, or barely not: other words, or pages that came out otherwise. */
export interface Specimen {
  readonly document?: OfficialDocument;
  readonly edit?: (pages: TypesetDocument) => TypesetDocument;
}

/** A rule with what breaks it, what is then said, and what barely does not break it. */
export interface Case {
  readonly rule: PreflightRule;
  /** Said of what breaks it, each a part of one message. */
  readonly says: readonly string[];
  readonly breaks: Specimen;
  readonly barely: Specimen;
}

export const imprint: PrintedImprint = {
  kind: 'printed',
  copyTo: '县委办公室，县政府办公室',
  printedBy: '三管镇党政综合办公室',
  printedOn: '2022年5月24日',
  printRun: null,
  places: {},
};

export const title = (words: string, role: Title['role'] = 'document'): Block => ({
  kind: 'title',
  text: words,
  role,
  place: nowhere,
});

export const addressee = (words: string): Block => ({
  kind: 'addressee',
  inlines: [text(words)],
  place: nowhere,
});

export const note = (...titles: string[]): Block => ({ kind: 'attachment-note', titles, place: nowhere });

export const signature = (traits: Partial<Extract<Block, { kind: 'signature' }>> = {}): Block => ({
  kind: 'signature',
  issuers: ['三管镇人民政府'],
  date: '2022年5月24日',
  sealed: true,
  place: nowhere,
  ...traits,
});

export const label = (words: string): Block => ({ kind: 'attachment-label', text: words, place: nowhere });

/** So many characters of running text. */
export const filler = (count: number): string =>
  '清廉村居创建行动方案'.repeat(Math.ceil(count / 10)).slice(0, count);

export const noticeTitle = '三管镇人民政府关于开展清廉村居创建行动的通知';

/** The blocks of a notice's text, with others in their place. */
export const noticeText: readonly Block[] = [
  title(noticeTitle),
  addressee('各行政村：'),
  paragraph(filler(60)),
  heading(1, '一、', '总体要求'),
  paragraph(filler(40)),
  heading(1, '二、', '工作任务'),
  heading(2, '（一）', '抓好学习'),
  paragraph(filler(40)),
  heading(2, '（二）', '抓好落实'),
  paragraph(filler(40)),
];

/** Parts of a notice that may be others. */
interface Parts {
  readonly head?: Partial<FileHeader>;
  readonly text?: readonly Block[];
  readonly end?: readonly Block[];
  readonly attachments?: readonly (readonly Block[])[];
  readonly foot?: Partial<PrintedImprint>;
}

/** A sound notice with two attachments, or one with other parts. */
export const notice = ({
  head = {},
  text: body = noticeText,
  end,
  attachments,
  foot = {},
}: Parts = {}): OfficialDocument => ({
  ...documentOf(
    { orientation: 'portrait', blocks: [...body, ...(end ?? [note('任务清单', '名单'), signature()])] },
    ...(
      attachments ?? [
        [label('附件1'), title('任务清单', 'attachment'), paragraph(filler(30))],
        [label('附件2'), title('名单', 'attachment'), paragraph(filler(30))],
      ]
    ).map((blocks) => ({ orientation: 'portrait' as const, blocks })),
  ),
  header: { ...header, ...head },
  imprint: { ...imprint, ...foot },
});

/** The messages of a rule's faults. */
export function messagesOf({ check }: PreflightRule, subject: Subject): readonly string[] {
  const messages: string[] = [];
  check(subject, ({ message }) => messages.push(message));
  return messages;
}

/** What a rule says of a document, set as it comes: the fitting would mend much of what is to be found. */
export function said({ rule, specimen }: { rule: PreflightRule; specimen: Specimen }): readonly string[] {
  const { document = notice(), edit = (pages: TypesetDocument) => pages } = specimen;
  return messagesOf(rule, subjectOf(document, edit(set(document, unfitted(document)))));
}

/** Pages with other items: `change` makes of each item of the body what stands there instead; nothing for none. */
const editing =
  (
    part: 'body' | 'furniture',
    change: (item: PlacedItem, page: number, document: TypesetDocument) => readonly PlacedItem[],
  ) =>
  (document: TypesetDocument): TypesetDocument => ({
    ...document,
    pages: document.pages.map(
      (page, index): Page => ({
        ...page,
        [part]: page[part].flatMap((item) => change(item, index, document)),
      }),
    ),
  });

/** Which texts are meant: those of a kind of element, or those that hold words. */
export type Which = { readonly kind: string } | { readonly words: string };

const isMeant = (item: PlacedText, which: Which, { structure }: TypesetDocument): boolean =>
  'words' in which
    ? item.text.includes(which.words)
    : item.element !== null && structure[item.element]?.origin.kind === which.kind;

/** Changes texts of the body. */
export const texts = (which: Which, change: (item: PlacedText) => PlacedText | null) =>
  editing('body', (item, _, document) => {
    if (item.kind !== 'text' || !isMeant(item, which, document)) return [item];
    const changed = change(item);
    return changed === null ? [] : [changed];
  });

/** Changes page numbers. */
export const numbers = (change: (item: PlacedText, page: number) => PlacedText | null) =>
  editing('furniture', (item, page) => {
    if (item.kind !== 'text') return [item];
    const changed = change(item, page);
    return changed === null ? [] : [changed];
  });

/** Changes rules of a colour. */
export const rules = (
  colour: 'red' | 'black',
  change: (item: PlacedRule, index: number) => readonly PlacedRule[],
) => {
  let index = 0;
  return editing('body', (item) =>
    item.kind === 'rule' && item.colour === colour ? change(item, index++) : [item],
  );
};

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
