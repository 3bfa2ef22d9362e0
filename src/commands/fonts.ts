import { listFaces } from '../fonts/list-faces.ts';
import { runProgram, setUpFonts } from '../fonts/set-up.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** `npm run fonts`: sets up the open faces; `--list` shows which face draws what, and what of the plans' text it lacks. Returns the exit code. */
export async function fonts(args: readonly string[], setting: Setting): Promise<number> {
  const { root, platform, terminal, findings } = setting;
  const strange = args.find((arg) => arg !== '--list');
  if (strange !== undefined) {
    terminal.complain(`不认识“${strange}”。可以写：npm run fonts，或 npm run fonts -- --list`);
    return exit.usage;
  }
  if (args.length === 0) return setUpFonts({ root, platform, say: terminal.say, run: runProgram });
  for (const line of listFaces(setting.faces())) terminal.say(line);
  const { planCoverage } = await import('./plan-coverage.ts');
  for (const line of planCoverage(setting)) terminal.say(line);
  const faults = findings.sorted().filter(({ severity }) => severity !== 'note');
  showFindings(faults, new Map(), terminal, false);
  return findings.hasErrors ? exit.errors : exit.ok;
}
