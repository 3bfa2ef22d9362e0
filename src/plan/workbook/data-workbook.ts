import * as z from 'zod';
import { standardProfile } from '../../document/profile.ts';
import type { Workbook } from '../../document/workbook.ts';
import { type Plan, planSchema } from '../schema.ts';
import type { TableDescription } from '../tables/description.ts';
import { choiceLists } from './choice-lists.ts';
import { dataSheet } from './data-sheet.ts';
import { instructions } from './instructions.ts';

/** The workbook in which a clerk keeps some tables of a plan, filled with the plan's present data. */
export function dataWorkbook(plan: Plan, tables: readonly TableDescription[]): Workbook {
  const { scheme, notice } = plan;
  const stored = z.encode(planSchema, plan);
  const lists = choiceLists(plan);
  return {
    id: 'data',
    metadata: {
      title: `${scheme.title}数据工作簿`,
      issuer: notice.issuers[0] ?? '',
      documentNumber: null,
      date: notice.dateOfIssue,
      keywords: [],
    },
    profile: standardProfile,
    sheets: [
      instructions(scheme.title, tables),
      ...tables.map((table) => dataSheet(stored, table, lists)),
      lists.sheet,
    ],
  };
}
