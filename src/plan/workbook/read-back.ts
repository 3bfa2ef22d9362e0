import * as z from 'zod';
import { Findings } from '../../diagnostics/findings.ts';
import { nodeAt, plainValue } from '../loading/source-tree.ts';
import { openWorkbook } from '../loading/xlsx/read-workbook.ts';
import { type Plan, planSchema } from '../schema.ts';
import type { TableDescription } from '../tables/description.ts';
import { readTable } from '../tables/read-table.ts';

type Stored = Record<string, unknown>;

/** Stored data with another value at a path of keys. */
function replaced(stored: Stored, [key, ...rest]: readonly string[], value: unknown): Stored {
  if (key === undefined) return stored;
  return { ...stored, [key]: rest.length === 0 ? value : replaced(stored[key] as Stored, rest, value) };
}

/**
 * The tables that read from a workbook file are not what the plan holds: a cell cannot hold everything a text file
 * can, as a list with a 顿号 inside an entry.
 */
export function unfaithfulTables(
  plan: Plan,
  bytes: Uint8Array,
  tables: readonly TableDescription[],
): readonly TableDescription[] {
  const stored = z.encode(planSchema, plan);
  const expected = JSON.stringify(plan);
  const sheets = openWorkbook('', bytes, new Findings()) ?? [];
  return tables.filter((table) => {
    const grid = sheets.find((sheet) => sheet.name === table.name)?.read(new Findings()) ?? null;
    const map = grid === null ? null : readTable(grid, table, new Findings());
    const node = map === null ? null : nodeAt(map, table.path);
    const read = planSchema.safeParse(replaced(stored, table.path, node === null ? null : plainValue(node)));
    return !read.success || JSON.stringify(read.data) !== expected;
  });
}
