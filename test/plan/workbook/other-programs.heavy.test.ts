import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DataFile } from '../../../src/plan/loading/data-files.ts';
import { planTables } from '../../../src/plan/tables/plan-tables.ts';
import { dataWorkbook } from '../../../src/plan/workbook/data-workbook.ts';
import { writeXlsx } from '../../../src/writers/xlsx/write-xlsx.ts';
import { convertWithLibreOffice, hasLibreOffice } from '../../libreoffice.ts';
import { validateOoxml } from '../../validators.ts';
import { filesWithoutTables, planFiles, planFolders, soundPlan } from './plan-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'data-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(planFolders)('the data workbook of %s', (plan) => {
  const files = planFiles(plan);
  const sound = soundPlan(files);
  const file = join(folder, `${planFolders.indexOf(plan)}.xlsx`);
  const written = writeXlsx(dataWorkbook(sound.plan, planTables)).then((bytes) => writeFileSync(file, bytes));

  test('is valid for the Open XML SDK', async () => {
    await written;
    expect(await validateOoxml([file])).toEqual([]);
  });

  test.skipIf(!hasLibreOffice())('saved by LibreOffice it is still the same plan', async () => {
    await written;
    const [saved = ''] = await convertWithLibreOffice([file], 'xlsx');
    const bytes = new Uint8Array(readFileSync(saved));
    const mixed = new Map<string, DataFile>([...filesWithoutTables(files), ['数据.xlsx', bytes] as const]);
    expect(soundPlan(mixed).plan).toEqual(sound.plan);
  });
});
