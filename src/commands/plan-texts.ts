import { sha256Of } from '../delivery/sha256.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import type { DataFile } from '../plan/loading/data-files.ts';
import {
  fontChoiceFile,
  readFontChoice,
  readOtherNotices,
  readPlanFiles,
  readTemplates,
  type TextFiles,
} from '../workspace.ts';
import { exit, type Setting } from './setting.ts';

/** A plan's folder with the files in it, and what was found about it. */
export interface PlanTexts {
  readonly name: string;
  readonly files: ReadonlyMap<string, DataFile>;
  readonly findings: Findings;
  /**
   * Hash of what else decides what is found: what was found while reading, and the plans read along, which are checked
   * against each other.
   */
  readonly beside: string;
}

/** Everything that is read before plans are opened. */
export interface Texts {
  readonly plans: readonly PlanTexts[];
  readonly templates: TextFiles;
  /** The texts places of findings point into. */
  readonly sources: ReadonlyMap<string, string>;
  /** The notices of the plans that were not named, by plan: their numbers are taken. */
  readonly others: ReadonlyMap<string, TextFiles>;
}

/** Reads the files of the named plans, and the templates. */
export function readTexts(
  names: readonly string[],
  { root, findings: machine }: Pick<Setting, 'root' | 'findings'>,
): Texts {
  const templates = readTemplates(root);
  const sources = new Map([...templates].map(([path, text]) => [`templates/${path}`, text]));
  const choice = readFontChoice(root);
  if (choice !== null) sources.set(fontChoiceFile, choice);
  const plans = names.map((name) => {
    const findings = new Findings(machine);
    const files = readPlanFiles(root, name, findings);
    for (const [path, content] of files) if (typeof content === 'string') sources.set(path, content);
    return { name, files, findings };
  });
  const others = readOtherNotices(root, names);
  const beside = sha256Of(
    JSON.stringify([
      plans.map(({ name, files, findings }) => [name, hashesOf(files), findings.sorted()]),
      [...others].map(([name, files]) => [name, hashesOf(files)]),
    ]),
  );
  return { plans: plans.map((plan) => ({ ...plan, beside })), templates, sources, others };
}

/** Files with hashes of what they hold. */
export const hashesOf = (files: ReadonlyMap<string, DataFile>): readonly (readonly [string, string])[] =>
  [...files].map(([path, content]) => [path, content === null ? '' : sha256Of(content)] as const);

/** Everything found about plans and beside them, sorted. */
export const allFound = (
  findings: Findings,
  plans: readonly { readonly findings: Findings }[],
): readonly Finding[] =>
  sortFindings([findings, ...plans.map((plan) => plan.findings)].flatMap((each) => each.sorted()));

/** Misuse only when nothing else is wrong. */
export function exitCodeOf(found: readonly Finding[]): number {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exit.ok;
  return errors.every(({ rule }) => rule === 'command/usage') ? exit.usage : exit.errors;
}
