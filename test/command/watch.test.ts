import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { Project, second } from './project.ts';

const project = new Project(second);
const data = `data/${second}/任务和村庄.yaml`;
const sheet = `output/${second}/3-村任务书/02 上官庄子牛角湾新村2024年任务书.docx`;

const said: string[] = [];
let watching: Promise<number>;

/** Waits until something is said that holds a text, after so many lines. */
async function heard(text: string, after = 0): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (said.slice(after).some((line) => line.includes(text))) return;
    await setTimeout(10);
  }
  throw new Error(`never said: ${text}\n${said.join('\n')}`);
}

const changed = (): number => statSync(project.path(sheet)).mtimeMs;

beforeAll(async () => {
  watching = main('watch', [], project.root, {
    say: (text) => void said.push(text),
    complain: (text) => void said.push(text),
    progress: null,
    colour: false,
  });
  await heard('正在看着');
});

afterAll(async () => {
  process.emit('SIGINT');
  expect(await watching).toBe(0);
  project.remove();
});

test('a saved change makes the files that show it, with little work', async () => {
  const spent: number[] = [];
  for (const count of ['四', '五', '六', '七']) {
    const [before, lines] = [changed(), said.length];
    const start = process.cpuUsage();
    project.edit(data, /由.个自然村/.exec(project.read(data))?.[0] ?? '', `由${count}个自然村`);
    await heard('正在看着', lines);
    const { user, system } = process.cpuUsage(start);
    spent.push((user + system) / 1000);
    expect(changed()).not.toBe(before);
    expect(said.slice(lines).join('\n')).toContain('已生成 4 个文件（Word 2、PDF 2），其余 23 个没有变');
  }
  // Time on the clock depends on what else the machine does; work does not.
  expect(Math.min(...spent)).toBeLessThan(600);
});

test('errors leave the last files; mended, it goes on and says so', async () => {
  const before = changed();
  const lines = said.length;
  project.edit(data, '名称: 东泉', '名子: 东泉');
  await heard('改好保存后会自动再来', lines);
  expect(said.slice(lines).join('\n')).toContain('不认识“名子”');
  expect(changed()).toBe(before);
  const later = said.length;
  project.edit(data, '名子: 东泉', '名称: 东泉');
  await heard('已改好', later);
});

test('what hindered it from outside keeps nothing back: the next save tries again', async () => {
  const lock = `output/${second}/.正在生成`;
  const elsewhere = { process: 1, host: '另一台电脑', since: new Date().toISOString() };
  project.write(lock, JSON.stringify(elsewhere));
  const lines = said.length;
  project.edit(data, /由.个自然村/.exec(project.read(data))?.[0] ?? '', '由九个自然村');
  await heard('改好保存后会自动再来', lines);
  project.removeFile(lock);
  const later = said.length;
  project.write(data, project.read(data));
  await heard('已改好', later);
});

test('temporary and lock files, and saves without a change, are not worth a word', async () => {
  const lines = said.length;
  project.write(`data/${second}/~$别的.docx`, 'x');
  project.write(`data/${second}/.~lock.别的.xlsx#`, 'x');
  project.write(`data/${second}/方案.tmp`, 'x');
  project.write(`data/${second}/Thumbs.db`, 'x');
  project.write(`data/${second}/A1B2C3D4`, 'x');
  project.write(data, project.read(data));
  await setTimeout(700);
  expect(said.slice(lines)).toEqual([]);
});
