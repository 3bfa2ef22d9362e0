import { didYouMean } from '../../diagnostics/nearest.ts';
import type { AttendanceLabel } from '../../document/block.ts';
import { type Form, formNames } from '../../document/header.ts';
import { type Inline, plainText, text } from '../../document/inline.ts';
import { attachmentLabel } from '../../document/numbering.ts';
import type { Section } from '../../document/official-document.ts';
import { copyNumbersOf } from '../../plan/distribution.ts';
import { attributeOf, type Directive, isSet, labelOf, numberAttribute } from './directive.ts';
import type { Draft } from './draft.ts';
import { joinTexts, readInlines } from './inlines.ts';
import { readRosterGroup } from './roster.ts';

type Handler = (directive: Directive, draft: Draft) => void;

const inlinesOf = (directive: Directive, draft: Draft): readonly Inline[] =>
  readInlines(labelOf(directive), draft.context);

const textOf = (directive: Directive, draft: Draft): string => plainText(inlinesOf(directive, draft)).trim();

/** What an empty label means: the element is left out. */
const whenFilled =
  (handler: (label: string, directive: Directive, draft: Draft) => void): Handler =>
  (directive, draft) => {
    const label = textOf(directive, draft);
    if (label !== '') handler(label, directive, draft);
  };

const orientationOf = (directive: Directive): Section['orientation'] =>
  attributeOf(directive, '版式') === '横排' ? 'landscape' : 'portrait';

/** Sets text between brackets unless it stands in some. */
function bracketed(inlines: readonly Inline[]): readonly Inline[] {
  return plainText(inlines).startsWith('（') ? inlines : [text('（'), ...inlines, text('）')];
}

/** `::出席[…]`: those who attended, as written, without the final full stop. */
const attendance =
  (label: AttendanceLabel): Handler =>
  (directive, draft) => {
    const persons = inlinesOf(directive, draft);
    if (persons.length > 0) draft.addAttendance({ label, persons }, draft.placeOf(directive));
  };

const forms = Object.keys(formNames) as Form[];
const urgencies = ['特急', '加急'] as const;

