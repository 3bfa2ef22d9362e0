import { exit, type Setting } from './setting.ts';

/**
 * `npm run bench`: measures the build and the writers; `--all` thousands of villages, too; `--read <folder> <plan>` only reads a plan, and
 * `--threads <number>` only makes letters with so many threads: both are what the bench measures from outside. Returns the exit code.
 */
export async function benchCommand(args: readonly string[], setting: Setting): Promise<number> {
  const [mode, folder, plan] = args;
  if (mode === '--read' && folder !== undefined && plan !== undefined) {
    const { readOnly } = await import('../bench/read-workbook.ts');
    readOnly(folder, plan);
    return exit.ok;
  }
  if (mode === '--threads' && setting.startWorker !== null) {
    const { startWorker } = setting;
    const { makeRounds } = await import('../bench/threads.ts');
    await makeRounds(Number(folder), () => startWorker('letters'));
    return exit.ok;
  }
  const { bench } = await import('../bench.ts');
  const measured = { root: setting.root, faces: setting.faces(), say: setting.terminal.say };
  return bench(measured, mode === '--all');
}
