import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultLines, office, Project, records, second } from './project.ts';

let project: Project;
beforeEach(() => {
  project = new Project(office);
});
afterEach(() => project.remove());

const data = `data/${office}`;

/** Puts one of each fault a clerk makes into the office's plan. */
function spoil(): void {
  project.edit(`${data}/公文.yaml`, '  印发机关: 三管镇人民政府\n', '  抄送机构: 县民政局\n');
  project.edit(`${data}/公文.yaml`, '成文日期: 2022-05-24', '成文日期: 2022-02-30');
  project.edit(`${data}/村居.yaml`, '{ 名称: 李卓,', '{ 名称: 东姚庄,');
  project.edit(`${data}/村居.yaml`, '黄家庄, 达标年度: 2024', '黄家庄, 达标年度: 2027');
  project.edit(`${data}/评价.yaml`, '满分: 100', '满分: 一百');
}

/** What has to be said about them, in the order of files and lines. */
const spoilt = (): readonly string[] => [
  `错误：“公文”里缺少“印发机关”（data/missing） ${project.at(`${data}/公文.yaml`, '公文:')}`,
  `错误：没有 2022-02-30 这个日子（data/date） ${project.at(`${data}/公文.yaml`, '2022-02-30')}`,
  `错误：不认识“抄送机构”（data/unknown-key） ${project.at(`${data}/公文.yaml`, '抄送机构')}`,
  `错误：到 2024 年应有 100% 的村居达标，按村居安排是 10 个中的 9 个，占 90%（data/percentage-mismatch） ${project.at(`${data}/方案.yaml`, '100%')}`,
  `错误：“东姚庄”写了两次（data/duplicate-village） ${secondTime()}`,
  `错误：达标年度 2027 不在方案的起止年度之内（data/year-outside-plan） ${project.at(`${data}/村居.yaml`, '2027')}`,
  `错误：“满分”应是数（data/type） ${project.at(`${data}/评价.yaml`, '一百')}`,
];

/** The village that is there twice stands a line below its first entry. */
function secondTime(): string {
  const [file, line, column] = project.at(`${data}/村居.yaml`, '东姚庄').split(':');
  return `${file}:${Number(line) + 1}:${column}`;
}

describe('bad data', () => {
  test('shows every fault at once, each at its line and column, and writes nothing', async () => {
    spoil();
    const { code, out, err } = await project.build();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(faultLines(err)).toEqual(spoilt());
    expect(err).toMatch(/ {4}\d+ │ {3}- \{ 名称: 东姚庄, 达标年度: 2022 \}\n +│ {13}\^\n/);
    expect(err).toContain('  办法：是不是“抄送机关”？');
    expect(err).toContain('共发现 7 处错误。');
    expect(err).toContain('没有写出任何文件。');
    expect(project.snapshot('output')).toBeNull();
  });

  test('each record of --json says what is wrong and where', async () => {
    spoil();
    const outcome = await project.build('--json');
    expect(outcome.err).toBe('');
    expect(
      records(outcome).map(({ rule, place }) =>
        place.kind === 'file' ? `${rule} ${place.file}:${place.line}:${place.column}` : rule,
      ),
    ).toEqual(spoilt().map((line) => line.replace(/^.*（(\S+)） (.*)$/, '$1 $2')));
  });

  test('leaves what an earlier build made as it was', async () => {
    await project.build('--format', 'docx,xlsx');
    const before = project.snapshot('output');
    expect(before?.size).toBe(39);
    spoil();
    expect((await project.build()).code).toBe(1);
    expect(project.snapshot('output')).toEqual(before);
  });

  test('YAML that cannot be read does not hide the faults of other files', async () => {
    project.edit(`${data}/专班.yaml`, '人员:', '人员');
    project.edit(`${data}/评价.yaml`, '满分: 100', '满分: 一百');
    const { code, err } = await project.build();
    expect(code).toBe(1);
    const faults = faultLines(err);
    expect(faults.some((line) => line.includes('data/syntax') && line.includes('专班.yaml'))).toBe(true);
    expect(faults.some((line) => line.includes('“满分”应是数'))).toBe(true);
    expect(err).not.toContain('缺少“工作专班”');
  });
});

