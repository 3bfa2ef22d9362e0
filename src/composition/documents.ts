import type { Findings } from '../diagnostics/findings.ts';
import type { Place } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { Table } from '../document/table.ts';
import type { Plan, Village } from '../plan/schema.ts';
import { readManuscript } from './manuscript/read.ts';
import { titleNames } from './title-names.ts';
import { extended, villageView } from './view/plan-view.ts';
import type { View, Wording } from './wording.ts';

/** What the documents of a plan are composed from; made once a plan. */
export interface Composition {
  readonly plan: Plan;
  /** Of `planView`. */
  readonly view: View;
  readonly wording: Wording;
  /** Composes the table of a definition under `templates/表格`; null after findings. */
  readonly tables: (name: string, context: View, place: Place) => Table | null;
  readonly findings: Findings;
}

/** Job ids of the documents, stable between builds. */
export const noticeId = 'notice';
export const attachmentId = (number: number): string => `attachment/${number}`;
export const taskSheetId = (village: Village): string => `task-sheet/${village.name}`;
export const evaluationFormId = (village: Village): string => `evaluation-form/${village.name}`;

/** 通知: red head and notice, on a new page the plan it issues with its attachments, 版记 at the end. */
export const composeNotice = (composition: Composition): OfficialDocument | null =>
  composeDocument(composition, noticeId, '通知', composition.view);

/** One attachment by itself, numbered as in the plan. `number` counts from 1. */
export function composeAttachment(composition: Composition, number: number): OfficialDocument | null {
  const attachments = composition.view.附件 as readonly View[];
  const attachment = attachments[number - 1];
  if (attachment === undefined) throw new RangeError(`the plan has no attachment ${number}`);
  const 本附件 = { ...attachment, 序号: number, 共: attachments.length };
  return composeDocument(
    composition,
    attachmentId(number),
    '单独附件',
    extended(composition.view, { 本附件 }),
  );
}

/** 村任务书: what a village does for the year's key tasks. */
export const composeTaskSheet = (composition: Composition, village: Village): OfficialDocument | null =>
  composeDocument(composition, taskSheetId(village), '村任务书', viewFor(composition, village));

/** 村评价表: the form on which a village is evaluated. */
export const composeEvaluationForm = (composition: Composition, village: Village): OfficialDocument | null =>
  composeDocument(composition, evaluationFormId(village), '村评价表', viewFor(composition, village));

const viewFor = ({ view }: Composition, village: Village): View => villageView(view, village);

/** A document from a template that sees `view`. */
export function composeDocument(
  { plan, wording, tables, findings }: Composition,
  id: string,
  template: string,
  view: View,
): OfficialDocument | null {
  const manuscript = wording.manuscript(template, view);
  if (manuscript === null) return null;
  const tableOf = (name: string, place: Place): Table | null => tables(name, view, place);
  const { title, header, sections, imprint } = readManuscript(manuscript, tableOf, findings);
  return {
    id,
    metadata: {
      title,
      issuer: plan.notice.issuers.join('、'),
      documentNumber: header === null ? null : plan.notice.documentNumber,
      date: plan.notice.dateOfIssue,
      keywords: [plan.scheme.township, plan.scheme.campaign],
    },
    names: titleNames(plan, sections),
    profile: plan.layout,
    header,
    sections,
    imprint,
  };
}
