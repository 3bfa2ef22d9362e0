import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.ts';
import { openPlan } from '../../src/open-plan.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { typeset } from '../../src/typesetting/typeset.ts';
import { readTemplates } from '../../src/workspace.ts';
import { fixtureDocuments } from '../fixture-documents.ts';
import { machineFaces, root } from '../writers/pdf/sheets.ts';

/** What is wrong; notes are about what only other words could mend. */
const faulty = (found: Findings) => found.sorted().filter(({ severity }) => severity !== 'note');

const read = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(join(root, folder)).map((name) => [
      `${folder}/${name}`,
      readFileSync(join(root, folder, name), 'utf8'),
    ]),
  );

test.each(['data/2022-清廉村居创建', 'test/fixtures/plans/2024-人居环境整治'])(
  'nothing is wrong with the pages of %s',
  (folder) => {
    const findings = new Findings();
    const open = openPlan(read(folder), readTemplates(root), findings);
    const found = new Findings();
    for (const job of open?.jobs ?? []) {
      const document = job.document?.() ?? null;
      if (document === null) continue;
      preflight({ document, typeset: typeset(document, machineFaces()), title: job.title }, found);
    }
    expect(open?.jobs.length).toBeGreaterThan(10);
    expect(faulty(found)).toEqual([]);
  },
);

test.each(fixtureDocuments('forms'))(
  'nothing is wrong with the pages of a document in the form of $id',
  (document) => {
    const found = new Findings();
    preflight({ document, typeset: typeset(document, machineFaces()), title: document.id }, found);
    expect(found.sorted().filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