describe('broken templates', () => {
  test('show every fault at once with template, line and field, and nothing is written', async () => {
    project.edit('templates/村任务书.md', '{{村.名称}}', '{{村.名字}}');
    project.edit('templates/通知.md', '::主送机关[', '::主送单位[');
    project.edit('templates/附件/任务清单.md', '::表格[任务清单]', '::表格[任务单]');
    project.edit('templates/方案内容/工作任务.md', '{{/each}}', '');
    project.edit('templates/村评价表.md', '::表格[', '{{> 没有这个}}\n::表格[');
    const { code, out, err } = await project.build();
    expect([code, out]).toEqual([1, '']);
    const broken = project.read('templates/方案内容/工作任务.md').split('\n').length;
    expect(faultLines(err)).toEqual([
      `错误：模板到结尾还没有写完：有 {{#…}} 没有 {{/…}}，或者花括号没有成对（template/syntax） templates/方案内容/工作任务.md:${broken}:1`,
      `错误：数据里没有“村.名字”（template/missing-field） ${project.at('templates/村任务书.md', '村.名字')}`,
      `错误：没有模板“没有这个”（template/missing） ${project.at('templates/村评价表.md', '{{> 没有这个')}`,
      `错误：没有“::主送单位”这种版面指令（template/unknown-directive） ${project.at('templates/通知.md', '::主送单位')}`,
      `错误：没有表格「任务单」（template/missing） ${project.at('templates/附件/任务清单.md', '::表格[任务单')}`,
    ]);
    expect(err).toContain('办法：是不是“名称”？');
    expect(project.snapshot('output')).toBeNull();
  });

  test('a field the data lack in a table', async () => {
    project.edit('templates/表格/村评价表.yaml', '"{{标准}}"', '"{{标谁}}"');
    const { code, err } = await project.build(
      '--only',
      'evaluation-form',
      '--village',
      '新庄',
      '--format',
      'xlsx',
    );
    expect(code).toBe(1);
    expect(err).toContain('“标谁”');
    const line = project.at('templates/表格/村评价表.yaml', '标谁').split(':')[1];
    expect(err).toContain(`  在 templates/表格/村评价表.yaml:${line}:`);
  });

  test('leave what an earlier build made as it was', async () => {
    await project.build('--only', 'task-sheet', '--format', 'docx');
    const before = project.snapshot('output');
    project.edit('templates/村任务书.md', '{{村.名称}}', '{{村.名字}}');
    expect((await project.build('--only', 'task-sheet', '--format', 'docx')).code).toBe(1);
    expect(project.snapshot('output')).toEqual(before);
  });

  test('no templates at all', async () => {
    rmSync(project.path('templates'), { recursive: true });
    const { code, err } = await project.build();
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual(['错误：templates 文件夹不在，或者里面没有模板（template/missing）']);
  });
});

describe('no data', () => {
  test('an empty data folder', async () => {
    rmSync(project.path('data'), { recursive: true });
    expect(await project.build()).toMatchObject({ code: 1, out: '' });
  });

  test('a folder that holds no plan is named', async () => {
    project.write('data/旧稿/草稿.docx', 'x');
    const { code, err } = await project.build('--plan', '旧稿');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual(['错误：data/旧稿 里没有数据文件（.yaml、.csv、.xlsx）（data/no-plan）']);
  });
});

describe('the office’s choice of font files', () => {
  test('a file that is not there, a role that is none', async () => {
    project.write('data/字体.yaml', '仿宋体: a.ttf\n黑体: 没有.ttf\n');
    const { code, err } = await project.build('--only', 'notice', '--format', 'pdf');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      '错误：字体设置里不认识“仿宋体”（fonts/configured） data/字体.yaml:1:1',
      '错误：黑体指定的字体文件不存在（fonts/configured） data/字体.yaml:2:1',
    ]);
    expect(err).toContain('    2 │ 黑体: 没有.ttf');
    expect(project.snapshot('output')).toBeNull();
  });

  test('a file that is there is used and is no substitute', async () => {
    const tinos = 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';
    project.write('data/字体.yaml', `西文: ${tinos}\n`);
    await project.build('--only', 'evaluation-form', '--village', '新庄', '--format', 'pdf');
    const named = project.manifest(`output/${office}`).findings.map(({ message }) => message);
    expect(named.some((message) => message.startsWith('西文'))).toBe(false);
  });
});

describe('several plans', () => {
  beforeEach(() => {
    project.remove();
    project = new Project(office, second);
  });

  test('one with errors is not written, the others are, and both say so', async () => {
    spoil();
    const { code, out, err } = await project.build('--format', 'docx');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual(spoilt());
    expect(out).toContain(`“${second}”：已生成 10 个文件（Word 10）`);
    expect(err).toContain(`“${office}”有错误，没有写出，原有的文件没有变。`);
    expect(err + out).not.toContain('没有写出任何文件');
    expect(project.snapshot(`output/${office}`)).toBeNull();
    expect(project.manifest(`output/${second}`).findings).toEqual([]);
  });

  test('the errors of all are shown, none hides another', async () => {
    spoil();
    project.edit(`data/${second}/公文.yaml`, '紧急程度: 加急', '紧急程度: 火急');
    const { code, err } = await project.build();
    expect(code).toBe(1);
    expect(faultLines(err)).toHaveLength(spoilt().length + 1);
    expect(err).toContain(project.at(`data/${second}/公文.yaml`, '火急'));
    expect(err).toContain('没有写出任何文件。');
    expect(project.snapshot('output')).toBeNull();
  });

  test('a broken template is told once, not once a plan', async () => {
    project.edit('templates/村任务书.md', '{{村.名称}}', '{{村.名字}}');
    const { code, err } = await project.build('--format', 'docx');
    expect(code).toBe(1);
    expect(faultLines(err)).toEqual([
      `错误：数据里没有“村.名字”（template/missing-field） ${project.at('templates/村任务书.md', '村.名字')}`,
    ]);
  });

  test('stand-ins for faces are told once and recorded with each plan', async () => {
    const { code, out, err } = await project.build('--format', 'pdf', '--only', 'notice');
    expect([code, err]).toEqual([0, '']);
    const told = (plan: string) => project.manifest(`output/${plan}`).findings.map(({ message }) => message);
    expect(told(second)).toEqual(told(office));
    for (const message of told(second)) expect(out.split(message)).toHaveLength(2);
  });
});
