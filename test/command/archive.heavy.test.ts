import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasTool, preflight, validateOoxml } from '../validators.ts';
import { office, Project, second } from './project.ts';

let project: Project;
const folder = 'output/归档/2022/0001-WS·2022-D30-DZB-0006';
const path = (file: string) => project.path(folder, file);
const verify = (...args: readonly string[]) => project.run('verify-archive', [folder, ...args]);

beforeAll(async () => {
  project = new Project(office);
  expect((await project.build()).code).toBe(0);
});
afterAll(() => project.remove());

describe('closing a record', () => {
  test('is refused while a file was changed by hand, unless that is accepted', async () => {
    const [file = ''] = project.files(`output/${office}/3-村任务书`).filter((name) => name.endsWith('.docx'));
    const edited = project.path('output', office, '3-村任务书', file);
    const before = readFileSync(edited);
    appendFileSync(edited, '改');
    const refused = await project.run('archive', []);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`3-村任务书/${file}：生成以后被人改过`);
    expect(project.files('output/归档')).toEqual([]);

    const accepted = await project.run('archive', ['--accept', `3-村任务书/${file}`, '--to', '认可']);
    expect(accepted.code).toBe(0);
    const closed = '认可/2022/0001-WS·2022-D30-DZB-0006';
    expect(readFileSync(project.path(closed, '归档件/Word/3-村任务书', file))).toEqual(readFileSync(edited));
    expect(project.read(`${closed}/说明文件.txt`)).toContain(file);
    writeFileSync(edited, before);
  });

  test('is refused while data and files do not agree', async () => {
    const villages = `data/${office}/村居.yaml`;
    const before = project.read(villages);
    project.edit(villages, '李卓', '李卓村');
    const { code, err } = await project.run('archive', []);
    expect(code).toBe(1);
    expect(err).toContain('archive/');
    expect(project.files('output/归档')).toEqual([]);
    project.write(villages, before);
  });

  test('is refused while a file is missing', async () => {
    const [file = ''] = project.files(`output/${office}/4-村评价表`);
    const missing = project.path('output', office, '4-村评价表', file);
    renameSync(missing, `${missing}.away`);
    const { code, err } = await project.run('archive', []);
    expect(code).toBe(1);
    expect(err).toContain(`4-村评价表/${file}：生成过，但现在不在输出文件夹里`);
    renameSync(`${missing}.away`, missing);
  });

  test('puts everything into one folder, which sha256sum and the project verify', async () => {
    const { code, out } = await project.run('archive', []);
    expect(code).toBe(0);
    expect(out).toContain('档号 0001-WS·2022-D30-DZB-0006');
    const top = project.files(folder).filter((file) => !file.includes('/'));
    expect(top).toEqual(
      [
        '元数据.xml',
        '备考表.docx',
        '备考表.pdf',
        '归档信息.json',
        '归档文件目录.docx',
        '归档文件目录.pdf',
        '归档文件目录.xlsx',
        '校验值.sha256',
        '生成清单.json',
        '说明文件.txt',
      ].sort(),
    );
    const list = '0001-WS·2022-D30-DZB 归档文件目录';
    expect(project.files('output/归档/归档文件目录')).toEqual(
      [`${list}.docx`, `${list}.pdf`, `${list}.xlsx`, 'manifest.json'].sort(),
    );
    expect(
      await validateOoxml(
        ['docx', 'xlsx'].map((ending) => project.path(`output/归档/归档文件目录/${list}.${ending}`)),
      ),
    ).toEqual([]);
    expect(project.read(`${folder}/说明文件.txt`)).not.toContain('换了别的字体');
    const verified = await verify();
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('没有多出的文件');
    // The value that closing told is that of the list, and a list with another is said to be changed.
    const [, value = ''] = /SHA-256（宜抄在纸质备考表上）：([0-9a-f]{64})/.exec(out) ?? [];
    expect((await verify('--checksum', value)).code).toBe(0);
    const other = await verify(
      '--checksum',
      value.replace(/^./, (figure) => (figure === '0' ? '1' : '0')),
    );
    expect(other.code).toBe(1);
    expect(other.err).toContain('archive/list-changed');
    expect((await verify('--checksum', '123')).code).toBe(2);
  });

  test('stamps the first page of the notice, which stays PDF/A', async () => {
    const pdfs = project.files(folder).filter((file) => file.endsWith('.pdf'));
    const [notice = ''] = pdfs.filter((file) => file.includes('1-印发通知'));
    const built = project.path('output', office, notice.replace('归档件/PDF/', ''));
    expect(readFileSync(path(notice))).not.toEqual(readFileSync(built));
    if (hasTool('preflight'))
      expect(await preflight([notice, '备考表.pdf', '归档文件目录.pdf'].map(path))).toEqual([]);
  });

  test('comes out the same when it is made again from its own data and templates', async () => {
    project.edit('templates/村任务书.md', '请逐项抓好落实', '请认真抓好落实');
    const { code, out } = await verify('--rebuild');
    expect(out).toMatch(/重新生成 (\d+) 个文件，\1 个逐字节相同/);
    expect(code).toBe(0);
    project.edit('templates/村任务书.md', '请认真抓好落实', '请逐项抓好落实');
  });

  test('comes out the same in another project that never saw its data', async () => {
    const other = new Project(second);
    try {
      cpSync(path(''), other.path('从档案室借来', '甲件'), { recursive: true });
      const { code, out } = await other.run('verify-archive', ['从档案室借来', '--rebuild']);
      expect(out).toMatch(/重新生成 (\d+) 个文件，\1 个逐字节相同/);
      expect(code).toBe(0);
    } finally {
      other.remove();
    }
  });

  test('again makes a new version beside the old one, which stays as it is', async () => {
    const before = project.snapshot(folder);
    const { code, out } = await project.run('archive', []);
    expect(code).toBe(0);
    expect(out).toContain('第2版');
    expect(project.files(`${folder} 第2版`).length).toBe(before?.size);
    expect(project.snapshot(folder)).toEqual(before);
  });

  test('that cannot be written leaves nothing behind', async () => {
    if (process.getuid?.() === 0 || process.platform === 'win32') return;
    chmodSync(project.path('output/归档/2022'), 0o500);
    const before = project.files('output/归档');
    const { code, err } = await project.run('archive', []);
    chmodSync(project.path('output/归档/2022'), 0o700);
    expect(code).toBe(1);
    expect(err).toContain('没有写入权限');
    expect(project.files('output/归档')).toEqual(before);
  });

  test('of a plan without codes, or with a number that is taken, is refused', async () => {
    const file = project.path('data', office, '归档.yaml');
    const text = readFileSync(file);
    rmSync(file);
    const none = await project.run('archive', []);
    expect(none.code).toBe(1);
    expect(none.err).toContain('archive/no-codes');
    writeFileSync(file, text);

    // A number that a closed record of another document has is not given again.
    const notice = `data/${office}/公文.yaml`;
    const before = project.read(notice);
    project.edit(notice, '三政发〔2022〕6号', '三政发〔2022〕7号');
    await project.build();
    const used = await project.run('archive', []);
    expect(used.code).toBe(1);
    expect(used.err).toContain('档号 0001-WS·2022-D30-DZB-0006 已经归档了三政发〔2022〕6号');
    project.write(notice, before);
    await project.build();

    cpSync(project.path('data', office), project.path('data', '又一个'), { recursive: true });
    const twice = await project.run('archive', []);
    expect(twice.err).toContain('archive/number-taken');
    rmSync(project.path('data', '又一个'), { recursive: true });
  });
});

