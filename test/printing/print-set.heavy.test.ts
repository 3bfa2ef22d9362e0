import { readdirSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { office, Project } from '../command/project.ts';
import {
  hasTool,
  inParallel,
  pdfFonts,
  pdfInfo,
  pdfText,
  preflight,
  qpdfCheck,
  validateOoxml,
} from '../validators.ts';

/** The office's plan, built, then printed with a run of 份号. */
let project: Project;
const output = `output/${office}`;
const folder = `${output}/5-打印`;
const path = (file: string): string => project.path(folder, file);

beforeAll(async () => {
  project = new Project(office);
  project.edit(`data/${office}/公文.yaml`, '  主送机关:', '  份号: "000101—000140"\n  主送机关:');
  expect((await project.build('--format', 'pdf')).code).toBe(0);
  expect((await project.run('print', [])).code).toBe(0);
});
afterAll(() => project.remove());

const filesIn = (way: string): readonly string[] =>
  project.files(`${folder}/${way}`).map((file) => `${way}/${file}`);
const pdfs = (): readonly string[] => [
  '印制单.pdf',
  '签收登记表.pdf',
  ...['按收文单位', '按文件', '骑马订'].flatMap(filesIn),
];

/** What each page says, white space left out. */
const pagesOf = async (file: string, ...options: readonly string[]): Promise<readonly string[]> =>
  (await pdfText(file, ...options))
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/gu, ''));

const builtPages = async (way: string, name: string): Promise<readonly string[]> => {
  const found = readdirSync(project.path(output, way)).find(
    (file) => file.endsWith('.pdf') && file.includes(name),
  );
  if (found === undefined) throw new Error(`${name} was not built`);
  return pagesOf(project.path(output, way, found));
};

/** The characters of a page, whatever their order: programs read a page that stands upright in another order. */
const lettersOf = (page: string): string => [...page].sort().join('');

describe.skipIf(!hasTool('pdftotext') || !hasTool('pdfinfo'))('page by page', () => {
  test('a village gets its slip, then notice, sheet and form, each from a right-hand page', async () => {
    const pages = await pagesOf(path('按收文单位/02 李卓.pdf'));
    const [notice, sheet, form] = await Promise.all([
      builtPages('1-印发通知', '通知'),
      builtPages('3-村任务书', '李卓'),
      builtPages('4-村评价表', '李卓'),
    ]);
    expect(notice).toHaveLength(18);
    // Slip and its back, 18 pages of the notice, 3 and a blank, 3 and a blank.
    expect(pages).toHaveLength(2 + 18 + 4 + 4);
    expect(pages[0]).toContain('收文单位：李卓');
    expect(pages[0]).not.toMatch(/—1—/u);
    expect(pages[1]).toBe('');
    expect(pages[2]).toContain('000102');
    expect(pages[2]?.replace('000102', '')).toBe(notice[0]);
    expect(pages.slice(3, 20).map(lettersOf)).toEqual(notice.slice(1).map(lettersOf));
    expect(pages.slice(20, 24).map(lettersOf)).toEqual([...sheet, ''].map(lettersOf));
    expect(pages.slice(24).map(lettersOf)).toEqual([...form, ''].map(lettersOf));
  });

  test('all recipients together are the recipients one after the other', async () => {
    const single = await inParallel(
      filesIn('按收文单位').filter((file) => !file.includes('全部')),
      (file) => pagesOf(path(file)),
    );
    expect(await pagesOf(path('按收文单位/全部.pdf'))).toEqual(single.flat());
  });

  test('every copy of the notice has its own 份号, none is left out', async () => {
    const pages = await pagesOf(path('按收文单位/全部.pdf'));
    const numbers = pages.flatMap((page) => page.match(/^0001\d\d/u) ?? []);
    expect(numbers).toEqual(
      Array.from({ length: 28 }, (_, index) => `${String(101 + index).padStart(6, '0')}`),
    );
    const byKind = await pagesOf(path(filesIn('按文件')[0] ?? ''));
    expect(byKind.flatMap((page) => page.match(/^0001\d\d/u) ?? [])).toEqual(numbers);
    expect(filesIn('按文件')[0]).toContain('（印1份）');
  });

  test('份号 stand where a printed one stands: in the first line, at the left edge of the type area', async () => {
    const words = await pdfText(path('按收文单位/01 东姚庄.pdf'), '-f', '3', '-l', '3', '-bbox');
    const stamp = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>000101</u.exec(words);
    const fixed = new Project(office);
    fixed.edit(`data/${office}/公文.yaml`, '  主送机关:', '  份号: "000101"\n  主送机关:');
    await fixed.build('--only', 'notice', '--format', 'pdf');
    const notice = fixed.path(output, '1-印发通知', readdirSync(fixed.path(output, '1-印发通知'))[0] ?? '');
    const printed = await pdfText(notice, '-l', '1', '-bbox');
    fixed.remove();
    const own = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>000101</u.exec(printed);
    expect(own).not.toBeNull();
    expect(Number(stamp?.[1])).toBeCloseTo(Number(own?.[1]), 1);
    expect(Number(stamp?.[2])).toBeCloseTo(Number(own?.[2]), 1);
  });

  test('a booklet has its pages in folding order, 版记 last, two blanks before it, no number on it', async () => {
    const notice = await builtPages('1-印发通知', '通知');
    const booklet = path(filesIn('骑马订')[0] ?? '');
    const half = async (x: string) =>
      pagesOf(booklet, '-l', '10', '-x', x, '-y', '0', '-W', '595', '-H', '842', '-r', '72');
    const [left, right] = [await half('0'), await half('595')];
    // Ten faces of the first copy: 20|1, 2|19, 18|3, 4|17 …
    const sides = Array.from({ length: 20 }, () => '');
    for (let sheet = 0; sheet < 5; sheet++) {
      const first = 2 * sheet;
      sides[19 - first] = left[2 * sheet] ?? '';
      sides[first] = right[2 * sheet] ?? '';
      sides[first + 1] = left[2 * sheet + 1] ?? '';
      sides[18 - first] = right[2 * sheet + 1] ?? '';
    }
    expect(sides[0]?.replace('000101', '')).toBe(notice[0]);
    expect(sides.slice(1, 17).map(lettersOf)).toEqual(notice.slice(1, 17).map(lettersOf));
    expect(sides.slice(17, 19)).toEqual(['', '']);
    expect(lettersOf(sides[19] ?? '')).toBe(lettersOf(notice[17]?.replace('—18—', '') ?? ''));
    expect(sides[19]).not.toMatch(/—18—/u);
    expect(await pdfInfo(booklet)).toMatch(/Page size:\s+1190\.55 x 841\.89/u);
  });

  test('the ticket’s sheets are those of the files', async () => {
    const ticket = (await pagesOf(path('印制单.pdf'))).join('');
    const pages = async (file: string) => Number(/Pages:\s+(\d+)/u.exec(await pdfInfo(path(file)))?.[1]);
    const all = await pages('按收文单位/全部.pdf');
    expect(all % 2).toBe(0);
    // 28 notices of 9 leaves, 30 sheets and 30 forms of 2; a slip for each of 27.
    expect(all / 2).toBe(28 * 9 + 60 * 2 + 27);
    expect(ticket).toContain('合计399张');
    const kinds = await inParallel(filesIn('按文件'), pages);
    expect(kinds.reduce((sum, count) => sum + count, 0) / 2).toBe(372);
    const booklets = await inParallel(filesIn('骑马订'), pages);
    expect(booklets.reduce((sum, count) => sum + count, 0) / 2).toBe(200);
    expect(ticket).toContain('A3纸200张');
  });

  test('the sign-off sheet names everybody with what they get', async () => {
    const sheet = (await pagesOf(path('签收登记表.pdf'))).join('');
    for (const words of [
      '东姚庄',
      '通知1份',
      '000101',
      '党政办存档',
      '各村2022年任务书20份',
      '000127—000128',
    ]) {
      expect(sheet).toContain(words);
    }
  });
});

