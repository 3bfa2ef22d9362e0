import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasTool, pdfText, validateOoxml } from '../validators.ts';
import { faultLines, office, Project, second } from './project.ts';

let project: Project;
const register = (...args: readonly string[]) => project.run('register', args);
const folder = 'output/发文登记簿';

beforeEach(() => {
  project = new Project(office, second);
});
afterEach(() => project.remove());

const number = (plan: string, from: string, to: string) => project.edit(`data/${plan}/公文.yaml`, from, to);

describe('the register of documents sent', () => {
  test('has a line for each plan, with pages once they are built', async () => {
    const early = await register();
    expect(early.code).toBe(0);
    expect(faultLines(early.err).map((line) => line.split('（')[0])).toEqual(
      expect.arrayContaining([
        '警告：三政发〔2022〕6号还没有生成，页数空着',
        '警告：禾政发〔2024〕12号还没有生成，页数空着',
        '警告：三政发〔2022〕缺1至5号',
        '警告：禾政发〔2024〕缺1至11号',
      ]),
    );
    expect(project.files(folder)).toEqual(['manifest.json', '发文登记簿.pdf', '发文登记簿.xlsx'].sort());

    await project.build('--only', 'notice', '--format', 'pdf');
    const { code, out, err } = await register();
    expect(code).toBe(0);
    expect(err).not.toContain('还没有生成');
    expect(out).toContain('已登记 2 件发文，发文登记簿放在 output/发文登记簿');
    expect(await validateOoxml([project.path(folder, '发文登记簿.xlsx')])).toEqual([]);
    if (!hasTool('pdftotext')) return;
    const words = (await pdfText(project.path(folder, '发文登记簿.pdf'))).replace(/\s/gu, '');
    for (const cell of [
      '三政发〔2022〕6号',
      '2022-05-24',
      '禾政发〔2024〕12号',
      '2024-03-18',
      '各村、存档',
      '共2件，34份',
    ]) {
      expect(words).toContain(cell);
    }
  });

  test('has the 档号 of what was closed, by its latest version, and tells of one closed twice', async () => {
    const codes = `data/${second}/归档.yaml`;
    const written = ['全宗号: "0001"', '全宗名称: 禾丰镇人民政府', '保管期限: 10年', '件号: 12'];
    project.write(codes, ['归档:', ...written].join('\n  '));
    await project.build('--plan', second);
    // One of its names is rare: on some machines another face helps out for it.
    const close = () => project.run('archive', ['--plan', second, '--accept-faces']);
    for (const _ of [1, 2]) expect((await close()).code).toBe(0);
    expect((await register()).err).not.toContain('archive/');
    const number = () => {
      const parts = unzipSync(readFileSync(project.path(folder, '发文登记簿.xlsx')));
      const xml = Object.values(parts).map((part) => strFromU8(part));
      return /\d{4}-WS·2024-D10-\d{4}/.exec(xml.join('\n'))?.[0];
    };
    expect(number()).toBe('0001-WS·2024-D10-0012');

    project.edit(codes, '件号: 12', '件号: 13');
    await project.build('--plan', second);
    await close();
    const { code, err } = await register();
    expect(code).toBe(0);
    expect(err).toContain('禾政发〔2024〕12号归档在 0001-WS·2024-D10-0012、0001-WS·2024-D10-0013 之下');
    expect(number()).toBe('0001-WS·2024-D10-0013');
  });

  test('the same data and files give the same bytes', async () => {
    await register();
    const before = project.snapshot(folder);
    for (const file of project.files(folder)) project.removeFile(`${folder}/${file}`);
    await register();
    expect(project.snapshot(folder)).toEqual(before);
  });

  test('a number used twice is an error at the second place; the register stays as it was', async () => {
    await register();
    const before = project.snapshot(folder);
    number(second, '禾政发〔2024〕12号', '三政发〔2022〕6号');
    number(second, '成文日期: 2024-03-18', '成文日期: 2022-03-18');
    const { code, err } = await register();
    expect(code).toBe(1);
    expect(faultLines(err)[0]).toBe(
      `错误：发文字号三政发〔2022〕6号用了两次（printing/double-number） ${project.at(`data/${second}/公文.yaml`, '三政发')}`,
    );
    expect(err).toContain(project.at(`data/${office}/公文.yaml`, '三政发'));
    expect(project.snapshot(folder)).toEqual(before);
  });

  test('numbers in a row leave no gap', async () => {
    number(office, '三政发〔2022〕6号', '三政发〔2022〕1号');
    number(second, '禾政发〔2024〕12号', '禾政发〔2024〕1号');
    expect((await register()).err).not.toContain('printing/number-gap');
  });

  test('a plan with faults is told, and nothing is registered', async () => {
    number(second, '成文日期: 2024-03-18', '成文日期: 2024-13-18');
    const { code, err } = await register();
    expect(code).toBe(1);
    expect(faultLines(err)[0]).toContain('data/date');
    expect(project.snapshot(folder)).toBeNull();
  });

  test('options', async () => {
    expect((await register('--help')).out).toContain('发文登记簿');
    expect((await register('--plan', 'x')).code).toBe(2);
  });
});
