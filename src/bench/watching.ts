import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { median } from './measure.ts';
import { Office } from './office.ts';

/** Changes that are saved: the first ones find code that was not run before. */
const saves = { before: 5, counted: 9 } as const;
/** Folder of the task sheets, as builds call it. */
const sheetFolder = '3-村任务书';
/** Milliseconds between looks at a file, and so long at most. */
const [look, longest] = [1, 30_000] as const;
/** Milliseconds a writer rests between two changes. */
const rest = 400;

/** Time from saving a village's remark to its finished task sheet in PDF, while `watch:docs` runs, as a line. */
export async function reportWatching(project: string, plan: string, ground: string): Promise<string> {
  const office = new Office(project, plan, ground);
  const child = office.start('watch');
  try {
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
    });
    await until(() => said.includes('正在看着'));
    const [first = ''] = readdirSync(join(office.output, sheetFolder)).filter((name) =>
      name.endsWith('.pdf'),
    );
    const sheet = join(office.output, sheetFolder, first);
    const taken: number[] = [];
    for (let save = 0; save < saves.before + saves.counted; save++) {
      await setTimeout(rest);
      const before = statSync(sheet).mtimeMs;
      const start = performance.now();
      office.remark(`第${save + 1}次修改`);
      await until(() => (statSync(sheet, { throwIfNoEntry: false })?.mtimeMs ?? before) !== before);
      if (save >= saves.before) taken.push(performance.now() - start);
    }
    const [middle, most] = [median(taken), Math.max(...taken)].map((each) => each.toFixed(0));
    return `开着 watch:docs 改一个村的备注：从保存到新的 PDF ${middle} 毫秒，最慢 ${most} 毫秒`;
  } finally {
    await stop(child);
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (const start = performance.now(); !holds(); await setTimeout(look)) {
    if (performance.now() - start > longest) throw new Error('nothing came of a change');
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}
