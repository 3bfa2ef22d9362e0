import { afterAll, beforeAll, expect, test } from 'vitest';
import { CompiledProject } from './compiled.ts';
import { office, second } from './project.ts';

const here = new CompiledProject(office, second);
const elsewhere = new CompiledProject(office, second);
afterAll(() => {
  here.remove();
  elsewhere.remove();
});

let whole: ReadonlyMap<string, string> | null;
beforeAll(async () => {
  const { code, err } = await here.process(['build', '--jobs', '1'], {
    TZ: 'Asia/Shanghai',
    LANG: 'zh_CN.UTF-8',
  });
  expect([code, err]).toEqual([0, '']);
  whole = here.snapshot('output');
  expect(whole?.size).toBeGreaterThan(80);
});

test('another folder, time zone, language, number of threads and time give the same bytes', async () => {
  const { code } = await elsewhere.process(['build', '--jobs', '4'], {
    TZ: 'America/St_Johns',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    SOURCE_DATE_EPOCH: '86400',
  });
  expect(code).toBe(0);
  const other = elsewhere.snapshot('output');
  expect([...(other?.keys() ?? [])]).toEqual([...(whole?.keys() ?? [])]);
  for (const [path, content] of whole ?? []) expect(other?.get(path) === content, path).toBe(true);
});

test('so does a set made bit by bit, in another order', async () => {
  const parts = [
    ['--only', 'evaluation-summary,evaluation-form', '--format', 'xlsx'],
    ['--village', '黄家庄,东泉', '--format', 'pdf'],
    ['--only', 'task-sheet', '--format', 'pdf,docx'],
    ['--only', 'attachment,notice'],
    [],
  ];
  for (const part of parts) {
    expect(
      await elsewhere.process(['build', '--out', '逐步', ...part], { TZ: 'Pacific/Apia' }),
    ).toMatchObject({
      code: 0,
    });
  }
  const other = elsewhere.snapshot('逐步');
  expect([...(other?.keys() ?? [])]).toEqual([...(whole?.keys() ?? [])]);
  for (const [path, content] of whole ?? []) expect(other?.get(path) === content, path).toBe(true);
});

test('what is found is told alike, too: at the first place in the order of the plan, whatever thread was first', async () => {
  const told = [];
  for (const [project, threads] of [
    [here, '1'],
    [elsewhere, '3'],
  ] as const) {
    project.edit('templates/村任务书.md', '备注：{{村.备注}}', '{{村.备注}}。');
    for (const village of ['东姚庄', '李卓', '新庄', '三管'])
      project.edit(`data/${office}/村居.yaml`, `名称: ${village},`, `名称: ${village}, 备注: 台账已报。,`);
    const { code, err } = await project.process(['build', '--plan', office, '--jobs', threads]);
    expect(code).toBe(0);
    told.push([err, project.read(`output/${office}/manifest.json`)]);
  }
  expect(told[0]?.[0]?.match(/“。。”/gu)).toHaveLength(1);
  expect(told[1]).toEqual(told[0]);
});
