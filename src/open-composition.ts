import type { Composition } from './composition/documents.ts';
import { createWording } from './composition/engine/engine.ts';
import { createTables } from './composition/tables/tables.ts';
import { planView } from './composition/view/plan-view.ts';
import type { WorkbookSource } from './composition/workbooks/compose-workbook.ts';
import type { Findings } from './diagnostics/findings.ts';
import type { DataFile } from './plan/loading/data-files.ts';
import { type LoadedPlan, readPlan } from './plan/loading/read-plan.ts';
import type { TextFiles } from './workspace.ts';

/** A plan that is read, with what documents and workbooks are composed from. */
export interface OpenComposition {
  readonly loaded: LoadedPlan;
  readonly composition: Composition;
  readonly workbooks: WorkbookSource;
}

/** Reads a plan and its templates; null when the data have errors. */
export function openComposition(
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
): OpenComposition | null {
  const loaded = readPlan(files, findings);
  if (loaded === null || findings.hasErrors) return null;
  const { plan, placeOf } = loaded;
  const wording = createWording(templates, findings);
  const tables = createTables(templates, wording, findings);
  const view = planView(plan, placeOf);
  return {
    loaded,
    composition: { plan, view, wording, tables: tables.composeTable, findings },
    workbooks: { plan, view, wording, tables, findings },
  };
}
