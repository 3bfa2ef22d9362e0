import { existsSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CompiledProject, ended } from './compiled.ts';
import { office, second } from './project.ts';

type Snapshot = ReadonlyMap<string, string>;

const project = new CompiledProject(second);
afterAll(() => project.remove());

const data = `data/${second}/任务和村庄.yaml`;
const output = `output/${second}`;
const isOurs = (path: string): boolean => path.startsWith('.');

/** The two states the data go between, with the whole sets they give. */
const texts: string[] = [];
const sets: Snapshot[] = [];
let duration = 0;

beforeAll(async () => {
  texts.push(project.read(data));
  project.edit(data, '由三个自然村合并而成', '由四个自然村合并而成');
  project.edit(data, '名称: 东泉', '名称: 西泉');
  project.edit(`data/${second}/任务和村庄.yaml`, '名称: 柳林', '名称: 杨柳林');
  texts.push(project.read(data));
  for (const [index, text] of texts.entries()) {
    project.write(data, text);
    expect((await project.process(['build', '--out', `第${index}`])).code).toBe(0);
    sets.push(project.snapshot(`第${index}/${second}`) ?? new Map());
  }
  project.write(data, texts[0] ?? '');
  await project.process(['build']);
  project.write(data, texts[1] ?? '');
  const start = performance.now();
  await project.process(['build']);
  duration = performance.now() - start;
});

/** A number between 0 and 1 that looks like chance and is the same in every run. */
function* chance(): Generator<number> {
  for (let state = 20221125; ; state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0)
    yield state / 2 ** 32;
}

describe('a build killed at a hundred moments', () => {
  test('leaves whole files, old or new; the next one completes the set and leaves no debris', {
    timeout: 900_000,
  }, async () => {
    const numbers = chance();
    let killed = 0;
    let state = 1;
    /** How long builds take that make everything, and what changed. */
    const lasting = { all: duration, changed: duration };
    for (let round = 0; round < 100; round++) {
      const before = sets[state] ?? new Map();
      state = 1 - state;
      const after = sets[state] ?? new Map();
      project.write(data, texts[state] ?? '');
      const start = performance.now();
      const what = round % 3 === 0 ? 'all' : 'changed';
      const child = project.start(['build', ...(what === 'all' ? ['--force'] : [])]);
      const end = ended(child).then(({ code }) => ({ code, taken: performance.now() - start }));
      await setTimeout((numbers.next().value ?? 0) * lasting[what] * 1.1);
      child.kill('SIGKILL');
      const { code, taken } = await end;
      if (code === null) killed += 1;
      // The machine has got faster: later moments would all be too late.
      else lasting[what] = Math.min(lasting[what], taken);

      const left = project.snapshot(output) ?? new Map();
      for (const [path, content] of left) {
        if (isOurs(path)) continue;
        const known = content === before.get(path) || content === after.get(path);
        expect(known, `${path} is torn after round ${round}`).toBe(true);
      }
      for (const path of before.keys()) {
        if (after.has(path)) expect(left.has(path), `${path} is missing after round ${round}`).toBe(true);
      }

      const next = await project.run('build', [], false, project.program);
      expect([next.code, next.err], `round ${round}`).toEqual([0, '']);
      const made = project.snapshot(output) ?? new Map();
      expect([...made.keys()], `round ${round}`).toEqual([...after.keys()]);
      for (const [path, content] of after)
        expect(made.get(path) === content, `${path} in ${round}`).toBe(true);
    }
    expect(killed).toBeGreaterThan(60);
  });
});

test('a build whose jobs three threads make, killed, leaves whole files too, which the next one completes', async () => {
  const several = new CompiledProject(office);
  const template = 'templates/村任务书.md';
  const words = ['请逐项抓好落实', '请逐一抓好落实'] as const;
  const build = ['build', '--jobs', '3'];
  try {
    const states: Snapshot[] = [];
    for (const [index, other] of [
      [1, 0],
      [0, 1],
    ] as const) {
      expect((await several.process(build)).code).toBe(0);
      states.push(several.snapshot('output') ?? new Map());
      several.edit(template, words[other], words[index]);
    }
    const start = performance.now();
    await several.process([...build, '--force']);
    const lasting = performance.now() - start;
    let killed = 0;
    for (let round = 0; round < 6; round++) {
      const [from, to] = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      several.edit(template, words[from], words[to]);
      const child = several.start([...build, '--force']);
      const end = ended(child);
      await setTimeout((0.3 + round * 0.12) * lasting);
      child.kill('SIGKILL');
      if ((await end).code === null) killed += 1;
      for (const [path, content] of several.snapshot('output') ?? []) {
        const known = path.includes('/.') || states.some((state) => state.get(path) === content);
        expect(known, `${path} is torn after round ${round}`).toBe(true);
      }
      expect((await several.process(build)).code).toBe(0);
      expect(several.snapshot('output')).toEqual(states[to]);
    }
    expect(killed).toBeGreaterThan(3);
  } finally {
    several.remove();
  }
});

/** Waits until a build holds the output folder. */
async function untilBuilding(): Promise<void> {
  while (!existsSync(project.path(output, '.正在生成'))) await setTimeout(5);
}

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the build with 130; everything is as it was',
    async (signal) => {
      const before = project.snapshot('output');
      const child = project.start(['build', '--force']);
      const end = ended(child);
      await untilBuilding();
      child.kill(signal);
      const { code, err } = await end;
      expect(code).toBe(130);
      expect(err).toContain('已停止');
      expect(project.snapshot('output')).toEqual(before);
    },
  );
});

test.skipIf(process.platform === 'win32')('so does Ctrl-C while two threads work', async () => {
  const large = new CompiledProject(office);
  const villages = Array.from({ length: 420 }, (_, index) => {
    const year = index < 126 ? 2022 : index < 336 ? 2023 : 2024;
    return `  - { 名称: 第${index + 1}庄, 达标年度: ${year} }\n`;
  });
  large.write(`data/${office}/村居.yaml`, `村居:\n${villages.join('')}`);
  try {
    await large.process(['plan', '--only', 'notice']);
    const before = large.files('.');
    const child = large.start(['build', '--only', 'task-sheet', '--jobs', '2']);
    const end = ended(child);
    const staging = large.path('output', office, '.未完成');
    while (!existsSync(staging) || readdirSync(staging).length < 20) await setTimeout(5);
    child.kill('SIGINT');
    const { code, err } = await end;
    expect([code, err]).toEqual([130, expect.stringContaining('已停止')]);
    const isKept = (path: string): boolean => /^(?:dist|\.cache\/kept)\//.test(path);
    expect(large.files('.').filter((path) => !isKept(path))).toEqual(before.filter((path) => !isKept(path)));
  } finally {
    large.remove();
  }
});

test('of two builds at once the second waits for the first, or says who builds', async () => {
  const before = project.snapshot('output');
  const first = project.start(['build', '--force']);
  const firstEnd = ended(first);
  await untilBuilding();
  const later = await project.process(['build', '--force']);
  expect((await firstEnd).code).toBe(0);
  if (later.code !== 0) expect(later.err).toContain(`进程号 ${first.pid}`);
  expect(project.snapshot('output')).toEqual(before);
});
