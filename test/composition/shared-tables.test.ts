import { expect, test } from 'vitest';
import { Hearing, shareTables } from '../../src/composition/shared-tables.ts';
import { planView, villageView } from '../../src/composition/view/plan-view.ts';
import type { View } from '../../src/composition/wording.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { nowhere } from '../../src/diagnostics/place.ts';
import type { Table } from '../../src/document/table.ts';
import { readPlan, shippedPlan } from './tables/plans.ts';

const { plan } = readPlan(shippedPlan);
const table = (): Table => ({
  kind: 'table',
  name: '任务清单',
  size: '五号',
  columns: [],
  head: [],
  body: [],
  place: nowhere,
});

/** Composes a table for two villages, reading something of what they see; tells whether they share it, and what was told. */
function composeTwice(read: (view: View, hearing: Hearing, findings: Findings) => unknown) {
  const told: string[] = [];
  const findings = new Findings();
  const hearing = new Hearing({ villages: () => told.push('村居'), template: (file) => told.push(file) });
  const view = planView(plan, () => nowhere, hearing);
  const compose = shareTables(
    (_, own) => {
      read(own, hearing, findings);
      return table();
    },
    hearing,
    findings,
  );
  const [first, second] = plan.villages
    .slice(0, 2)
    .map((village) => compose('任务清单', villageView(view, village), nowhere));
  return { isShared: first === second, told, found: findings.count };
}

test('documents share a table that says nothing of them', () => {
  expect(composeTwice((view) => view.年度任务).isShared).toBe(true);
});

test.each<readonly [string, (view: View) => unknown]>([
  ['says something of the village', (view) => view.村],
  ['is about all villages, so that every job is known to have read them', (view) => view.村居],
])('but not one that %s', (_, read) => {
  expect(composeTwice(read).isShared).toBe(false);
});

test('what a table says where there is no village is not said where there is one', () => {
  const findings = new Findings();
  const hearing = new Hearing({ villages: () => undefined, template: () => undefined });
  const view = planView(plan, () => nowhere, hearing);
  const compose = shareTables(
    (name, { 村 }) => ({ ...table(), name: 村 === undefined ? `${name}（全镇）` : name }),
    hearing,
    findings,
  );
  const views = [view, ...plan.villages.slice(0, 1).map((village) => villageView(view, village))];
  expect(views.map((each) => compose('任务清单', each, nowhere)?.name)).toEqual([
    '任务清单（全镇）',
    '任务清单',
  ]);
});

test('what all villages are read for is told each time', () => {
  expect(composeTwice((view) => view.村居).told).toEqual(['村居', '村居']);
});

test('the templates of a shared table are told for every document', () => {
  const { isShared, told } = composeTwice((_, hearing) => hearing.template('templates/表格/任务清单.yaml'));
  expect(isShared).toBe(true);
  expect(told).toEqual(['templates/表格/任务清单.yaml', 'templates/表格/任务清单.yaml']);
});

test('what is found is found each time', () => {
  const place = { kind: 'file', file: '任务清单.yaml', line: 1, column: 1 } as const;
  const twice = composeTwice((_, _hearing, findings) => findings.report('template/table', '不是列表', place));
  expect(twice).toMatchObject({ isShared: false, found: 2 });
});