/** The directives of a manuscript, each an element of official documents. */
const handlers: Readonly<Record<string, Handler>> = {
  版式: whenFilled((label, directive, draft) => {
    const form = forms.find((form) => formNames[form] === label);
    if (form === undefined) {
      const names = forms.map((form) => formNames[form]).join('、');
      draft.report('template/value', `没有“${label}”这种版式`, directive, `只有${names}`);
    } else {
      draft.header.form = form;
    }
  }),
  份号: whenFilled((label, directive, draft) => {
    // A run of numbers is stamped copy by copy: its line stays free.
    draft.header.copyNumber = copyNumbersOf(label) === null ? label : '';
    draft.header.places.copyNumber = draft.placeOf(directive);
  }),
  密级: whenFilled((label, directive, draft) => {
    draft.header.classification = label;
    draft.header.places.classification = draft.placeOf(directive);
  }),
  紧急程度: whenFilled((label, directive, draft) => {
    draft.header.urgency = urgencies.find((urgency) => urgency === label) ?? null;
    draft.header.places.urgency = draft.placeOf(directive);
    if (draft.header.urgency === null) {
      draft.report('template/value', `没有“${label}”这种紧急程度`, directive, '只有特急、加急');
    }
  }),
  发文机关标志: whenFilled((label, directive, draft) => {
    draft.header.issuerMark.push(label);
    draft.header.places.issuerMark ??= draft.placeOf(directive);
    draft.header.withFileWord ||= isSet(directive, '文件');
  }),
  发文字号: whenFilled((label, directive, draft) => {
    draft.header.documentNumber = label;
    draft.header.places.documentNumber = draft.placeOf(directive);
  }),
  签发人: whenFilled((label, directive, draft) => {
    draft.header.signatories.push(label);
    draft.header.places.signatories ??= draft.placeOf(directive);
  }),

  标题: whenFilled((label, directive, draft) => {
    if (draft.title === '') draft.title = label;
    const role = draft.isBelowHeader ? 'document' : 'part';
    draft.add({ kind: 'title', text: label, role, place: draft.placeOf(directive) });
  }),
  主送机关: whenFilled((label, directive, draft) => {
    const inlines = inlinesOf(directive, draft);
    const closed = label.endsWith('：') ? inlines : [...inlines, text('：')];
    draft.add({ kind: 'addressee', inlines: joinTexts(closed), place: draft.placeOf(directive) });
  }),
  署名: whenFilled((label, directive, draft) => {
    draft.signature.issuers.push(label);
    draft.signature.sealed ||= isSet(directive, '印章');
  }),
  签名章: whenFilled((label, _, draft) => {
    draft.signature.posts.push(label);
  }),
  成文日期: whenFilled((label, directive, draft) => {
    const { issuers, sealed, posts } = draft.signature;
    const place = draft.placeOf(directive);
    if (posts.length > 0) {
      draft.add({ kind: 'stamped-signature', posts: [...posts], date: label, place });
      draft.signature.posts = [];
      return;
    }
    draft.add({
      kind: 'signature',
      issuers: [...issuers],
      date: label,
      sealed,
      place,
    });
    draft.signature.issuers = [];
  }),
  附注: whenFilled((_, directive, draft) => {
    const inlines = joinTexts(bracketed(inlinesOf(directive, draft)));
    draft.add({ kind: 'annotation', inlines, place: draft.placeOf(directive) });
  }),
  出席: attendance('出席'),
  请假: attendance('请假'),
  列席: attendance('列席'),
  抄送: whenFilled((label, directive, draft) => {
    draft.imprint.copyTo = label.replace(/。$/, '');
    draft.imprint.places.copyTo = draft.placeOf(directive);
  }),
  印发: whenFilled((label, directive, draft) => {
    draft.imprint.printedBy = label;
    draft.imprint.places.printedBy = draft.placeOf(directive);
    draft.imprint.printedOn = attributeOf(directive, '日期') ?? '';
    if (draft.imprint.printedOn === '') {
      draft.report('template/syntax', '印发机关没有日期', directive, '写作 ::印发[机关]{日期=…}');
    }
  }),
  共印: whenFilled((label, directive, draft) => {
    draft.imprint.printRun = /^[1-9]\d*$/u.test(label) ? Number(label) : null;
    draft.imprint.places.printRun = draft.placeOf(directive);
    if (draft.imprint.printRun === null) {
      draft.report('template/value', `共印份数不是数字：“${label}”`, directive, '写作 ::共印[30]');
    }
  }),

  附件说明: (directive, draft) => {
    const titles = draft.attachmentTitles;
    if (titles.length > 0) draft.add({ kind: 'attachment-note', titles, place: draft.placeOf(directive) });
  },
  附件: whenFilled((label, directive, draft) => {
    draft.beginSection(orientationOf(directive));
    draft.attachmentsBegun += 1;
    if (draft.title === '') draft.title = label;
    const index = numberAttribute(directive, '序号') ?? draft.attachmentsBegun;
    const count = numberAttribute(directive, '共') ?? draft.attachmentTitles.length;
    const place = draft.placeOf(directive);
    draft.add({ kind: 'attachment-label', text: attachmentLabel(index, count), place });
    draft.add({ kind: 'title', text: label, role: 'attachment', place });
  }),

  另面: (directive, draft) => draft.beginSection(orientationOf(directive)),
  顶格: (directive, draft) => {
    const inlines = inlinesOf(directive, draft);
    if (inlines.length > 0) {
      draft.add({ kind: 'paragraph', lead: null, inlines, indent: 'none', place: draft.placeOf(directive) });
    }
  },
  表格: whenFilled((label, directive, draft) => {
    const table = draft.tableOf(label, draft.placeOf(directive));
    if (table !== null) draft.add(table);
  }),
  表注: whenFilled((_, directive, draft) => {
    draft.add({
      kind: 'table-note',
      inlines: inlinesOf(directive, draft),
      place: draft.placeOf(directive),
    });
  }),
  名单: (directive, draft) => {
    if (directive.type !== 'containerDirective') {
      draft.report('template/syntax', '名单要成块写', directive, ':::名单[组长]，下面一行一人，最后一行 :::');
      return;
    }
    draft.addRosterGroup(readRosterGroup(directive, draft.context), draft.placeOf(directive));
  },
  连续编号: (directive, draft) => {
    const level = numberAttribute(directive, '级');
    if (level === 2 || level === 3 || level === 4) draft.numbers.runOn(level);
    else draft.report('template/syntax', '连续编号的级只有 2、3、4', directive, '写作 ::连续编号{级=3}');
  },
};

/** Reads a directive that stands as a block of its own. */
export function readFlowDirective(directive: Directive, draft: Draft): void {
  const handler = Object.hasOwn(handlers, directive.name) ? handlers[directive.name] : undefined;
  if (handler !== undefined) {
    handler(directive, draft);
    return;
  }
  const names = Object.keys(handlers);
  const hint = didYouMean(directive.name, names) ?? `有的指令：${names.join('、')}`;
  draft.report('template/unknown-directive', `没有“::${directive.name}”这种版面指令`, directive, hint);
}

/** The title an `::附件` directive gives; null for others and for an empty one. */
export function attachmentTitleOf(directive: Directive, draft: Pick<Draft, 'context'>): string | null {
  if (directive.name !== '附件') return null;
  return plainText(readInlines(labelOf(directive), draft.context)).trim() || null;
}
