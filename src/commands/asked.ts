import { Findings } from '../diagnostics/findings.ts';
import { choosePlans } from '../workspace.ts';
import { exitCodeOf } from './plan-texts.ts';
import { exit, type Setting } from './setting.ts';
import { showFindings } from './show-findings.ts';

/** What a command about plans was asked for. */
export interface Asked<R> {
  readonly request: R;
  /** The plans it is about. */
  readonly names: readonly string[];
  /** For what concerns no single plan. */
  readonly findings: Findings;
}

/** Reads the arguments of a command; null, with their faults reported, where they are wrong. */
type ReadArguments<R> = (args: readonly string[], findings: Findings) => R | 'help' | null;

/**
 * How every command about plans begins: reads its arguments and finds the plans they name. The exit code where that is all there
 * is to do: the help was asked for and said, or the arguments were wrong, and their faults are shown.
 */
export function readAsked<R extends { readonly plans: readonly string[]; readonly json?: boolean }>(
  args: readonly string[],
  read: ReadArguments<R>,
  help: string,
  { root, terminal, findings: machine }: Setting,
): Asked<R> | number {
  const findings = new Findings(machine);
  const request = read(args, findings);
  if (request === 'help') {
    terminal.say(help);
    return exit.ok;
  }
  const names = request === null ? null : choosePlans(root, request.plans, findings);
  if (request !== null && names !== null) return { request, names, findings };
  showFindings(findings.sorted(), new Map(), terminal, request?.json ?? args.includes('--json'));
  return exitCodeOf(findings.sorted());
}
