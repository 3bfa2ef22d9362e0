import { describe, expect, test } from 'vitest';
import { recover } from '../../src/delivery/recovery.ts';
import { awaiting, replaceFiles, siteIn } from '../../src/delivery/replace-files.ts';
import { Findings } from '../../src/diagnostics/findings.ts';
import { Death, MemoryDisk, systemFault } from './memory-disk.ts';

const folder = '/数据/方案';
const old = { '村居.yaml': '村居: 十个', '方案.yaml': '标题: 甲' };
const changes = new Map([
  ['村居.yaml', '在工作簿里'],
  ['方案.yaml', '标题: 乙'],
  ['数据.xlsx', '表'],
]);
const after = {
  ...Object.fromEntries(changes),
  '村居.yaml.bak': old['村居.yaml'],
  '方案.yaml.bak': old['方案.yaml'],
};

function start() {
  const memory = new MemoryDisk();
  for (const path of ['/数据', folder]) memory.disk.makeFolder(path);
  for (const [name, text] of Object.entries(old)) memory.disk.write(`${folder}/${name}`, text);
  memory.actions = 0;
  return { memory, site: siteIn(memory.disk, folder, async () => undefined) };
}

/** The data files as a reader sees them, whatever state the folder is in. */
function read({ disk, files }: MemoryDisk, memory: MemoryDisk): Readonly<Record<string, string>> {
  const standing = Object.entries(files.call(memory, folder)).filter(
    ([name]) => !name.includes('/') && !name.endsWith('.bak'),
  );
  const staged = [...awaiting(disk, folder)]
    .filter(([name]) => !name.endsWith('.bak'))
    .map(([name, path]) => [name, Buffer.from(disk.read(path)).toString()] as const);
  return Object.fromEntries([...standing, ...staged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('files that are replaced together', () => {
  test('all stand in their places, what they held beside them', async () => {
    const { memory, site } = start();
    expect(await replaceFiles(site, changes)).toEqual([]);
    expect(memory.files(folder)).toEqual(after);
  });

  test('a process that dies leaves the old ones or the new ones, never some of both', async () => {
    const whole = start();
    await replaceFiles(whole.site, changes);
    const actions = whole.memory.actions;
    expect(actions).toBeGreaterThan(15);
    const seen = new Set<string>();
    for (let last = 0; last < actions; last += 1) {
      const { memory, site } = start();
      memory.before = (action) => {
        if (action !== 'probe' && memory.actions >= last) throw new Death();
      };
      await replaceFiles(site, changes).catch((error) => {
        if (!(error instanceof Death)) throw error;
      });
      memory.before = () => undefined;
      const state = read(memory, memory);
      const isNew = state['数据.xlsx'] !== undefined;
      expect(state, `after ${last} actions`).toEqual(isNew ? Object.fromEntries(changes) : old);
      seen.add(isNew ? 'new' : 'old');
      const findings = new Findings();
      expect(await recover(site, findings)).toBe(true);
      expect(memory.files(folder), `after ${last} actions`).toEqual(isNew ? after : old);
    }
    expect([...seen].sort()).toEqual(['new', 'old']);
  });

  test('one that another program holds open is named, and nothing is touched', async () => {
    const { memory, site } = start();
    memory.before = (action, path) => {
      if (action === 'probe' && path.endsWith('方案.yaml')) throw systemFault('EBUSY', 'open', path);
    };
    const failures = await replaceFiles(site, changes);
    expect(failures.map(({ path }) => path)).toEqual(['方案.yaml']);
    expect(memory.files(folder)).toEqual(old);
  });

  test('one that somebody saved after the interruption is read as it stands, and kept', async () => {
    const { memory, site } = start();
    memory.before = (action, path) => {
      if (action === 'rename' && path === `${folder}/村居.yaml`) throw new Death();
    };
    await replaceFiles(site, changes).catch(() => undefined);
    memory.before = () => undefined;
    memory.disk.write(`${folder}/方案.yaml`, '标题: 丙');
    expect(read(memory, memory)['方案.yaml']).toBe('标题: 丙');
    await recover(site, new Findings());
    expect(Object.values(memory.files(folder))).toContain('标题: 丙');
  });
});
