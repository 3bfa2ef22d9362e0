import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLines, Project, second } from './project.ts';

let project: Project;

const print = (...args: readonly string[]) => project.run('print', args);
const folder = `output/${second}/5-打印`;
const data = `data/${second}/公文.yaml`;
const sheet = `output/${second}/3-村任务书/01 东泉2024年任务书.pdf`;

const distribute = (...entries: readonly string[]) =>
  project.write(
    `data/${second}/分发.yaml`,
    `分发:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`,
  );

beforeEach(() => {
  project = new Project(second);
});
afterEach(() => project.remove());

describe('before anything was built', () => {
  test('the clerk is told to build first; nothing is written', async () => {
    const { code, err } = await print();
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual(['错误：这个方案还没有生成（printing/not-built）']);
    expect(err).toContain('先运行 npm run build:docs');
    expect(project.snapshot('output')).toBeNull();
  });

  test.each([
    [['--only', 'booklets'], '--only 不认识“booklets”（command/usage）'],
    [['--cover'], '“--cover”写法不对（command/usage）'],
    [['东泉'], '多写了“东泉”（command/usage）'],
    [['--plan', '没有'], 'data 文件夹里没有“没有”这个方案（command/usage）'],
  ])('a wrong option: %j', async (args, message) => {
    const { code, err } = await print(...args);
    expect(code).toBe(2);
    expect(faultLines(err)).toEqual([`错误：${message}`]);
  });

  test('--help tells the options', async () => {
    expect((await print('--help')).out).toContain('--no-cover');
  });
});