test('characters that another face drew are closed only when that is accepted, and the record says so', async () => {
  const other = new Project(second);
  try {
    const codes = ['全宗号: "0001"', '全宗名称: 禾丰镇人民政府', '保管期限: 10年', '件号: 12'];
    other.write(`data/${second}/归档.yaml`, ['归档:', ...codes].join('\n  '));
    other.edit(`data/${second}/任务和村庄.yaml`, '由三个自然村', '由𬱟三个自然村');
    const built = await other.build();
    // Only where the machine has a face that helps out, which the open ones have.
    if (!built.err.includes('fonts/fallback') && !built.out.includes('fonts/fallback')) return;
    const refused = await other.run('archive', []);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('archive/fallback-face');
    expect(other.files('output/归档')).toEqual([]);
    const accepted = await other.run('archive', ['--accept-faces']);
    expect(accepted.code).toBe(0);
    const closed = 'output/归档/2024/0001-WS·2024-D10-0012';
    expect(other.read(`${closed}/说明文件.txt`)).toMatch(/换了别的字体.*“𬱟”（U\+2CC5F）/);
    const again = await other.run('verify-archive', [closed, '--rebuild']);
    expect(again.out).toMatch(/重新生成 (\d+) 个文件，\1 个逐字节相同/);
  } finally {
    other.remove();
  }
});

