import { nowhere } from '../../diagnostics/place.ts';
import { attachmentLabel } from '../../document/numbering.ts';
import type { Workbook } from '../../document/workbook.ts';
import type { Village } from '../../plan/schema.ts';
import { villageView } from '../view/plan-view.ts';
import { composeWorkbook, type WorkbookSource } from './compose-workbook.ts';
import { evaluationView } from './evaluation-view.ts';
import { reportLongSheets } from './sheet-limits.ts';

/** Definitions of the lists of all villages. */
const [ledgerTable, summaryTable] = ['任务台账', '评价汇总'];

/** Whether an attachment (counted from 1) is a table, and so goes out as a workbook too. */
export function isTabular({ plan, tables }: WorkbookSource, number: number): boolean {
  const attachment = plan.attachments[number - 1];
  return attachment !== undefined && tables.has(attachment.content);
}

/** An attachment that is a table, by itself: `attachment/2`. The table bears the name of the attachment's content. */
export function composeAttachmentWorkbook(source: WorkbookSource, number: number): Workbook | null {
  const { plan, view } = source;
  const attachment = plan.attachments[number - 1];
  if (attachment === undefined) throw new RangeError(`no attachment ${number}`);
  return composeWorkbook(source, {
    id: `attachment/${number}`,
    table: attachment.content,
    view,
    title: attachment.title,
    mark: attachmentLabel(number, plan.attachments.length),
    note: attachment.note === null ? null : `注：${attachment.note}`,
    place: nowhere,
  });
}

/** 任务台账 of all villages, with its counts: `task-ledger`. */
export function composeTaskLedger(source: WorkbookSource): Workbook | null {
  return composeWorkbook(source, { ...plain, id: 'task-ledger', table: ledgerTable, view: source.view });
}

/** 评价表 of one village, to be filled in: `evaluation-form/<village>`. */
export function composeEvaluationForm(source: WorkbookSource, village: Village): Workbook | null {
  const view = evaluationView(villageView(source.view, village), source.plan);
  return composeWorkbook(source, {
    ...plain,
    id: `evaluation-form/${village.name}`,
    table: '村评价表',
    view,
  });
}

/** 评价汇总 of all villages, with the progress of each year: `evaluation-summary`. */
export function composeEvaluationSummary(source: WorkbookSource): Workbook | null {
  const view = evaluationView(source.view, source.plan);
  return composeWorkbook(source, { ...plain, id: 'evaluation-summary', table: summaryTable, view });
}

/**
 * Reports what lists of the plan would be longer than a sheet can be, before anything is composed; whether there are any. Only lists
 * of all villages grow so long.
 */
export function reportLongLists({ plan, view, tables, findings }: WorkbookSource): boolean {
  const sheets = [
    ...tables.countRecords(ledgerTable, view),
    ...tables.countRecords(summaryTable, evaluationView(view, plan)),
  ];
  return reportLongSheets(sheets, `${plan.villages.length} 个村居`, findings);
}

/** What is no attachment: worded by its definition throughout. */
const plain = { title: null, mark: null, note: null, place: nowhere } as const;
