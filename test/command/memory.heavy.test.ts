import { afterAll, expect, test } from 'vitest';
import { CompiledProject } from './compiled.ts';
import { office } from './project.ts';

const project = new CompiledProject(office);
afterAll(() => project.remove());

/** Villages of the ledger, with twenty rows each. */
const villages = 4000;
/** Megabytes of memory for objects: the program and the plan alone take two thirds of it. */
const heap = 96;

/** The year in which a village is due, by its share of all before it: as many each year as the plan promises. */
const yearOf = (share: number): number => (share < 0.3 ? 2022 : share < 0.8 ? 2023 : 2024);

test('a ledger of eighty thousand rows is composed and written in little memory', async () => {
  const lines = Array.from(
    { length: villages },
    (_, index) => `  - { 名称: 第${index + 1}村, 达标年度: ${yearOf(index / villages)} }`,
  );
  project.write(`data/${office}/村居.yaml`, `村居:\n${lines.join('\n')}\n`);
  await project.process(['compile']);
  const { code, err } = await project.process(['build', '--only', 'task-ledger', '--jobs', '1'], {
    NODE_OPTIONS: `--max-old-space-size=${heap}`,
  });
  expect([code, err]).toEqual([0, '']);
  expect(project.files(`output/${office}`)).toContain('3-村任务书/2022年任务台账（全部村居）.xlsx');
});