describe('every change of a closed record is found', () => {
  const changes: readonly (readonly [what: string, rule: string, change: (file: string) => void])[] = [
    ['a byte of a PDF', 'archive/closed-changed', (file) => flip(file)],
    ['a file cut short', 'archive/closed-unopenable', (file) => cut(file)],
    ['a file deleted', 'archive/closed-missing', (file) => rmSync(file)],
    ['a file renamed', 'archive/closed-moved', (file) => renameSync(file, `${file}.bak`)],
    ['a file added', 'archive/closed-added', (file) => writeFileSync(`${file}.txt`, '添的')],
  ];
  const kinds = ['归档件/PDF/', '归档件/Word/', '归档件/Excel/', '形成材料/data/'];

  test.each(
    changes.flatMap(([what, rule, change]) => kinds.map((kind) => [what, kind, rule, change] as const)),
  )('%s, below %s', async (_, kind, rule, change) => {
    // Text has no form that could be broken.
    if (rule === 'archive/closed-unopenable' && kind.startsWith('形成材料')) return;
    const files = project.files(folder).filter((file) => file.startsWith(kind));
    const file = files[Math.floor(files.length / 2)] ?? '';
    await withChange(
      () => change(path(file)),
      async () => {
        const { code, err } = await verify();
        expect(code).toBe(1);
        expect(err).toContain(rule);
        expect(err).toContain(file);
      },
    );
  });

  test('two files swapped', async () => {
    const [a = '', b = ''] = project.files(folder).filter((file) => file.startsWith('归档件/Word/3'));
    await withChange(
      () => {
        const content = readFileSync(path(a));
        copyFileSync(path(b), path(a));
        writeFileSync(path(b), content);
      },
      async () => {
        const { err } = await verify();
        expect(err).toContain(`${a}：这里放的是另一份文件“${b}”的内容`);
        expect(err).toContain(`${b}：这里放的是另一份文件“${a}”的内容`);
      },
    );
  });
});

/** Does something with a changed copy of the record in its place, then puts the record back. */
async function withChange(change: () => void, look: () => Promise<void>): Promise<void> {
  const away = project.path('output', '备份');
  cpSync(project.path(folder), away, { recursive: true });
  try {
    change();
    await look();
  } finally {
    rmSync(project.path(folder), { recursive: true });
    renameSync(away, project.path(folder));
  }
}

function flip(file: string): void {
  const content = readFileSync(file);
  const at = Math.floor(content.length / 2);
  content[at] = (content[at] ?? 0) ^ 1;
  writeFileSync(file, content);
}

const cut = (file: string): void => writeFileSync(file, readFileSync(file).subarray(0, -200));

test('a folder that is no record is said to be none', async () => {
  const { code, err } = await project.run('verify-archive', [join('output', office)]);
  expect(code).toBe(1);
  expect(err).toContain('archive/not-a-record');
});