describe('a built set', () => {
  beforeEach(async () => {
    expect((await project.build('--format', 'pdf')).code).toBe(0);
  });

  test('is printed by recipient, by document and as booklets; a second run changes nothing', async () => {
    const { code, out } = await print();
    expect(code).toBe(0);
    expect(project.files(folder)).toEqual(
      [
        '印制单.docx',
        '印制单.pdf',
        '印制单.xlsx',
        '签收登记表.docx',
        '签收登记表.pdf',
        '签收登记表.xlsx',
        '按收文单位/01 东泉.pdf',
        '按收文单位/02 上官庄子牛角湾新村.pdf',
        '按收文单位/03 垚堡.pdf',
        '按收文单位/04 柳林.pdf',
        '按收文单位/05 存档.pdf',
        '按收文单位/全部.pdf',
        '按文件/01 关于印发《禾泉镇农村人居环境整治提升工作方案》的通知（印6份）.pdf',
        '按文件/02 各村2024年任务书（印1份）.pdf',
        '按文件/03 各村评价表（印1份）.pdf',
        '骑马订/01 关于印发《禾泉镇农村人居环境整治提升工作方案》的通知（印6份）.pdf',
        'manifest.json',
      ].sort(),
    );
    expect(out).toContain('纸质发 5 家、30 份');
    expect(out).toContain('（printing/usual-list）');
    const before = project.snapshot(folder);
    const times = project.files(folder).map((file) => statSync(project.path(folder, file)).mtimeMs);
    await print();
    expect(project.snapshot(folder)).toEqual(before);
    expect(project.files(folder).map((file) => statSync(project.path(folder, file)).mtimeMs)).toEqual(times);
  });

  test('a file changed by hand, and one that is gone, are each named; nothing is printed', async () => {
    project.write(sheet, Buffer.concat([readFileSync(project.path(sheet)), Buffer.from('\n')]));
    const gone = sheet.replace('01 东泉', '04 柳林');
    project.removeFile(gone);
    const { code, err } = await print();
    expect(code).toBe(1);
    const near = (path: string) => path.replace(`output/${second}/`, '');
    expect(faultLines(err)).toEqual([
      `错误：${near(sheet)} 和生成时不一样（printing/changed-file）`,
      `错误：${near(gone)} 不在输出文件夹里（printing/missing-file）`,
    ]);
    expect(project.snapshot(folder)).toBeNull();
  });

  test('data that say another title than what was built', async () => {
    project.edit(data, '〔2024〕12号', '〔2024〕13号');
    const { code, err } = await print();
    expect(code).toBe(1);
    const title = '《禾泉镇农村人居环境整治提升工作方案》';
    expect(faultLines(err)).toEqual([
      `错误：数据改过以后还没有重新生成：生成的是禾政发〔2024〕12号${title}，现在是禾政发〔2024〕13号${title}（printing/stale）`,
    ]);
  });

  test('data that change a village’s own words after it was built: its files are named, nothing is printed', async () => {
    project.edit(`data/${second}/任务和村庄.yaml`, '由三个自然村合并而成', '由四个自然村合并而成');
    const { code, err } = await print();
    expect(code).toBe(1);
    const faults = faultLines(err);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      expect(fault).toMatch(/02 上官庄子牛角湾新村.*\.pdf 是数据或模板改动以前生成的（printing\/stale）$/u);
    }
    await project.build('--format', 'pdf');
    expect((await print()).code).toBe(0);
  });

  test('a document somebody gets and the build did not make stands at its entry', async () => {
    distribute('收文单位: 存档, 类别: 存档, 文件: [通知, 附件1], 份数: 1');
    project.write(
      `output/${second}/manifest.json`,
      JSON.stringify({
        ...project.manifest(`output/${second}`),
        jobs: project.manifest(`output/${second}`).jobs.filter(({ kind }) => kind !== 'attachment'),
      }),
    );
    const { code, err } = await print();
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：要发给“存档”的附件1还没有生成 PDF（printing/not-built） ${project.at(`data/${second}/分发.yaml`, '存档, 类别')}`,
    ]);
  });

  test('an unknown recipient and no copies: both at their places, nothing printed', async () => {
    distribute('收文单位: 西泉, 类别: 村', '收文单位: 东泉, 类别: 村, 份数: 0');
    const { code, err } = await print();
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：“西泉”没有写在“村居”里（data/unknown-recipient） ${project.at(`data/${second}/分发.yaml`, '西泉')}`,
      `错误：“份数”应不小于1（data/value） ${project.at(`data/${second}/分发.yaml`, '0 }')}`,
    ]);
    expect(project.snapshot(folder)).toBeNull();
  });

  test('what goes by mail is laid ready as it was built', async () => {
    distribute(
      '收文单位: 东泉, 类别: 村, 文件: [通知, 本村任务书]',
      '收文单位: 柳林, 类别: 村, 文件: [本村任务书], 方式: 电子邮件',
    );
    expect((await print('--only', 'recipient', '--no-cover')).code).toBe(0);
    const mailed = project.files(`${folder}/电子邮件`);
    expect(mailed).toEqual(['02 柳林/04 柳林2024年任务书.pdf']);
    const hash = (path: string) =>
      createHash('sha256')
        .update(readFileSync(project.path(path)))
        .digest('hex');
    expect(hash(`${folder}/电子邮件/${mailed[0]}`)).toBe(hash(sheet.replace('01 东泉', '04 柳林')));
    expect(project.files(`${folder}/按收文单位`)).toEqual(['01 东泉.pdf', '全部.pdf']);
  });

  test('what an earlier list asked for goes, unless somebody worked on it', async () => {
    distribute('收文单位: 各村, 类别: 村');
    await print('--only', 'recipient');
    project.write(`${folder}/按收文单位/02 上官庄子牛角湾新村.pdf`, '有人改过');
    distribute('收文单位: 东泉, 类别: 村');
    expect((await print('--only', 'recipient')).code).toBe(0);
    const left = project.files(`${folder}/按收文单位`);
    expect(left.filter((file) => !file.includes('手改'))).toEqual(['01 东泉.pdf', '全部.pdf']);
    expect(left.filter((file) => file.includes('手改'))).toHaveLength(1);
  });

  test('a folder where a file goes: it is named, and the earlier print set stays as it was', async () => {
    await print('--only', 'document');
    const blocked = `${folder}/签收登记表.pdf`;
    rmSync(project.path(blocked));
    mkdirSync(project.path(blocked));
    const before = project.snapshot(folder);
    distribute('收文单位: 东泉, 类别: 村');
    const { code, err } = await print('--only', 'document');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：${project.path(blocked)}：这里已经有一个同名的文件夹（delivery/unwritable）`,
    ]);
    expect(project.snapshot(folder)).toEqual(before);
  });
});
