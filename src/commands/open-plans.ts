import type { BuildRequest } from '../arguments.ts';
import type { Findings } from '../diagnostics/findings.ts';
import type { Shelf } from '../keeping/shelf.ts';
import { type OpenPlan, openPlan } from '../open-plan.ts';
import { checkNumbers, numberIn } from '../plan/checks/across-plans.ts';
import type { TextFiles } from '../workspace.ts';
import { checkChoice } from './check-choice.ts';
import { type PlanTexts, readTexts, type Texts } from './plan-texts.ts';
import type { Setting } from './setting.ts';

/** A plan's folder, opened; `open` is null where it has errors. */
export interface PlanUnderWay extends PlanTexts {
  readonly open: OpenPlan | null;
  /** What is found when its documents are composed. */
  readonly composing: Findings;
}

/** Plans that were opened together. */
export interface OpenedPlans extends Texts {
  readonly plans: readonly PlanUnderWay[];
}

/** Opens the named plans with the templates; what concerns no single plan goes to `findings`. */
export const openPlans = (
  names: readonly string[],
  request: BuildRequest,
  setting: Pick<Setting, 'root' | 'findings' | 'shelf'>,
  findings: Findings,
): OpenedPlans => openTexts(readTexts(names, setting), request, findings, setting);

/** Opens plans that were read. `composingOf` says where what is found when documents are composed goes: to the plan's findings. */
export function openTexts(
  texts: Texts,
  request: BuildRequest,
  findings: Findings,
  { shelf }: Pick<Setting, 'shelf'>,
  composingOf: (plan: PlanTexts) => Findings = (plan) => plan.findings,
): OpenedPlans {
  const { templates } = texts;
  const plans = texts.plans.map((plan) => openFolder(plan, templates, shelf, composingOf(plan)));
  if (templates.size === 0) {
    const hint = '把随程序带来的 templates 文件夹放回原处。';
    findings.report('template/missing', 'templates 文件夹不在，或者里面没有模板', undefined, { hint });
  }
  checkNumbers(
    plans.flatMap(({ open, findings: own }) => (open === null ? [] : [{ ...open, findings: own }])),
    [
      ...[...texts.others].flatMap(([name, files]) => numberIn(name, files) ?? []),
      ...plans.flatMap(({ name, open, files }) => (open === null ? (numberIn(name, files) ?? []) : [])),
    ],
  );
  checkChoice(request, plans, findings);
  return { ...texts, plans };
}

function openFolder(plan: PlanTexts, templates: TextFiles, shelf: Shelf, composing: Findings): PlanUnderWay {
  const { name, files, findings } = plan;
  if (files.size > 0)
    return { ...plan, composing, open: openPlan(files, templates, findings, shelf, composing) };
  const hint = '把方案的数据文件放进去；不是方案的文件夹，请移出 data。';
  findings.report('data/no-plan', `data/${name} 里没有数据文件（.yaml、.csv、.xlsx）`, undefined, { hint });
  return { ...plan, composing, open: null };
}
