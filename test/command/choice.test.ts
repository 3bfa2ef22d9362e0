import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultLines, office, Project, records, second } from './project.ts';

const project = new Project(office, second);
afterAll(() => project.remove());

describe('what the command cannot make sense of', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['an option misspelled', ['--plna', 'x'], ['不认识“--plna”这个选项', '是不是“--plan”？']],
    ['an option without its text', ['--village'], ['--village 后面要写内容']],
    ['an option with an empty text', ['--only', ' ， '], ['--only 后面是空的']],
    ['an empty output folder', ['--out='], ['--out 后面是空的']],
    ['a text where none is taken', ['--json=3'], ['--json 后面不用写内容']],
    ['a kind misspelled', ['--only', 'notise'], ['--only 不认识“notise”', '是不是“notice”？']],
    ['a format misspelled', ['--format', 'word'], ['--format 不认识“word”', '可以写：docx、pdf、xlsx。']],
    ['a word too many', ['notice'], ['多写了“notice”', '两个减号']],
    ['a village nobody knows', ['--village', '东姚村'], ['没有“东姚村”这个村居', '是不是“东姚庄”？']],
    [
      'a plan nobody knows',
      ['--plan', '2022-清廉村'],
      ['没有“2022-清廉村”这个方案', '是不是“2022-清廉村居创建”？'],
    ],
    ['a plan elsewhere', ['--plan', '/srv/方案'], ['没有“/srv/方案”这个方案', '放在 data 下的一个文件夹里']],
    [
      'a choice that makes nothing',
      ['--only', 'task-ledger', '--format', 'pdf'],
      ['没有文件可以生成', '只有 Excel'],
    ],
    ['a village for what is no village’s', ['--only', 'notice', '--village', '东姚庄'], ['没有文件可以生成']],
  ])('%s', async (_, args, expected) => {
    const outcome = await project.build(...args);
    expect(outcome.code).toBe(2);
    expect(outcome.out).toBe('');
    for (const part of expected) expect(outcome.err).toContain(part);
    expect(project.snapshot('output')).toBeNull();
  });

  test('all of it at once', async () => {
    const { err } = await project.build('--only', 'notise', '--format', 'doc,pdf', '多余');
    expect(faultLines(err)).toEqual([
      '错误：--format 不认识“doc”（command/usage）',
      '错误：--only 不认识“notise”（command/usage）',
      '错误：多写了“多余”（command/usage）',
    ]);
  });

  test('as JSON for other programs', async () => {
    const outcome = await project.build('--json', '--plna');
    expect(records(outcome)).toMatchObject([{ rule: 'command/usage', severity: 'error' }]);
    expect(outcome.err).toBe('');
  });
});

test('--help tells every option, kind and exit code, and does nothing', async () => {
  const { code, out, err } = await project.build('--only', 'notice', '--help');
  expect([code, err]).toEqual([0, '']);
  const words = ['--plan', '--only', '--village', '--format', '--out', '--json', '--help', '结束代码'];
  const kinds = [
    'notice',
    'attachment',
    'task-sheet',
    'task-ledger',
    'evaluation-form',
    'evaluation-summary',
  ];
  for (const word of [...words, ...kinds]) expect(out).toContain(word);
  expect(project.snapshot('output')).toBeNull();
});

test('an unknown command', async () => {
  expect(await project.run('fax', [])).toMatchObject({ code: 2, err: '没有“fax”这个命令。\n' });
});

describe('a part of the set', () => {
  const made = async (...args: readonly string[]): Promise<readonly string[]> => {
    const out = `out-${args.join('')}`;
    const outcome = await project.build('--plan', office, ...args, '--out', out);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const files = project.files(`${out}/${office}`).filter((path) => path !== 'manifest.json');
    const { jobs } = project.manifest(`${out}/${office}`);
    expect(jobs.flatMap((job) => job.files.map(({ path }) => path)).sort()).toEqual(files);
    return files;
  };

  test('by kind', async () => {
    expect(await made('--only', 'task-ledger,evaluation-summary')).toEqual([
      '3-村任务书/2022年任务台账（全部村居）.xlsx',
      '4-村评价表/评价汇总表（全部村居）.xlsx',
    ]);
  });

  test('by village, in two ways to write a list', async () => {
    expect(await made('--village', '西姚、李卓', '--village', '李卓', '--format', 'docx')).toEqual([
      '3-村任务书/02 李卓2022年任务书.docx',
      '3-村任务书/09 西姚2022年任务书.docx',
      '4-村评价表/02 李卓评价表.docx',
      '4-村评价表/09 西姚评价表.docx',
    ]);
  });

  test('by format', async () => {
    expect(await made('--format', 'xlsx', '--only', 'attachment')).toEqual([
      '2-附件/附件2 三管镇清廉村居创建行动2022年任务清单.xlsx',
      '2-附件/附件3 三管镇清廉村居创建2022—2024年任务分解表.xlsx',
    ]);
  });

  test('by all of them', async () => {
    expect(await made('--only', 'evaluation-form', '--village', '黄家庄', '--format', 'xlsx,docx')).toEqual([
      '4-村评价表/10 黄家庄评价表.docx',
      '4-村评价表/10 黄家庄评价表.xlsx',
    ]);
  });
});

