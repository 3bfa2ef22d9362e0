import { exit, type Setting } from './setting.ts';

/**
 * `npm run bench`: measures the build and the writers; `--all` thousands of villages, too; `--read <folder> <plan>` only reads a plan, which the bench has
 * measured from outside. Returns the exit code.
 */
export async function benchCommand(args: readonly string[], setting: Setting): Promise<number> {
  const [mode, folder, plan] = args;
  if (mode === '--read' && folder !== undefined && plan !== undefined) {
    const { readOnly } = await import('../bench/read-workbook.ts');
    readOnly(folder, plan);
    return exit.ok;
  }
  const { bench } = await import('../bench.ts');
  const measured = { root: setting.root, faces: setting.faces(), say: setting.terminal.say };
  return bench(measured, mode === '--all');
}