describe('files', () => {
  test.skipIf(!hasTool('qpdf'))('are sound', async () => {
    expect(
      (await inParallel(pdfs(), (file) => qpdfCheck(path(file)))).filter((fault) => fault !== ''),
    ).toEqual([]);
  });

  test.skipIf(!hasTool('preflight'))('are PDF/A-1b', async () => {
    expect(await preflight(pdfs().map(path))).toEqual([]);
  });

  test.skipIf(!hasTool('pdfinfo'))('are tagged and upright, booklets without tags', async () => {
    for (const file of pdfs()) {
      const info = await pdfInfo(path(file), '-f', '1', '-l', '9999');
      expect(info, file).toMatch(file.startsWith('骑马订') ? /Tagged:\s+no/u : /Tagged:\s+yes/u);
      if (file.includes('/')) expect(info, file).not.toMatch(/rot:\s+(?:90|180|270)/u);
    }
    expect(await pdfInfo(path('按收文单位/01 东姚庄.pdf'), '-struct-text')).toContain('东姚庄');
  });

  test.skipIf(!hasTool('pdffonts'))(
    'hold each face of a kind once, however many villages there are',
    async () => {
      const fonts = await pdfFonts(path(filesIn('按文件')[1] ?? ''));
      const faces = fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/u, ''));
      expect(new Set(faces).size).toBe(faces.length);
      const one = project.files(`${output}/3-村任务书`)[0] ?? '';
      const size = statSync(project.path(output, '3-村任务书', one)).size;
      // Thirty copies of ten documents take less than four documents by themselves.
      expect(statSync(path(filesIn('按文件')[1] ?? '')).size).toBeLessThan(4 * size);
    },
  );

  test('Word and Excel files are valid', async () => {
    const office = ['印制单', '签收登记表'].flatMap((name) => [path(`${name}.docx`), path(`${name}.xlsx`)]);
    expect(await validateOoxml(office)).toEqual([]);
  });

  test('printing again gives the same bytes', async () => {
    const before = project.snapshot(folder);
    for (const file of pdfs()) project.removeFile(`${folder}/${file}`);
    expect((await project.run('print', [])).code).toBe(0);
    expect(project.snapshot(folder)).toEqual(before);
  });
});

test.skipIf(!hasTool('mutool'))('bookmarks lead to every document of a set', async () => {
  const { spawnSync } = await import('node:child_process');
  const { stdout } = spawnSync('mutool', ['show', path('按收文单位/01 东姚庄.pdf'), 'outline'], {
    encoding: 'utf8',
  });
  // mutool marks the outermost bookmarks with one tab.
  const outermost = stdout
    .split('\n')
    .flatMap((line) => /^[|+-]\t"([^"]*)"\t#page=(\d+)/u.exec(line)?.slice(1, 3).join(' ') ?? []);
  expect(outermost).toEqual([
    '发送单 1',
    '关于印发《三管镇开展清廉村居创建行动的实施方案》的通知（份号000101） 3',
    '东姚庄2022年任务书 21',
    '东姚庄评价表 25',
  ]);
});