describe('a village of one plan where there are several', () => {
  test('a document number that another plan has, though only one is built', async () => {
    const file = `data/${second}/公文.yaml`;
    const stored = project.read(file);
    project.write(file, stored.replace(/发文字号: .*/u, '发文字号: 三政发〔2022〕6号'));
    const { code, err } = await project.build('--plan', office, '--only', 'notice', '--out', '一个方案');
    project.write(file, stored);
    expect([code, faultLines(err)]).toEqual([
      1,
      [expect.stringContaining(`发文字号“三政发〔2022〕6号”与“${second}”的相同（data/number-twice）`)],
    ]);
    expect(err).toContain(`另一个在 ${file}`);
  });

  test('makes files of that plan only', async () => {
    const { code, out } = await project.build('--village', '垚堡', '--format', 'docx', '--out', '一村');
    expect(code).toBe(0);
    expect(project.files('一村')).toEqual([
      `${second}/3-村任务书/03 垚堡2024年任务书.docx`,
      `${second}/4-村评价表/03 垚堡评价表.docx`,
      `${second}/manifest.json`,
    ]);
    expect(out).not.toContain(office);
  });
});

describe('a plan may be named by a path', () => {
  test.each([
    ['its name', () => second],
    ['a path', () => `data/${second}`],
    ['a path with a slash at its end', () => `data/${second}/`],
    ['a path from here', () => `./data/${second}`],
    ['a path as Windows writes it', () => `data\\${second}\\`],
    ['a path from the root', () => project.path('data', second)],
    ['a file in it', () => `data/${second}/方案.yaml`],
  ])('%s', async (_, given) => {
    const { code } = await project.build('--plan', given(), '--only', 'task-ledger', '--out', '路径');
    expect(code).toBe(0);
    expect(project.files('路径')).toEqual([
      `${second}/3-村任务书/2024年任务台账（全部村居）.xlsx`,
      `${second}/manifest.json`,
    ]);
  });
});

describe('the manifest keeps what an earlier build left', () => {
  const folder = `分次/${office}`;
  const entries = () =>
    project
      .manifest(folder)
      .jobs.map(({ id, files }) => `${id}: ${files.map(({ format }) => format).join(' ')}`);
  const build = (...args: readonly string[]) => project.build('--plan', office, ...args, '--out', '分次');

  beforeAll(async () => {
    await build('--only', 'evaluation-form', '--village', '新庄', '--format', 'xlsx');
  });

  test('other jobs, other formats of the same job, in the order of use', async () => {
    await build('--village', '新庄', '--format', 'docx');
    expect(entries()).toEqual(['task-sheet/新庄: docx', 'evaluation-form/新庄: docx xlsx']);
    await build('--only', 'task-ledger');
    expect(entries()).toEqual([
      'task-sheet/新庄: docx',
      'task-ledger: xlsx',
      'evaluation-form/新庄: docx xlsx',
    ]);
  });

  test('not what somebody deleted since', async () => {
    project.removeFile(`${folder}/3-村任务书/03 新庄2022年任务书.docx`);
    await build('--only', 'task-ledger');
    expect(entries()).toEqual(['task-ledger: xlsx', 'evaluation-form/新庄: docx xlsx']);
  });

  test('a manifest that is damaged is written anew', async () => {
    for (const text of ['{', 'null', '{"schema":1,"jobs":[3]}', '{"schema":9,"jobs":[]}']) {
      project.write(`${folder}/manifest.json`, text);
      expect(await build('--only', 'task-ledger')).toMatchObject({ code: 0, err: '' });
      expect(entries()).toEqual(['task-ledger: xlsx']);
    }
  });
});
