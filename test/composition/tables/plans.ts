import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createWording } from '../../../src/composition/engine/engine.ts';
import { createTables } from '../../../src/composition/tables/tables.ts';
import { planView } from '../../../src/composition/view/plan-view.ts';
import type { WorkbookSource } from '../../../src/composition/workbooks/compose-workbook.ts';
import { Findings } from '../../../src/diagnostics/findings.ts';
import { planSchema } from '../../../src/plan/schema.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const definitions = join(root, 'templates', '表格');

/** The shipped plan: four fields, ten villages in three years. */
export const shippedPlan = join(root, 'data', '2022-清廉村居创建');

/** A small plan of another township: two fields, four villages in two years, one of them with a long name. */
export const smallPlan = join(root, 'test', 'fixtures', 'plans', '2024-人居环境整治');

/** The shipped table definitions, by the names the engine knows them by. */
export const shippedDefinitions = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(definitions)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [`表格/${file}`, readFileSync(join(definitions, file), 'utf8')]),
  );

/** A plan's folder with the shipped definitions, ready to be made into tables and workbooks. */
export function readPlan(folder: string): WorkbookSource {
  const stored = Object.assign(
    {},
    ...readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => parse(readFileSync(join(folder, file), 'utf8'))),
  );
  const plan = planSchema.decode(stored);
  const findings = new Findings();
  const templates = shippedDefinitions();
  const wording = createWording(templates, findings);
  const view = planView(plan, (path) => ({ kind: 'file', file: path.join('/'), line: 1, column: 1 }));
  return { plan, view, wording, findings, tables: createTables(templates, wording, findings) };
}
