import { nowhere } from '../diagnostics/place.ts';
import type { OfficialDocument } from '../document/official-document.ts';
import type { Workbook } from '../document/workbook.ts';
import { type Composition, composeDocument } from './documents.ts';
import type { View } from './wording.ts';
import { composeWorkbook, type WorkbookSource } from './workbooks/compose-workbook.ts';

/** What is worded for printing and sending, by the names of template and table. */
export const printedMatter = { ticket: '印制单', signOff: '签收登记表' } as const;

/** Name of a sheet of printed matter. */
export type PrintedMatter = (typeof printedMatter)[keyof typeof printedMatter];

/** Folder of the templates below `templates/`. */
const folder = '打印';

/** 发送单: the page that lies on top of what a recipient gets. `own` is the recipient, as the dispatch shows it. */
export const composeCoverSlip = (
  composition: Composition,
  dispatch: View,
  own: View,
): OfficialDocument | null =>
  composeDocument(composition, `cover/${String(own.序号)}`, `${folder}/发送单`, {
    ...composition.view,
    打印: dispatch,
    本件: own,
  });

/** 印制单 or 签收登记表 on paper; `dispatch` is who gets what. */
export const composePrintedMatter = (
  composition: Composition,
  name: PrintedMatter,
  dispatch: View,
): OfficialDocument | null =>
  composeDocument(composition, name, `${folder}/${name}`, { ...composition.view, 打印: dispatch });

/** The same as a workbook. */
export const composePrintedMatterWorkbook = (
  source: WorkbookSource,
  name: PrintedMatter,
  dispatch: View,
): Workbook | null =>
  composeWorkbook(source, {
    id: name,
    table: name,
    view: { ...source.view, 打印: dispatch },
    title: null,
    mark: null,
    note: null,
    place: nowhere,
  });

/** Name of the register's template and table. */
const registerName = '发文登记簿';

/** 发文登记簿 on paper; `register` is what has been sent. */
export const composeRegister = (composition: Composition, register: View): OfficialDocument | null =>
  composeDocument(composition, registerName, `${folder}/${registerName}`, {
    ...composition.view,
    登记: register,
  });

/** The same as a workbook. */
export function composeRegisterWorkbook(source: WorkbookSource, register: View): Workbook | null {
  const workbook = composeWorkbook(source, {
    id: registerName,
    table: registerName,
    view: { ...source.view, 登记: register },
    title: null,
    mark: null,
    note: null,
    place: nowhere,
  });
  // It is about all documents, not about the one whose plan it was composed with.
  return workbook === null
    ? null
    : { ...workbook, metadata: { ...workbook.metadata, documentNumber: null, keywords: [] } };
}
