import type { Findings } from '../../diagnostics/findings.ts';
import { nowhere, type Place } from '../../diagnostics/place.ts';
import type { Workbook } from '../../document/workbook.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Tables } from '../tables/tables.ts';
import { phrase, type View, type Wording } from '../wording.ts';
import { composeSheet } from './sheet.ts';
import { layOutSheet, type SheetLayout } from './sheet-layout.ts';
import { fitsSheet } from './sheet-limits.ts';

/** What every workbook of a plan is composed from. */
export interface WorkbookSource {
  readonly plan: Plan;
  /** The plan as templates see it. */
  readonly view: View;
  readonly tables: Tables;
  readonly wording: Wording;
  readonly findings: Findings;
}

/** What one workbook is. */
export interface WorkbookOrder {
  /** Job id. */
  readonly id: string;
  /** Name of the table definition of its first sheet; further sheets are named there. */
  readonly table: string;
  readonly view: View;
  /** Title of an attachment; null where the definition words it. */
  readonly title: string | null;
  /** `附件2`; null for what is no attachment. */
  readonly mark: string | null;
  /** Printed below the first sheet, after the definition's own notes. */
  readonly note: string | null;
  /** Where the table is asked for. */
  readonly place: Place;
}

/** A workbook from its table definitions; null, with the cause reported, when one of them is missing or not sound. */
export function composeWorkbook(source: WorkbookSource, order: WorkbookOrder): Workbook | null {
  const first = layOut(source, order.table, order);
  if (first === null) return null;
  const further = (first.grid.sheet?.further ?? []).map((table) =>
    layOut(source, table, { view: order.view, title: null, mark: null, note: null, place: first.grid.place }),
  );
  const sheets = [first, ...further.filter((sheet) => sheet !== null)];
  const { notice, scheme, layout } = source.plan;
  return {
    id: order.id,
    metadata: {
      title: first.frame.title,
      issuer: notice.issuers.join('、'),
      documentNumber: notice.documentNumber,
      date: notice.dateOfIssue,
      keywords: [scheme.campaign],
    },
    profile: layout,
    sheets: sheets.map((sheet) => composeSheet(sheet, sheets, source.findings)),
  };
}

type SheetOrder = Pick<WorkbookOrder, 'view' | 'title' | 'mark' | 'note' | 'place'>;

function layOut(
  { tables, wording, findings }: WorkbookSource,
  table: string,
  order: SheetOrder,
): SheetLayout | null {
  const { view, mark, note } = order;
  const grid = tables.composeGrid(table, view, order.place);
  if (grid === null) return null;
  const { sheet, place } = grid;
  const worded = (words: string) => wording.phrase(words.trimEnd(), view, place, { 根: view });
  if (sheet === null || (order.title === null && sheet.title === null)) {
    findings.report('template/table', `表格「${table}」没有写「电子表格」的表名和标题`, place);
    return null;
  }
  const notes = [...sheet.notes.map(worded), note === null ? null : phrase(note, nowhere)];
  const layout = layOutSheet(sheet.name, grid, {
    mark,
    title: order.title ?? worded(sheet.title ?? '')?.text ?? '',
    subtitle: sheet.subtitle === null ? null : worded(sheet.subtitle),
    notes: notes.filter((each) => each !== null),
  });
  return fitsSheet(layout, findings) ? layout : null;
}
