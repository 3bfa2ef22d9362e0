import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLines, office, Project } from './project.ts';

const data = `data/${office}`;
const villages = `${data}/村居.csv`;

let project: Project;
beforeEach(() => {
  project = new Project(office);
  project.write(`${data}/村居.yaml`, '# 在村居.csv\n');
});
afterEach(() => project.remove());

/** Keeps the villages as CSV: two for 2022–2023 and one for 2024 would not match the shares, so ten. */
function keepVillages(names: readonly string[], remark = ''): void {
  const years = [2022, 2022, 2022, 2023, 2023, 2023, 2023, 2023, 2024, 2024];
  const rows = years.map((year, index) => {
    const name = names[index] ?? `村${index + 1}`;
    return `"${name}",${year},,"${index === 0 ? remark : ''}"`;
  });
  project.write(villages, ['名称,达标年度,标杆村,备注', ...rows, ''].join('\n'));
}

describe('names that are paths', () => {
  test('stay in the folder, are readable file names, and are warned of', async () => {
    keepVillages(['../x', 'CON', 'a/b', '村'.repeat(300), '尾点...']);
    const { code, err } = await project.build('--only', 'task-sheet', '--format', 'xlsx,docx');
    expect(code, err).toBe(0);
    expect(faultLines(err)).toContain(`警告：这个名称不能原样用作文件名（data/file-name） ${villages}:2:1`);
    const files = project.files(`output/${office}/3-村任务书`);
    expect(files).toHaveLength(10);
    for (const file of files) {
      expect([...file].length).toBeLessThan(120);
      expect(file).not.toMatch(/[\\/:*?"<>|]|\.docx\./);
    }
    expect(
      project
        .files('')
        .some((file) => file.includes('x') && file.endsWith('.docx') && !file.startsWith('output/')),
    ).toBe(false);
  });
});

test('braces in data are words, not templates', async () => {
  keepVillages(['东姚庄'], '{{标题}} {{#each 村居}}');
  const { code, err } = await project.build('--village', '东姚庄', '--format', 'docx');
  expect(code, err).toBe(0);
  const texts = project
    .files(`output/${office}`)
    .filter((file) => file.endsWith('.docx'))
    .map((file) => {
      const parts = unzipSync(readFileSync(project.path(`output/${office}`, file)));
      return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    });
  expect(texts.some((text) => text.includes('{{标题}} {{#each 村居}}'))).toBe(true);
});

describe('files that are none', () => {
  test('a folder, a link to itself, a broken link: each is named', async () => {
    mkdirSync(project.path(villages));
    symlinkSync('圈.yaml', project.path(data, '圈.yaml'));
    symlinkSync('没有.yaml', project.path(data, '断.yaml'));
    const { code, err } = await project.build();
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：这个文件是绕成圈的链接（data/unreadable） ${data}/圈.yaml:1:1`,
      `错误：这个文件是断了的链接（data/unreadable） ${data}/断.yaml:1:1`,
      `错误：这是文件夹，不是数据文件（data/unreadable） ${villages}:1:1`,
    ]);
  });

  test('a YAML file of megabytes is not read', async () => {
    keepVillages([]);
    project.write(`${data}/大.yaml`, '- 1\n'.repeat(1_200_000));
    const { code, err } = await project.build();
    expect([code, faultLines(err)]).toEqual([
      1,
      [`错误：文件太大，没有读（data/unreadable） ${data}/大.yaml:1:1`],
    ]);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file nobody may read',
    async () => {
      keepVillages([]);
      chmodSync(project.path(villages), 0);
      const { code, err } = await project.build();
      expect([code, faultLines(err)]).toEqual([
        1,
        [`错误：没有读这个文件的权限（data/unreadable） ${villages}:1:1`],
      ]);
    },
  );

  test('what editors and office programs leave is passed over; an open workbook is warned of', async () => {
    keepVillages([]);
    project.write(`${data}/~$工作任务.yaml`, '坏');
    project.write(`${data}/.~村居.csv`, '坏');
    project.write(`${data}/村居.csv.bak`, '坏');
    project.write(`${data}/~$村居.csv`, '坏');
    const { code, err } = await project.build('--only', 'task-ledger', '--format', 'xlsx');
    expect(code, err).toBe(0);
    expect(faultLines(err)).toContain(
      `警告：工作簿正在 Excel 或 WPS 里打开（data/open-elsewhere） ${villages}:1:1`,
    );
  });
});
