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
