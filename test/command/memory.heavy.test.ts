import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostItems } from '../../src/plan/longest-list.ts';
import { CompiledProject } from './compiled.ts';
import { office } from './project.ts';

/** Megabytes for objects: the program and a plan of ten villages alone take 50. */
const heap = 128;
/** Most megabytes the process may take: Node itself and the program take 100. */
const peak = 380;

/** The year in which a village is due, by its share of all before it: as many each year as the plan promises. */
const yearOf = (share: number): number => (share < 0.3 ? 2022 : share < 0.8 ? 2023 : 2024);

/** So many villages with all that can be said of them, the first of each year a model. */
const villages = (count: number): string =>
  `村居:\n${Array.from({ length: count }, (_, index) => {
    const model = [0, 0.3, 0.8].some((share) => index === count * share) ? '是' : '否';
    return `  - { 名称: 第${index + 1}村, 达标年度: ${yearOf(index / count)}, 标杆村: ${model}, 备注: 第${index + 1}村联系人在册 }\n`;
  }).join('')}`;

const project = new CompiledProject(office);
beforeAll(() => project.process(['compile']));
afterAll(() => project.remove());

/** What a command took, and how it ended. */
interface Measured {
  readonly code: number | null;
  readonly err: string;
  /** Peak of memory. */
  readonly megabytes: number;
}

/** Runs a command with little memory for objects. */
async function measured(...args: readonly string[]): Promise<Measured> {
  project.write(
    'tell.cjs',
    `if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  require('node:fs').writeFileSync(${JSON.stringify(project.path('peak.txt'))}, String(maxRSS / 1024));
});`,
  );
  const preload = JSON.stringify(project.path('tell.cjs'));
  const options = `--max-old-space-size=${heap} --require ${preload}`;
  const { code, err } = await project.process(args, { NODE_OPTIONS: options });
  return { code, err, megabytes: Number(project.read('peak.txt')) };
}

test('lists of as many villages as a plan may have, a ledger of four hundred thousand rows among them', async () => {
  project.write(`data/${office}/村居.yaml`, villages(mostItems));
  const lists = ['task-ledger', 'evaluation-summary', 'notice', 'attachment'];
  const { code, megabytes } = await measured('build', '--only', lists.join(','), '--jobs', '1');
  expect(code).toBe(0);
  expect(megabytes).toBeLessThan(peak);
  expect(project.files(`output/${office}`)).toContain('3-村任务书/2022年任务台账（全部村居）.xlsx');
});

test('as many villages kept in a workbook', async () => {
  project.write(`data/${office}/村居.yaml`, villages(mostItems));
  expect(await project.process(['data-workbook', '--switch', '--table', '村居'])).toMatchObject({ code: 0 });
  const { code, megabytes } = await measured('build', '--only', 'evaluation-summary', '--jobs', '1');
  expect(code).toBe(0);
  expect(megabytes).toBeLessThan(peak);
});

test('more villages than that are refused before anything is made', async () => {
  const before = project.snapshot('output');
  project.removeFile(`data/${office}/数据.xlsx`);
  project.write(`data/${office}/村居.yaml`, villages(2 * mostItems));
  const { code, err, megabytes } = await measured('build');
  expect(code).toBe(1);
  expect(err).toContain(`村居.yaml:${mostItems + 2}:`);
  expect(megabytes).toBeLessThan(peak);
  expect(project.snapshot('output')).toEqual(before);
});
