import type { BuildRequest } from '../arguments.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { Findings, sortFindings } from '../diagnostics/findings.ts';
import { type OpenPlan, openPlan } from '../pipeline.ts';
import { checkNumbers } from '../plan/checks/across-plans.ts';
import type { DataFile } from '../plan/loading/data-files.ts';
import {
  fontChoiceFile,
  readFontChoice,
  readPlanFiles,
  readTemplates,
  type TextFiles,
} from '../workspace.ts';
import { checkChoice } from './check-choice.ts';
import { exit, type Setting } from './setting.ts';

/** A plan's folder with what was found about it; `open` is null where it has errors. */
export interface PlanUnderWay {
  readonly name: string;
  readonly findings: Findings;
  readonly open: OpenPlan | null;
}

/** Plans that were opened together. */
export interface OpenedPlans {
  readonly plans: readonly PlanUnderWay[];
  /** The texts places of findings point into. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Opens the named plans with the templates; what concerns no single plan goes to `findings`. */
export function openPlans(
  names: readonly string[],
  request: BuildRequest,
  { root, findings: machine }: Pick<Setting, 'root' | 'findings'>,
  findings: Findings,
): OpenedPlans {
  const templates = readTemplates(root);
  const sources = new Map([...templates].map(([path, text]) => [`templates/${path}`, text]));
  const choice = readFontChoice(root);
  if (choice !== null) sources.set(fontChoiceFile, choice);
  const plans = names.map((name) => {
    const planFindings = new Findings(machine);
    const files = readPlanFiles(root, name, planFindings);
    for (const [path, content] of files) if (typeof content === 'string') sources.set(path, content);
    return openFolder(name, files, templates, planFindings);
  });
  if (templates.size === 0) {
    const hint = '把随程序带来的 templates 文件夹放回原处。';
    findings.report('template/missing', 'templates 文件夹不在，或者里面没有模板', undefined, { hint });
  }
  checkNumbers(
    plans.flatMap(({ open, findings: own }) => (open === null ? [] : [{ ...open, findings: own }])),
  );
  checkChoice(request, plans, findings);
  return { plans, sources };
}

function openFolder(
  name: string,
  files: ReadonlyMap<string, DataFile>,
  templates: TextFiles,
  findings: Findings,
): PlanUnderWay {
  if (files.size > 0) return { name, findings, open: openPlan(files, templates, findings) };
  const hint = '把方案的数据文件放进去；不是方案的文件夹，请移出 data。';
  findings.report('data/no-plan', `data/${name} 里没有数据文件（.yaml、.csv、.xlsx）`, undefined, { hint });
  return { name, findings, open: null };
}

/** Everything found about plans and beside them, sorted. */
export const allFound = (findings: Findings, plans: readonly PlanUnderWay[]): readonly Finding[] =>
  sortFindings([findings, ...plans.map((plan) => plan.findings)].flatMap((each) => each.sorted()));

/** Misuse only when nothing else is wrong. */
export function exitCodeOf(found: readonly Finding[]): number {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exit.ok;
  return errors.every(({ rule }) => rule === 'command/usage') ? exit.usage : exit.errors;
}
