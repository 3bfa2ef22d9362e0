import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { Hearing, type Reading, shareTables } from './composition/shared-tables.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { WorkbookSource } from './composition/workbooks/compose-workbook.ts';
import { reportLongLists } from './composition/workbooks/workbooks.ts';
import type { Findings } from './diagnostics/findings.ts';
import { noShelf, type Shelf } from './keeping/shelf.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from './plan/loading/read-plan.ts';
import type { TextFiles } from './workspace.ts';

/** A plan that is read, with what documents and workbooks are composed from. */
export interface OpenComposition {
  readonly loaded: LoadedPlan;
  readonly composition: Composition;
  readonly workbooks: WorkbookSource;
}

const unwatched: Reading = { villages: () => undefined, template: () => undefined };

/**
 * Reads a plan and its templates; what is read of those that did not change comes from the shelf. Null when the data have
 * errors, or lists that no sheet can hold; broken templates show all their errors when something is composed. What is found
 * then goes to `composing`.
 */
export function openComposition(
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
  shelf: Shelf = noShelf,
  reading: Reading = unwatched,
  composing: Findings = findings,
): OpenComposition | null {
  const loaded = readPlan(files, findings, shelf);
  const sound = !findings.hasErrors;
  const hearing = new Hearing(reading);
  const wording = createWording(templates, composing, hearing.template);
  const tables = createTables(templates, wording, composing, shelf, hearing.template);
  // What is wrong with templates and tables themselves is known by now.
  if (composing !== findings) findings.hear(composing.handOver());
  if (loaded === null || !sound) return null;
  const { plan, placeOf } = loaded;
  const view = planView(plan, placeOf, hearing);
  const workbooks = { plan, view, wording, tables, findings: composing };
  if (reportLongLists({ ...workbooks, findings })) return null;
  return {
    loaded,
    composition: {
      plan,
      view,
      wording,
      tables: shareTables(tables.composeTable, hearing, composing),
      findings: composing,
    },
    workbooks,
  };
}
